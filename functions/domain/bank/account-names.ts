/** By which name the ledger knows an account: last digits, a mark of the whole number where that was declared, a currency. */
const NAME = /^(?<digits>\d{1,4})(?: (?<whole>[0-9a-f]{6}))?(?: (?<currency>[A-Z]{3}))?$/;

/**
 * One name for each account of a book. A treasurer may declare the whole number once and its last digits another time:
 * these mean the one account of that currency whose whole number ends so; where there are several they mean none of
 * them. Names that are not read so stay as they are.
 */
export function accountNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(names)];
  const wholes = Map.groupBy(
    all.filter((name) => NAME.exec(name)?.groups?.whole !== undefined),
    endOf,
  );
  return new Map(
    all.map((name) => {
      const [whole, ...others] = wholes.get(endOf(name)) ?? [];
      const isShort = NAME.exec(name)?.groups?.whole === undefined;
      return [name, isShort && whole !== undefined && others.length === 0 ? whole : name];
    }),
  );
}

/** What a short name and the whole one of the same account have in common; of no name nothing. */
function endOf(name: string): string {
  const { digits, currency = '' } = NAME.exec(name)?.groups ?? {};
  return digits === undefined ? `? ${name}` : `${digits} ${currency}`;
}

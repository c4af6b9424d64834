/** What becomes of findings between units: since when they stand, who explained them, with which file they were gone. */

import type { FundCode } from '../campaigns/campaign.ts';
import { type Instant, vietnamDay } from '../date.ts';
import { MAX_PLACES } from '../finding.ts';
import { compareText, maxText } from '../order.ts';
import { finding } from '../reconcile/make-finding.ts';
import type { UnitId } from '../units/unit.ts';
import type { AcrossHistory } from './across-history.ts';
import type { AcrossLetter } from './across-marks.ts';
import type { AcrossFinding, BookPart, Explanation } from './across-schema.ts';
import type { Told } from './across-told.ts';

/** The latest findings that are gone. */
const MAX_RESOLVED = 100;

type Said = Pick<BookPart, 'unit' | 'fund'> & { readonly said: Explanation };

/** Who may explain what, by mark. */
type Met = ReadonlyMap<string, ReadonlySet<UnitId>>;

/** What the units of one object say to findings: of each mark the latest words of those that it is between. */
export class Explanations {
  readonly #books: readonly BookPart[];
  readonly #said: ReadonlyMap<string, readonly Said[]>;

  constructor(books: readonly BookPart[]) {
    this.#books = books;
    const all = books.flatMap(({ unit, fund, explanations }) =>
      explanations.map((said) => ({ unit, fund, said })),
    );
    this.#said = Map.groupBy(all, ({ said }) => said.mark);
  }

  of(mark: string, { fund, parties }: Told): Pick<AcrossFinding, 'explained'> {
    const [latest] = (this.#said.get(mark) ?? [])
      .filter((one) => one.fund === fund && parties.includes(one.unit.id))
      .map(({ unit, said: { mark: _mark, came, ...said } }) => ({
        came,
        explained: { ...said, unitId: unit.id },
      }))
      .sort((a, b) => compareText(b.came, a.came) || compareText(a.explained.unitId, b.explained.unitId));
    return latest === undefined ? {} : { explained: latest.explained };
  }

  /**
   * Those of a letter that are about no finding, now or before, that the unit is party to; one for each file.
   * @param met who may explain what, of a fund; undefined where that is not known of all times
   */
  inVain(letter: AcrossLetter, met: (fund: FundCode) => Met | undefined): Told[] {
    return this.#books.flatMap(({ unit, fund, explanations }) => {
      const known = met(fund);
      const own = explanations.filter(
        ({ mark }) => mark.startsWith(letter) && known !== undefined && !known.get(mark)?.has(unit.id),
      );
      return [...Map.groupBy(own, ({ digest }) => digest)].map(([digest, said]) => ({
        finding: finding('TRANSFER_EXPLANATION_UNKNOWN', {
          count: said.length,
          digest,
          rows: said
            .map(({ row }) => row)
            .sort((a, b) => a - b)
            .slice(0, MAX_PLACES),
          params: { unit: unit.name, fund },
        }),
        fund,
        owner: unit,
        parties: [unit.id],
        sides: [],
        about: [digest],
        since: said.map(({ came }) => came).reduce(maxText),
      }));
    });
  }
}

/** Findings that stand, in their order. */
export const standing = (
  marked: ReadonlyMap<string, Told>,
  since: ReadonlyMap<string, Instant>,
  explanations: Explanations,
): AcrossFinding[] =>
  [...marked].map(([mark, told]) => {
    const said = explanations.of(mark, told);
    return {
      ...shown(mark, told, since.get(mark) ?? told.since),
      status: said.explained === undefined ? ('OPEN' as const) : ('EXPLAINED' as const),
      ...said,
    };
  });

/** Findings that are gone, the latest last; not those that came and went within a day, while its files came one by one. */
export const resolvedOf = (
  histories: readonly AcrossHistory[],
  explanations: Explanations,
): AcrossFinding[] => {
  const last = new Map<string, AcrossHistory['gone'][number]>();
  for (const one of histories.flatMap(({ gone }) => gone)) {
    const known = last.get(one.mark);
    if (known === undefined || known.until <= one.until) last.set(one.mark, one);
  }
  return [...last.values()]
    .map((one) => ({ ...one, on: vietnamDay(one.until), said: explanations.of(one.mark, one.told) }))
    .filter(({ since, on, said }) => vietnamDay(since) !== on || said.explained !== undefined)
    .sort((a, b) => compareText(a.until, b.until) || compareText(a.mark, b.mark))
    .slice(-MAX_RESOLVED)
    .map(({ mark, told, since, on, said, digest, unitId }) => ({
      ...shown(mark, told, since),
      status: 'RESOLVED' as const,
      ...said,
      resolved: { digest, on, unitId },
    }));
};

const shown = (mark: string, { finding: found, fund, owner, parties }: Told, since: Instant) => ({
  ...found,
  mark,
  since: vietnamDay(since),
  fund,
  unitId: owner.id,
  parties: [...parties],
});

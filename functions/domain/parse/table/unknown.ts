import { cut } from '#domain/text.ts';

/** A heading that the contract does not know is kept beside each of its cells, so it is kept short. */
const MAX_HEADING_LENGTH = 80;

export const unknownName = (heading: string, position: number): string =>
  `${cut(heading, MAX_HEADING_LENGTH)} (cột ${position + 1})`.trim();

/** Each under a name of its own: two columns headed alike, or not at all, must not write over each other. */
export function nameUnknown(
  headings: readonly string[],
  isKnown: (position: number) => boolean,
): { readonly position: number; readonly heading: string }[] {
  const taken = new Set<string>(Object.getOwnPropertyNames(Object.prototype));
  return headings.flatMap((heading, position) => {
    if (isKnown(position)) return [];
    const short = cut(heading, MAX_HEADING_LENGTH);
    const name = short === '' || taken.has(short) ? unknownName(heading, position) : short;
    taken.add(name);
    return [{ position, heading: name }];
  });
}

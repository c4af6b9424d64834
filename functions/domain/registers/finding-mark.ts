/** With the letter of a finding between units. */
const BETWEEN = /([txk])-?([0-9a-f]{10})(?![0-9a-f])/;
const WITHIN = /(?<![0-9a-f])[0-9a-f]{10}(?![0-9a-f])/;

/** The mark of a finding as pages print it, or with what people put before it: "CB-3f0a91c2d4". Undefined where there is none. */
export function markIn(text: string): string | undefined {
  const written = text.toLowerCase();
  const [, letter, digits] = BETWEEN.exec(written) ?? [];
  return digits === undefined ? WITHIN.exec(written)?.[0] : `${letter}${digits}`;
}

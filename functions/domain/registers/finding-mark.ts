/** With the letter of a finding between units, where nothing but a mark can begin. */
const WHOLE = /(?<![0-9a-z])[txk]?[0-9a-f]{10}(?![0-9a-z])/;
const WITHIN = /(?<![0-9a-f])[0-9a-f]{10}(?![0-9a-f])/;

/** The mark of a finding as pages print it, or with what people put before it: "CB-3f0a91c2d4". Undefined where there is none. */
export function markIn(text: string): string | undefined {
  const written = text.toLowerCase();
  return (WHOLE.exec(written) ?? WITHIN.exec(written))?.[0];
}

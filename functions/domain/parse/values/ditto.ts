const MAX_LENGTH = 12;
/** What people put around a ditto mark. */
const AROUND = /[\s\-–—.*()_]+/gu;
const MARKS = /^(?:["″〃”“„]+|(?:''|’’|‘‘|′′|``|´´)+|\/{2,}|,{2,}|nt|n\/t|nhưtrên|nhutren)$/u;

/** Signs that may begin a ditto mark, and no word but "nt" and "như trên". */
const FIRST = new Set([...`nN"'″〃”“„’‘′\`´/,-–—.*(_`].map((sign) => sign.charCodeAt(0)));

/** What may follow the n of a ditto mark: names that begin with N go on otherwise. */
const AFTER_N = new Set([...`tThH./ -–`].map((sign) => sign.charCodeAt(0)));

/**
 * Whether a clean text says "as above": "nt", "-nt-", "n.t", "như trên", `//`, `″`, `"`, `''`, `--//--` … A lone
 * "-" says "none", and a blank says nothing: neither is a ditto mark.
 */
export function isDitto(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > MAX_LENGTH) return false;
  const first = text.charCodeAt(0);
  if (!FIRST.has(first)) return false;
  if ((first === 0x6e || first === 0x4e) && !AFTER_N.has(text.charCodeAt(1))) return false;
  return MARKS.test(text.toLowerCase().replace(AROUND, ''));
}

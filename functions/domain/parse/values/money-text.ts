import { fold } from '#domain/text.ts';

/** One number with its unit: "2,5 tỷ" is `2,5` and a thousand million. `multiplier` 0: none written. */
export interface Term {
  readonly number: string;
  readonly multiplier: number;
}

/** An amount as people write it, taken apart; its numbers are not read yet, as that depends on the column. */
export type MoneyText =
  | {
      readonly negative: boolean;
      readonly terms: readonly Term[];
      /** The cell itself says đồng. */
      readonly inDong: boolean;
    }
  | { readonly fault: 'AMOUNT_UNREADABLE' | 'AMOUNT_E_NOTATION' | 'AMOUNT_FOREIGN' };

const UNITS: Readonly<Record<string, number>> = {
  ty: 1e9,
  ti: 1e9,
  trieu: 1e6,
  tr: 1e6,
  nghin: 1e3,
  ngan: 1e3,
  ng: 1e3,
  k: 1e3,
};
const E_NOTATION = /^[-+(]*\d+(?:[.,]\d+)?e[+-]?\d+\)?$/;
const FOREIGN = /[$€£¥]|\b(?:usd|eur|gbp|jpy|yen|aud|cad|krw|won|sgd|twd|cny|rmb|thb|lak|kip|czk|chf)\b/;
/** Currency before or behind: đ, ₫, đồng, VND, VNĐ; with a full stop or a dash after it, as cheques have. */
const CURRENCY_BEHIND = /(?:\s*(?:vnd|₫|dong|d)(?:\s*chan)?[\s./-]*|,-+)$/;
const ENDS_WITH_DASH = /(?:vnd|₫|dong|d) ?-$/;
const CURRENCY_BEFORE = /^(?:vnd|₫)[\s:]*/;
const TERM = /^([\d.,][\d., ]*?)\s*(ty|ti|trieu|tr|nghin|ngan|ng|k)(?![a-z])?\s*/;

/** "USD", "100 €": money that is not đồng. */
export const isCurrency = (text: string): boolean => FOREIGN.test(fold(text));

const unreadable: MoneyText = { fault: 'AMOUNT_UNREADABLE' };

/** Takes an amount apart: sign in its three notations, currency, unit words. Slow; for what is no plain number. */
export function takeApart(text: string): MoneyText {
  const key = fold(text).replace(/^'/, '').replaceAll(/[−–—]/g, '-');
  if (E_NOTATION.test(key.replaceAll(' ', ''))) return { fault: 'AMOUNT_E_NOTATION' };
  if (FOREIGN.test(key)) return { fault: 'AMOUNT_FOREIGN' };
  // A reversal, or the stroke that closes a cheque's amount: "500.000đ-" may be either.
  if (ENDS_WITH_DASH.test(key)) return unreadable;
  const { negative, bare } = takeSign(key);
  const number = bare.replace(CURRENCY_BEFORE, '').replace(CURRENCY_BEHIND, '').trim();
  const inner = negative ? { negative: false, bare: number } : takeSign(number);
  const terms = termsOf(inner.bare);
  return terms === undefined
    ? unreadable
    : { negative: negative || inner.negative, terms, inDong: number !== bare.trim() };
}

/** `-5`, `5-`, `(5)`: one sign only. A plus says nothing. */
function takeSign(key: string): { readonly negative: boolean; readonly bare: string } {
  if (key.startsWith('(') && key.endsWith(')')) return { negative: true, bare: key.slice(1, -1).trim() };
  if (key.startsWith('-')) return { negative: true, bare: key.slice(1).trim() };
  if (key.endsWith('-') && /\d\s*-$/.test(key)) return { negative: true, bare: key.slice(0, -1).trim() };
  return { negative: false, bare: key.startsWith('+') ? key.slice(1).trim() : key };
}

/** "1 tỷ 200 triệu": each unit smaller than the one before. "5tr5": what follows at once is a part of the unit. */
function termsOf(key: string): Term[] | undefined {
  if (/^[\d., ]+$/.test(key)) return [{ number: key.trim(), multiplier: 0 }];
  if (key === '') return undefined;
  const terms: Term[] = [];
  let rest = key;
  let last = Number.POSITIVE_INFINITY;
  while (rest !== '') {
    const found = TERM.exec(rest);
    if (found === null) return undefined;
    const multiplier = UNITS[found[2] ?? ''] ?? 0;
    if (multiplier >= last) return undefined;
    last = multiplier;
    const number = (found[1] ?? '').trim();
    const attached = !found[0].endsWith(' ') && /^\d/.test(rest.slice(found[0].length));
    rest = rest.slice(found[0].length);
    if (attached) {
      const part = /^\d{1,3}/.exec(rest)?.[0] ?? '';
      // "5tr5" is 5,5 triệu. Nothing may follow, and the number before must be whole.
      return part.length === rest.length && /^\d+$/.test(number)
        ? [...terms, { number, multiplier }, { number: part, multiplier: multiplier / 10 ** part.length }]
        : undefined;
    }
    terms.push({ number, multiplier });
    if (/^ruoi$/.test(rest)) {
      terms.push({ number: '5', multiplier: multiplier / 10 });
      return terms;
    }
  }
  return terms;
}

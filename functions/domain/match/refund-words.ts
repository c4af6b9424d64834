import { wordsOf } from './words.ts';

/**
 * How a narrative says that money goes back, folded. "Hoàn", "Huy" and "Đào" are names of people as well, so alone
 * they count only where nothing else is said.
 */
const PHRASES = [
  ...[
    'hoan tra',
    'hoan tien',
    'hoan lai',
    'hoan chuyen',
    'hoan ck',
    'hoan gd',
    'hoan lenh',
    'hoan giao dich',
  ],
  ...['tra lai', 'tra ve', 'chuyen tra', 'chuyen hoan', 'chuyen lai', 'chuyen ve'],
  ...['huy gd', 'huy giao dich', 'huy lenh', 'huy chung tu', 'huy but toan', 'huy ck', 'huy chuyen'],
  ...['dao gd', 'dao giao dich', 'dao lenh', 'dao but toan', 'dao chung tu', 'but toan dao'],
  ...['refund', 'refunded', 'reversal', 'reversed', 'reverse', 'revert', 'returned', 'return'],
];
const SAYS_SO = new RegExp(`(^| )(${PHRASES.join('|')})( |$)`);
const ALONE = new Set(['hoan', 'huy', 'dao']);

/** Whether a narrative says that money goes back to where it came from. */
export function speaksOfRefund(text: string | undefined): boolean {
  if (text === undefined) return false;
  const words = wordsOf(text).join(' ');
  return ALONE.has(words) || SAYS_SO.test(words);
}

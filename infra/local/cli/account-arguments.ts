import { parseRate } from '#domain/check/rate-text.ts';
import type { TableKind } from '#domain/codes.ts';
import type { Milli } from '#domain/quantity.ts';
import type { Declaration } from '#domain/submission.ts';
import { usageError } from './failure.ts';

/** What is said of the account that a statement is of. */
export const ACCOUNT_OPTIONS = {
  account: { type: 'string' },
  currency: { type: 'string' },
  rate: { type: 'string' },
  'opening-rate': { type: 'string' },
} as const;

type AccountValues = { readonly [Option in keyof typeof ACCOUNT_OPTIONS]?: string | undefined };

/** What `--account`, `--currency` and the rates declare; throws CliFailure where they are malformed or do not belong. */
export function accountOf(
  values: AccountValues,
  kind: TableKind,
): Pick<Declaration, 'account' | 'currency' | 'rateMilli' | 'openingRateMilli'> {
  const { account, currency, rate, 'opening-rate': openingRate } = values;
  for (const option of Object.keys(ACCOUNT_OPTIONS) as (keyof AccountValues)[]) {
    if (values[option] === undefined || kind === 'bankStatement') continue;
    throw usageError(`--${option} chỉ khai cùng sao kê (--kind statement).`);
  }
  if ((currency === undefined) !== (rate === undefined)) {
    throw usageError('--currency và --rate phải đi cùng nhau, ví dụ --currency USD --rate 25.430.');
  }
  if (openingRate !== undefined && rate === undefined) {
    throw usageError(
      '--opening-rate phải đi cùng --currency và --rate, ví dụ --currency USD --rate 25.430 --opening-rate 25.100.',
    );
  }
  return {
    ...(account === undefined ? {} : { account: accountNumber(account) }),
    ...(currency === undefined ? {} : { currency: currencyCode(currency) }),
    ...(rate === undefined ? {} : { rateMilli: rateOf('--rate', rate) }),
    ...(openingRate === undefined ? {} : { openingRateMilli: rateOf('--opening-rate', openingRate) }),
  };
}

/** Spaces and dots between the digits are how a bank prints them. */
function accountNumber(text: string): string {
  const digits = text.replaceAll(/[ .-]/g, '');
  if (/^\d{4,30}$/.test(digits)) return digits;
  throw usageError(
    `--account ${text}: không phải số tài khoản. Viết các chữ số (4 đến 30), hoặc chỉ các số cuối (ít nhất 4).`,
  );
}

function currencyCode(text: string): string {
  const code = text.toUpperCase();
  if (code === 'VND') throw usageError('--currency VND: tài khoản tiền đồng thì bỏ --currency và --rate.');
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw usageError(`--currency ${text}: không phải mã loại tiền. Viết 3 chữ cái, ví dụ USD hoặc EUR.`);
}

/** Đồng for one of the other currency, in thousandths of a đồng. */
function rateOf(option: string, text: string): Milli {
  const rateMilli = parseRate(text);
  if (rateMilli !== undefined) return rateMilli;
  throw usageError(
    `${option} ${text}: không phải tỷ giá. Viết số đồng cho một đơn vị tiền, ví dụ 25430, 25.430 hoặc 25.430,5.`,
  );
}

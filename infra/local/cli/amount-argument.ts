import * as v from 'valibot';
import { BalanceVndSchema, MAX_BALANCE_VND, type Vnd } from '#domain/money.ts';
import { usageError } from './failure.ts';

/** Plain or dot-grouped đồng: 1500000, 1.500.000, -20.000. Throws CliFailure naming the option. */
export function amountVnd(option: string, value: string): Vnd {
  const plain = ungrouped(value);
  if (!/^-?\d+$/.test(plain)) {
    throw usageError(
      `${option} ${value}: không phải số tiền. Viết số đồng nguyên, ví dụ 1500000 hoặc 1.500.000.`,
    );
  }
  const amount = v.safeParse(BalanceVndSchema, Number(plain));
  if (!amount.success || Math.abs(amount.output) > MAX_BALANCE_VND) {
    throw usageError(`${option} ${value}: quá lớn. Số dư khai được nhiều nhất là 10.000 tỷ đồng.`);
  }
  return amount.output;
}

/** Without the dots between thousands, where they stand as they must. */
const ungrouped = (whole: string): string =>
  /^-?\d{1,3}(\.\d{3})+$/.test(whole) ? whole.replaceAll('.', '') : whole;

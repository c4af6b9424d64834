import { ALLOCATION_STAGES } from '../codes.ts';
import type { Vnd } from '../money.ts';
import type { CheckReport } from './report.ts';

/** A sum of a file, and what it is. */
interface SumShown {
  readonly title: string;
  readonly amountVnd: Vnd;
}

/**
 * What the rows of a file come to, in words of its kind. What was promised and what was allotted are the same money at
 * two times, so they stand apart; plans and decisions are no money.
 */
export function sumsShown({ kind, sumVnd, stages }: CheckReport): readonly SumShown[] {
  switch (kind) {
    case null:
    case 'targets':
    case 'decisions':
      return [];
    case 'contributions':
    case 'disbursements':
      return [{ title: 'Tổng các dòng ghi sổ', amountVnd: sumVnd }];
    case 'bankStatement':
      return [{ title: 'Tiền vào trừ tiền ra', amountVnd: sumVnd }];
    case 'houses':
      return [{ title: 'Tiền hỗ trợ nhà (không cộng vào sổ)', amountVnd: sumVnd }];
    case 'allocations':
      if (stages === undefined) return [];
      return [
        { title: `${ALLOCATION_STAGES.DANG_KY} (không cộng vào sổ)`, amountVnd: stages.DANG_KY },
        { title: `${ALLOCATION_STAGES.PHAN_BO} (không cộng vào sổ)`, amountVnd: stages.PHAN_BO },
      ];
  }
}

/** Whether the readable amounts of rows set aside can be added up: of promises and plans they mean nothing. */
export const hasOneSum = ({ kind }: Pick<CheckReport, 'kind'>): boolean =>
  kind !== 'allocations' && kind !== 'targets' && kind !== 'decisions';

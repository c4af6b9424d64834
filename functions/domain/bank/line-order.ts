import type { Vnd } from '../money.ts';
import { compareText } from '../order.ts';
import { type AccountFile, type BankLine, movedBy } from './account-file.ts';

/**
 * The file with its lines in the order in which the balance runs: many banks print the newest line first. Then days go
 * down the rows, and the balance follows better the other way; a date that is misprinted turns nothing.
 */
export function oldestFirst(file: AccountFile): AccountFile {
  const { lines } = file;
  const steps = lines.map(({ date }, i) => compareText(date, lines[i - 1]?.date ?? date));
  if (steps.reduce((sum, step) => sum + step, 0) >= 0) return file;
  const turned = lines.toReversed();
  return following(turned, file) > following(lines, file) ? { ...file, lines: turned } : file;
}

/** How often the balance that is printed follows from the one before, the first and the last of the file among them. */
function following(
  lines: readonly BankLine[],
  { openingVnd, closingVnd }: Pick<AccountFile, 'openingVnd' | 'closingVnd'>,
): number {
  let count = 0;
  let before: Vnd | undefined = openingVnd;
  for (const line of lines) {
    const { balanceVnd } = line;
    if (before !== undefined && balanceVnd !== undefined && before + movedBy(line) === balanceVnd) count += 1;
    before = balanceVnd;
  }
  return before !== undefined && before === closingVnd ? count + 1 : count;
}

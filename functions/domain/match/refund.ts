import { stretches } from './alike.ts';
import type { Board } from './board.ts';
import { speaksOfRefund } from './refund-words.ts';
import { MOST_DAYS_BACK } from './reversal.ts';

const NOT_BOOKED = { level: 'REVERSAL', confidence: 70, because: 'REFUND_NOT_BOOKED' } as const;

/**
 * A credit that is left, says that it returns money, and is as much as an earlier debit of its account that is booked:
 * the ledger still has the money as spent. It is a match of its own, whose difference is what the ledger lacks. Each
 * debit is returned once at most.
 */
export function refunds(board: Board): void {
  const { lines } = board;
  const credits = lines.left((line) => lines.amount(line) > 0 && speaksOfRefund(lines.row(line).text));
  if (credits.length === 0) return;
  const wanted = new Set(Array.from(credits, (line) => lines.amount(line)));
  const isCredit = new Set(credits);
  const some = Int32Array.from(lines.rows.keys()).filter(
    (line) => isCredit.has(line) || (board.isBooked(line) && wanted.has(-lines.amount(line))),
  );
  const sizes = lines.amounts.map(Math.abs);
  for (const ofAccount of stretches(some, board.lineAccounts)) {
    for (const ofSize of stretches(ofAccount, sizes)) {
      const paid: number[] = [];
      for (const line of ofSize) {
        const debit = isCredit.has(line) ? paid.at(-1) : undefined;
        if (!isCredit.has(line)) paid.push(line);
        else if (debit !== undefined && lines.day(line) - lines.day(debit) <= MOST_DAYS_BACK) {
          paid.pop();
          board.match([line], [], NOT_BOOKED);
        }
      }
    }
  }
}

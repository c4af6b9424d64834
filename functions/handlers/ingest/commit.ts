import type { LedgerTable, Slot, SlotContent } from '#adapters/ports.ts';
import type { SubmissionId } from '#domain/submission.ts';

export interface Committed {
  readonly slot: Slot;
  /** False when the ledger already held this file, handed in no later. */
  readonly mine: boolean;
}

/**
 * Claims the next free slot, unless the file stands in the ledger already. Every worker on this file looks
 * through all slots after the place where it was first seen, and tries each free one in turn without skipping:
 * so of any number of workers, crashed and retried at any point, one slot results. If the same file was handed
 * in several times and a later handing-in was entered first, the earlier one gets a slot too; readers take the
 * earliest (`distinct`), so the order of events decides nothing.
 */
export async function commit(
  table: LedgerTable,
  seenAtSeq: number,
  content: SlotContent,
): Promise<Committed> {
  const file = { id: idOf(content), receivedAt: receivedAtOf(content) };
  let last = seenAtSeq;
  for await (const slot of table.slotsAfter(seenAtSeq)) {
    if (standsIn(slot, file)) return committed(slot, file);
    last = slot.seq;
  }
  for (;;) {
    const seq = last + 1;
    if (await table.claim(seq, content)) return { slot: { ...content, seq } as Slot, mine: true };
    const taken = await table.slot(seq);
    if (taken === undefined) throw new Error(`slot ${seq} is taken and cannot be read`);
    if (standsIn(taken, file)) return committed(taken, file);
    last = seq;
  }
}

interface FileHandedIn {
  readonly id: SubmissionId;
  readonly receivedAt: string;
}

/**
 * The slot in which a file stands already, as `commit` would find it. To be asked before the file is judged: what is in
 * force may have changed since, and a file that is in the ledger stays there as it was entered.
 */
export async function standing(
  table: LedgerTable,
  seenAtSeq: number,
  file: FileHandedIn,
): Promise<Committed | undefined> {
  for await (const slot of table.slotsAfter(seenAtSeq))
    if (standsIn(slot, file)) return committed(slot, file);
  return undefined;
}

const standsIn = (slot: Slot, { id, receivedAt }: FileHandedIn): boolean =>
  idOf(slot) === id && receivedAtOf(slot) <= receivedAt;

const committed = (slot: Slot, { receivedAt }: FileHandedIn): Committed => ({
  slot,
  mine: receivedAtOf(slot) === receivedAt,
});

const idOf = (slot: SlotContent | Slot): SubmissionId =>
  slot.type === 'submission' ? slot.submission.id : slot.id;

const receivedAtOf = (slot: SlotContent | Slot): string =>
  slot.type === 'submission' ? slot.submission.declaration.receivedAt : slot.receivedAt;

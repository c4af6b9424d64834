import type {
  Book,
  BookNote,
  LedgerTable,
  ObjectStore,
  Outbox,
  SlotOf,
  StatementPointer,
} from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { accountNames } from '#domain/bank/account-names.ts';
import { reconciled } from '#domain/reconcile/account.ts';
import { makeBook } from '#domain/reconcile/book.ts';
import { byReceipt, distinct, supersessions } from '#domain/reconcile/supersede.ts';
import { campaignsOf } from '../campaigns-in-force.ts';
import { mapLimited } from '../shell/limit.ts';
import type { Counts } from '../shell/queue-function.ts';
import type { UnitsInForce } from '../units-in-force.ts';
import { duplicatesAcrossFiles } from './across-files.ts';
import { besideFiles } from './beside-files.ts';
import { keepMatches } from './keep-matches.ts';
import { markSuperseded } from './mark-superseded.ts';
import { summaryOf } from './summaries.ts';

/** What reconciling a book needs. */
export interface BookDeps {
  readonly ledger: ObjectStore;
  readonly table: LedgerTable;
  readonly units: UnitsInForce;
}

export interface ReconcileDeps extends BookDeps {
  readonly outbox: Outbox<BookNote>;
}

const READS_UNDER_WAY = 8;

/** Works a book out anew and has it published. A note without a book goes on as it is. */
export async function reconcileNote(note: BookNote, deps: ReconcileDeps): Promise<Counts> {
  const { outbox } = deps;
  const { book } = note;
  if (book === undefined) {
    const deduplication = `campaigns ${note.campaigns ?? 0} units ${note.units ?? 0}`;
    await outbox.send(note, { group: 'publish', deduplication });
    return { forwarded: 1 };
  }
  const pointer = await reconcileBook(book, deps);
  if (pointer === undefined) return { empty: 1 };
  const because = `${note.units ?? 0} ${note.campaigns ?? 0}`;
  const deduplication = `${pointer.key} ${pointer.submissions} ${because}`;
  await outbox.send({ book }, { group: 'publish', deduplication });
  return { submissions: pointer.submissions };
}

/**
 * A book's account from its files alone: read, reconciled, kept under the name of its content, and pointed to.
 * Undefined when the book has no files.
 */
export async function reconcileBook(book: Book, deps: BookDeps): Promise<StatementPointer | undefined> {
  for (;;) {
    const seen = await importsIn(deps.table);
    const pointer = await reconcileOnce(book, deps);
    // Who imports tells the books that have an account by then; a new book looks for itself.
    if (pointer === undefined || (await importsIn(deps.table)) === seen) return pointer;
  }
}

/** Each file with the one name of its account: the whole number and its last digits alone may be the same account. */
function accountsNamed(slots: readonly SlotOf<'submission'>[]): SlotOf<'submission'>[] {
  const names = accountNames(slots.flatMap(({ submission }) => submission.account ?? []));
  return slots.map((slot) => {
    const account = names.get(slot.submission.account ?? '');
    return account === undefined ? slot : { ...slot, submission: { ...slot.submission, account } };
  });
}

/** How much reference data the ledger has. */
async function importsIn(table: LedgerTable): Promise<string> {
  const [campaigns, units] = await Promise.all([table.campaignImports(), table.unitImports()]);
  return `${campaigns.length} ${units.length}`;
}

async function reconcileOnce(book: Book, deps: BookDeps): Promise<StatementPointer | undefined> {
  const { ledger, table } = deps;
  const registry = await deps.units();
  const slots = await table.submissionsOf(book);
  const unit = registry.byId(book.unitId);
  if (unit === undefined) throw new Error(`unit ${book.unitId} is not in the registry`);
  if (slots.length === 0) return undefined;

  const located = await mapLimited(accountsNamed(distinct(slots)), READS_UNDER_WAY, async (slot) => ({
    ...slot,
    summary: await summaryOf(slot, ledger),
  }));
  const superseded = supersessions(located.map(({ submission }) => submission));
  const live = located
    .filter(({ submission }) => !superseded.has(submission.id))
    .sort((a, b) => byReceipt(a.submission, b.submission));
  const acrossFiles = await duplicatesAcrossFiles(live, ledger);
  const rows = await besideFiles(located, superseded, ledger);
  const campaigns = await campaignsOf(table);
  const campaign = campaigns.get(book.fund);
  const drives = [...campaigns.values()].filter(({ fundKind }) => fundKind === 'QUY_VNN');
  const of = { unit, fund: book.fund, registry, hash: hashText, acrossFiles, rows, campaign, drives };
  const made = makeBook(of, located);
  const { account, matching } = reconciled(made);
  const text = JSON.stringify(account);
  const key = `public/accounts/${hashText(text)}.json`;
  await ledger.writeText(key, text, { contentType: 'application/json', cache: 'private' });
  const matches = matching === undefined ? {} : { matches: await keepMatches(matching, made.beside, ledger) };
  const pointer = { ...book, key, submissions: slots.length, ...matches };
  await table.putStatement(pointer);
  await markSuperseded(superseded, table);
  return pointer;
}

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoLedgerTable } from '#adapters/dynamo-ledger-table.ts';
import type { LedgerTable, StatementPointer } from '#adapters/ports.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { vnd } from '#domain/money.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { dynoxideBinary } from '#infra/local/engines/dynoxide.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  BOOK,
  campaignsSlot,
  collect,
  manyFindings,
  record,
  submissionContent,
  submissionSlot,
  unitsSlot,
} from './samples.ts';

const ENGINES =
  dynoxideBinary() === undefined ? (['dynalite'] as const) : (['dynoxide', 'dynalite'] as const);
const pointer = (submissions: number, unitId = BOOK.unitId): StatementPointer => ({
  unitId,
  fund: BOOK.fund,
  key: `statements/${submissions}.json`,
  submissions,
});

describe.each(ENGINES)('the ledger table on %s', (tableEngine) => {
  let engines: TestEngines;
  let table: string;
  let ledger: LedgerTable;

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine });
  });
  beforeEach(async () => {
    ({ name: table, ledger } = await engines.table());
  });
  afterAll(() => engines.stop());

  describe('slots', () => {
    it('are none in an empty ledger', async () => {
      expect(await ledger.head()).toBe(0);
      expect(await ledger.slot(1)).toBeUndefined();
      expect(await collect(ledger.slotsAfter(0))).toEqual([]);
    });

    it('come back exactly as claimed, amounts at the ends of the exact range included', async () => {
      const content = submissionContent('a', BOOK, [
        {
          rule: 'negative-balance',
          severity: 'error',
          count: 1,
          differenceVnd: vnd(Number.MIN_SAFE_INTEGER),
        },
      ]);
      expect(await ledger.claim(1, content)).toBe(true);
      expect(await ledger.slot(1)).toEqual({ ...content, seq: 1 });
    });

    it('leave out what is undefined', async () => {
      const content = submissionContent('a');
      const declaration = { ...content.submission.declaration, filename: undefined };
      await ledger.claim(1, { ...content, submission: { ...content.submission, declaration } });
      const slot = await ledger.slot(1);
      expect(slot?.type === 'submission' && 'filename' in slot.submission.declaration).toBe(false);
    });

    it('have one winner each, however many claim at once', async () => {
      const won: number[] = [];
      // Each claims the next free place until it has one, as a commit does.
      const claimant = async (name: number): Promise<void> => {
        for (;;) {
          const seq = (await ledger.head()) + 1;
          if (await ledger.claim(seq, submissionContent(`claimant ${name}`))) {
            won.push(seq);
            return;
          }
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, name) => claimant(name)));
      const all = await collect(ledger.slotsAfter(0));
      expect(won.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(all.map((slot) => slot.seq)).toEqual(won.toSorted((a, b) => a - b));
      expect(new Set(all.map((slot) => slot.type === 'submission' && slot.submission.id)).size).toBe(20);
    });

    it('refuse a second claim and keep the first content', async () => {
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, index) => ledger.claim(1, submissionContent(`claimant ${index}`))),
      );
      expect(claims.filter((won) => won)).toHaveLength(1);
      const winner = claims.indexOf(true);
      expect(await ledger.slot(1)).toMatchObject({ summaryKey: `summaries/claimant ${winner}.json` });
    });

    it('are listed in order over several pages of a megabyte', async () => {
      const findings = manyFindings();
      const bytes = JSON.stringify(findings).length;
      const count = Math.ceil((2.5 * 1024 * 1024) / bytes);
      for (let seq = 1; seq <= count; seq++) {
        await ledger.claim(seq, submissionContent(`slot ${seq}`, BOOK, findings));
      }
      const listed = await collect(ledger.slotsAfter(5));
      expect(listed.map((slot) => slot.seq)).toEqual(
        Array.from({ length: count - 5 }, (_, index) => index + 6),
      );
      expect(await ledger.head()).toBe(count);
    });

    it('sort by number across a change of length', async () => {
      for (const seq of [9, 10, 99, 100, 1_000_000]) await ledger.claim(seq, campaignsSlot(seq));
      const listed = await collect(ledger.slotsAfter(9));
      expect(listed.map((slot) => slot.seq)).toEqual([10, 99, 100, 1_000_000]);
      expect(await ledger.head()).toBe(1_000_000);
    });

    it('that are damaged are a clear error, never a wrong figure', async () => {
      const slot = { ...submissionSlot(1, 'a'), summaryKey: 7 };
      await engines.dynamo.send(
        new PutCommand({ TableName: table, Item: { ...slot, pk: 'slot', sk: '0000000000000001' } }),
      );
      await expect(ledger.slot(1)).rejects.toThrow(/slot \/ 0000000000000001: summaryKey/);
    });
  });

  describe('records', () => {
    it('keep the first and return it to everyone after', async () => {
      const first = record('a');
      expect(await ledger.record(first.id)).toBeUndefined();
      expect(await ledger.firstRecord(first)).toEqual(first);
      expect(await ledger.firstRecord({ ...first, seenAtSeq: 7, handled: ['uploads/other'] })).toEqual(first);
      expect(await ledger.record(first.id)).toEqual(first);
    });

    it('agree on one when many are first at once', async () => {
      const standing = await Promise.all(
        Array.from({ length: 10 }, (_, index) => ledger.firstRecord({ ...record('a'), seenAtSeq: index })),
      );
      expect(new Set(standing.map((one) => one.seenAtSeq)).size).toBe(1);
    });

    it('are changed as they stand, and counted', async () => {
      const { id } = await ledger.firstRecord(record('a'));
      const changed = await ledger.changeRecord(id, (known) => ({ ...known, state: 'ACCEPTED', seq: 4 }));
      expect(changed).toEqual({ ...record('a', 'ACCEPTED'), seq: 4, version: 1 });
      expect(await ledger.record(id)).toEqual(changed);
      const again = await ledger.changeRecord(id, (known) => ({ ...known, seenAtSeq: 3 }));
      expect(again).toEqual({ ...changed, seenAtSeq: 3, version: 2 });
    });

    it('lose no change, however many change one at once', async () => {
      const { id, handled } = await ledger.firstRecord(record('a'));
      const keys = Array.from({ length: 20 }, (_, index) => `uploads/${index}`);
      await Promise.all(
        keys.map((key) =>
          ledger.changeRecord(id, (known) => ({ ...known, handled: [...known.handled, key] })),
        ),
      );
      const after = await ledger.record(id);
      expect(after?.handled.toSorted()).toEqual([...handled, ...keys].toSorted());
      expect(after?.version).toBe(20);
    });

    it('are left alone by a change that finds its work done', async () => {
      const { id } = await ledger.firstRecord(record('a'));
      expect(await ledger.changeRecord(id, (known) => known)).toEqual(record('a'));
      expect(await ledger.record(id)).toEqual(record('a'));
    });

    it('are not made by a change', async () => {
      await expect(ledger.changeRecord(record('a').id, (known) => known)).rejects.toThrow(/no record/);
      expect(await collect(ledger.records())).toEqual([]);
    });

    it('tell who could not change one that others change all the time', async () => {
      const { id } = await ledger.firstRecord(record('a'));
      let rounds = 0;
      const put = (version: number) =>
        engines.dynamo.send(
          new PutCommand({ TableName: table, Item: { ...record('a'), version, pk: 'record', sk: id } }),
        );
      const quicker = dynamoLedgerTable(
        Object.assign(Object.create(engines.dynamo), {
          send: async (command: object) => {
            if (command instanceof PutCommand) await put(++rounds);
            return engines.dynamo.send(command as PutCommand);
          },
        }),
        table,
      );
      await expect(quicker.changeRecord(id, (known) => ({ ...known, seq: 9 }))).rejects.toThrow(
        /others changed it/,
      );
      expect((await ledger.record(id))?.seq).toBeUndefined();
    });

    it('are all listed, or by the beginning of their id', async () => {
      const [a, b] = [record('a'), record('b', 'REJECTED')];
      await ledger.firstRecord(a);
      await ledger.firstRecord(b);
      expect((await collect(ledger.records())).map(({ id }) => id).toSorted()).toEqual(
        [a.id, b.id].toSorted(),
      );
      expect(await collect(ledger.records(b.id))).toEqual([b]);
      expect(await collect(ledger.records('nothing.'))).toEqual([]);
    });
  });

  describe('books', () => {
    it('list their own submissions only, in order, each once', async () => {
      const later = { ...BOOK, unitId: '24@2025-07-01' as UnitId };
      const other = { ...BOOK, fund: 'QVNN-2' as FundCode };
      for (const [seq, book] of [
        [12, BOOK],
        [3, BOOK],
        [4, later],
        [5, other],
        [3, BOOK],
      ] as const) {
        await ledger.addToBook(book, submissionSlot(seq, `${seq}`, book));
      }
      expect(await ledger.submissionsOf(BOOK)).toEqual([submissionSlot(3, '3'), submissionSlot(12, '12')]);
      expect((await ledger.submissionsOf(later)).map((slot) => slot.seq)).toEqual([4]);
      expect((await ledger.submissionsOf(other)).map((slot) => slot.seq)).toEqual([5]);
    });

    it('have campaigns in force by sequence', async () => {
      await ledger.addCampaigns(campaignsSlot(10));
      await ledger.addCampaigns(campaignsSlot(2));
      await ledger.addCampaigns(campaignsSlot(10));
      expect(await ledger.campaignImports()).toEqual([campaignsSlot(2), campaignsSlot(10)]);
    });

    it('have units in force by sequence, apart from campaigns', async () => {
      for (const seq of [11, 3, 11]) await ledger.addUnits(unitsSlot(seq));
      expect(await ledger.unitImports()).toEqual([unitsSlot(3), unitsSlot(11)]);
    });

    it('never take back a statement for one of fewer submissions', async () => {
      expect(await ledger.statement(BOOK)).toBeUndefined();
      await ledger.putStatement(pointer(2));
      await ledger.putStatement(pointer(1));
      expect(await ledger.statement(BOOK)).toEqual(pointer(2));
      await ledger.putStatement({ ...pointer(2), key: 'statements/again.json' });
      expect((await ledger.statement(BOOK))?.key).toBe('statements/again.json');
      await ledger.putStatement(pointer(10));
      expect(await ledger.statement(BOOK)).toEqual(pointer(10));
    });

    it('with a statement are all listed', async () => {
      const units = ['TW', '24', '24@2025-07-01', '25159'] as UnitId[];
      for (const unitId of units) await ledger.putStatement(pointer(1, unitId));
      const listed = await collect(ledger.statements());
      expect(listed.map((one) => one.unitId).toSorted()).toEqual(units.toSorted());
    });
  });

  it('drops what is derived and nothing else', async () => {
    await ledger.claim(1, submissionContent('a'));
    await ledger.claim(2, campaignsSlot(2));
    await ledger.claim(3, unitsSlot(3));
    await ledger.firstRecord(record('a'));
    // More than one batch of deletions.
    for (let seq = 1; seq <= 60; seq++) await ledger.addToBook(BOOK, submissionSlot(seq, `${seq}`));
    await ledger.addCampaigns(campaignsSlot(2));
    await ledger.addUnits(unitsSlot(3));
    await ledger.putStatement(pointer(60));

    await ledger.dropDerived();

    expect(await ledger.submissionsOf(BOOK)).toEqual([]);
    expect(await ledger.campaignImports()).toEqual([]);
    expect(await ledger.unitImports()).toEqual([]);
    expect(await collect(ledger.statements())).toEqual([]);
    expect((await collect(ledger.slotsAfter(0))).map((slot) => slot.seq)).toEqual([1, 2, 3]);
    expect(await collect(ledger.records())).toEqual([record('a')]);
    // A statement of fewer submissions may stand again: nothing remembers the one dropped.
    await ledger.putStatement(pointer(1));
    expect(await ledger.statement(BOOK)).toEqual(pointer(1));
  });
});

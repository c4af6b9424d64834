/** Statements of a bank beside the books of one commune: from its files to what is public, and through corrections. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Totals } from '#domain/publish/node-parts.ts';
import type { Statement } from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { csv, given, spent } from '#test/domain/validate/support.ts';
import { Counter } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { makePipeline, type Pipeline, publicBytes } from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';
import { expectSameWhenRebuilt } from '#test/support/rebuilt.ts';

const UNIT = '20335';
const MARCH = { unit: UNIT, from: '2024-03-01', to: '2024-03-31' };
const APRIL = { unit: UNIT, from: '2024-04-01', to: '2024-04-30' };
const ACCOUNT = { kind: 'bankStatement', account: '4503211' } as const;

/** A line of a statement; `moved` is signed. */
const line = (date: string, document: string, moved: number, balance: number, text = 'chuyen tien') => ({
  date,
  document_no: document,
  debit_vnd: moved < 0 ? String(-moved) : '',
  credit_vnd: moved > 0 ? String(moved) : '',
  balance_vnd: String(balance),
  description: text,
});

const OPENING = 5_000_000;
const MARCH_LINES = [
  line('05/03/2024', 'PT-1', 1_000_000, 6_000_000, 'CT TNHH Vi Du ung ho'),
  line('10/03/2024', 'FT240', 2_000_000, 8_000_000, 'Hoi Mau chuyen quy'),
  line('15/03/2024', 'PC-1', -3_000_000, 5_000_000, 'Ho tro sinh ke'),
];
const MARCH_IN = csv([
  given({ document_no: 'PT-1', date: '05/03/2024' }),
  given({ document_no: 'PT-2', date: '07/03/2024', amount_vnd: '500.000', channel: 'TIEN_MAT' }),
  given({ document_no: 'PT-3', date: '10/03/2024', amount_vnd: '2.000.000', donor: 'Hội Mẫu' }),
]);
const MARCH_OUT = csv([
  spent({ document_no: 'PC-1', date: '15/03/2024', amount_vnd: '3.000.000', commune: UNIT }),
]);
/** The treasurer wrote 1,200,000 where the bank took a fee of 1,000 off. */
const APRIL_IN = csv([
  given({ document_no: 'PT-4', date: '05/04/2024', amount_vnd: '1.200.000', donor: 'Hợp tác xã Mẫu' }),
]);
const APRIL_LINES = [line('20/04/2024', 'FT777', 1_199_000, 6_199_000, 'thu phi chuyen doi')];
/** The April statement as the bank prints it: it begins again in the middle of March. */
const APRIL_STATEMENT = csv([...MARCH_LINES.slice(1), ...APRIL_LINES]);

const equalityOf = ({ equalities }: Statement, rule: string) =>
  equalities.filter((one) => one.rule === rule).map(({ varianceVnd }) => varianceVnd);
const rulesOf = ({ findings }: Statement) => findings.map(({ rule }) => rule).sort();
const findingOf = ({ findings }: Statement, rule: string) => {
  const found = findings.find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`no ${rule} among ${findings.map((one) => one.rule).join(', ')}`);
  return found;
};
/** All but how many files there are. */
const sums = ({ totals }: Statement): Omit<Totals, 'submissions'> => {
  const { submissions: _, ...rest } = totals;
  return rest;
};
/** Amounts and entries: nothing that counts findings. */
const money = ({ totals }: Statement) =>
  Object.fromEntries(
    Object.entries(totals).filter(
      ([name]) => (name.endsWith('Vnd') && name !== 'varianceVnd') || name === 'entries',
    ),
  );

type KeptMatch = Record<'lines' | 'entries', { digest: string; row: number }[]> & {
  level?: string;
  decided?: { reason: string; by: string; digest: string; row: number }[];
};

describe('a commune with its statements', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let counter: Counter;
  let published: Published;
  const now = () => published.statement('QVNN', '49', UNIT);
  const matchesKey = async () =>
    (await pipeline.table.statement({ unitId: UNIT as never, fund: 'QVNN' as never }))?.matches ?? '';
  const keptMatches = async () => {
    const text = (await pipeline.ledger.readText(await matchesKey())) ?? '';
    return text
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as KeptMatch);
  };
  let marchStatement: Sha256;
  let aprilStatement: Sha256;
  let aprilBook: Sha256;

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    counter = new Counter(engines, pipeline);
    published = new Published(pipeline.site);
    await counter.enter(MARCH_IN, { ...MARCH, kind: 'contributions', openingVnd: OPENING as never });
    await counter.enter(MARCH_OUT, { ...MARCH, kind: 'disbursements', cashVnd: 500_000 as never });
    marchStatement = await counter.enter(csv(MARCH_LINES), { ...MARCH, ...ACCOUNT });
    await counter.publish();
  });
  afterAll(() => engines.stop());

  it('is reconciled where bank and cash have what the book says, each line matched with its entry', async () => {
    const statement = await now();
    expect(statement.bank).toMatchObject({
      accounts: [
        {
          label: 'TK 1',
          period: { from: MARCH.from, to: MARCH.to },
          files: 1,
          openingVnd: OPENING,
          closingVnd: 5_000_000,
          credits: 2,
          creditVnd: 3_000_000,
          debits: 1,
          debitVnd: 3_000_000,
          unlistedIns: 0,
          unlistedOuts: 0,
          gaps: [],
        },
      ],
      day: '2024-03-31',
      balanceVnd: 5_000_000,
      cashVnd: 500_000,
      bookVnd: 5_500_000,
      matching: {
        lines: 3,
        entries: 4,
        linesLeft: { count: 0, inVnd: 0, outVnd: 0 },
        entriesLeft: { count: 0, inVnd: 0, outVnd: 0 },
        cash: { count: 1, inVnd: 500_000, outVnd: 0 },
      },
    });
    const levels = statement.bank?.matching?.levels ?? [];
    expect(levels.find(({ level }) => level === 'EXACT')).toMatchObject({ matches: 2, amountVnd: 4_000_000 });
    expect(levels.reduce((all, { lines }) => all + lines, 0)).toBe(3);
    expect(equalityOf(statement, 'BANK_BALANCE_MISMATCH')).toEqual([0]);
    expect(equalityOf(statement, 'BANK_BOOK_MISMATCH')).toEqual([0]);
    expect(statement).toMatchObject({ status: 'RECONCILED', reasons: [], findings: [] });
    expect(statement.coverage.map(({ kind }) => kind)).toEqual([
      'contributions',
      'disbursements',
      'bankStatement',
    ]);
  });

  it('counts no line of the bank as money of the book', async () => {
    const { totals, submissions } = await now();
    expect(totals).toMatchObject({ openingVnd: OPENING, donationsVnd: 3_500_000, usesVnd: 3_000_000 });
    expect(totals).toMatchObject({ closingVnd: 5_500_000, entries: 4, submissions: 3 });
    const line = submissions.find(({ kind }) => kind === 'bankStatement');
    expect(line).toMatchObject({ digest: marchStatement, acceptedVnd: 0, rows: { accepted: 3 } });
    const file = (await published.files(await now())).find(({ kind }) => kind === 'bankStatement');
    expect(file?.pages).toEqual([]);
  });

  it('keeps for itself which line was put together with which entry: each of them once, in nothing public', async () => {
    const rows = await keptMatches();
    const places = (side: 'lines' | 'entries') =>
      rows.flatMap((one) => one[side].map(({ digest, row }) => `${digest} ${row}`));
    expect([places('lines').length, new Set(places('lines')).size]).toEqual([3, 3]);
    expect([places('entries').length, new Set(places('entries')).size]).toEqual([4, 4]);
    expect(rows.filter(({ lines, entries }) => lines.length === 1 && entries.length === 1)).toHaveLength(3);
    const everything = [...(await publicBytes(pipeline.site)).values()].join('');
    expect(everything).not.toContain(await matchesKey());
    expect(everything).not.toContain('"lines":[{');
  });

  it('has a report of which every period adds up, as JSON and as CSV', async () => {
    const statement = await now();
    const { parts } = await published.report(statement);
    expect(parts.map(({ kind, name, closingVnd }) => [kind, name, closingVnd])).toEqual([
      ['THANG', '2024-03', 5_500_000],
      ['QUY', '2024-Q1', 5_500_000],
      ['SAU_THANG', '2024-H1', 5_500_000],
      ['NAM', '2024', 5_500_000],
      ['TOAN_BO', '', 5_500_000],
    ]);
    for (const { openingVnd, inVnd, outVnd, closingVnd } of parts)
      expect(openingVnd + inVnd - outVnd).toBe(closingVnd);
    const text = await published.csv(statement);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\r\n').filter((row) => row.includes('SO_DU_CUOI'))).toHaveLength(parts.length);
    expect(text).toContain('5500000');
    for (const { equalities } of parts)
      expect(equalities.find(({ rule }) => rule === 'BANK_BOOK_MISMATCH')).toMatchObject({ varianceVnd: 0 });
    const compared = text.split('\r\n').filter((row) => row.includes(',DOI_CHIEU,'));
    expect(compared).toHaveLength(parts.reduce((sum, { equalities }) => sum + equalities.length, 0));
  });

  it('takes the same statement again for the same', async () => {
    const before = await pipeline.site.readText('data/latest.json');
    const again = await counter.hand(csv(MARCH_LINES), { ...MARCH, ...ACCOUNT });
    await counter.publish();
    expect(again.history.at(-1)?.state).toBe('DUPLICATE');
    expect(await pipeline.site.readText('data/latest.json')).toBe(before);
  });

  it('counts lines once that the next statement repeats, and says what bank and book differ by', async () => {
    aprilBook = await counter.enter(APRIL_IN, {
      ...APRIL,
      kind: 'contributions',
      closingVnd: 6_699_000 as never,
    });
    aprilStatement = await counter.enter(APRIL_STATEMENT, { ...APRIL, ...ACCOUNT, from: '2024-03-10' });
    await counter.publish();
    const statement = await now();
    expect(statement.bank?.accounts).toMatchObject([
      {
        files: 2,
        repeatedLines: 2,
        creditVnd: 4_199_000,
        debitVnd: 3_000_000,
        closingVnd: 6_199_000,
        gaps: [],
      },
    ]);
    expect(findingOf(statement, 'STATEMENT_OVERLAP')).toMatchObject({ severity: 'info', count: 2 });
    expect(equalityOf(statement, 'BANK_BALANCE_MISMATCH')).toEqual([0]);
    expect(equalityOf(statement, 'CLOSING_MISMATCH')).toEqual([-1_000]);
    // The bank got 1,000 less, and nobody counted the cash at the end of April.
    expect(findingOf(statement, 'BANK_BOOK_MISMATCH')).toMatchObject({
      expectedVnd: 6_700_000,
      actualVnd: 6_199_000,
      differenceVnd: -501_000,
      status: 'OPEN',
    });
    expect(findingOf(statement, 'BANK_LINES_NOT_IN_BOOK')).toMatchObject({
      digest: aprilStatement,
      rows: [4],
      actualVnd: 1_199_000,
    });
    expect(findingOf(statement, 'ENTRIES_NOT_IN_BANK')).toMatchObject({
      digest: aprilBook,
      rows: [2],
      actualVnd: 1_200_000,
    });
  });

  it('lets a treasurer confirm a match; it says by how much the two differ, and moves no đồng', async () => {
    const before = await now();
    const decision = csv([
      {
        action: 'XAC_NHAN_KHOP',
        statement_file: aprilStatement.slice(0, 8),
        statement_row: '4',
        book_file: aprilBook.slice(0, 12),
        book_row: '2',
        reason: 'Ngân hàng trừ phí chuyển đổi',
        office: 'Kế toán Ban vận động',
      },
    ]);
    const decided = await counter.enter(decision, {
      ...{ unit: UNIT, kind: 'decisions', from: APRIL.from, to: APRIL.to },
    });
    await counter.publish();
    const [confirmed] = (await keptMatches()).filter(({ level }) => level === 'CONFIRMED');
    expect(confirmed?.decided).toEqual([
      { reason: 'Ngân hàng trừ phí chuyển đổi', by: 'Kế toán Ban vận động', digest: decided, row: 2 },
    ]);
    const after = await now();
    expect(rulesOf(after)).not.toContain('BANK_LINES_NOT_IN_BOOK');
    expect(rulesOf(after)).not.toContain('ENTRIES_NOT_IN_BANK');
    expect(rulesOf(after)).not.toContain('DECISION_IDLE');
    expect(findingOf(after, 'MATCH_CONFIRMED_DIFFERS').differenceVnd).toBe(-1_000);
    expect(money(after)).toEqual(money(before));
  });

  it('lets a unit explain a finding by its mark, and changes no sum for that', async () => {
    const before = await now();
    const { mark } = findingOf(before, 'BANK_BOOK_MISMATCH');
    const reason = 'Còn 500.000 đồng tiền mặt, phí 1.000 đồng chưa ghi; gọi 0912345678';
    const explained = csv([
      { action: 'GIAI_TRINH', finding: mark, reason, office: 'Kế toán', date: '02/05/2024' },
    ]);
    const digest = await counter.enter(explained, { ...APRIL, kind: 'decisions' });
    await counter.publish();
    const after = await now();
    const found = findingOf(after, 'BANK_BOOK_MISMATCH');
    expect(found).toMatchObject({
      mark,
      status: 'EXPLAINED',
      explained: { by: 'Kế toán', on: '2024-05-02', digest, row: 2 },
    });
    expect(found.explained?.text).toContain('phí 1.000 đồng chưa ghi');
    expect(found.explained?.text).not.toContain('0912345678');
    expect(JSON.stringify(sums(after))).toBe(JSON.stringify(sums(before)));
    expect(JSON.stringify(after.equalities)).toBe(JSON.stringify(before.equalities));
    expect(after.status).toBe(before.status);
  });

  it('keeps the first match confirmed when a second file of decisions comes', async () => {
    expect(rulesOf(await now())).not.toContain('BANK_LINES_NOT_IN_BOOK');
  });

  it('has no finding left of what a correcting file mends, and says with which file it was gone', async () => {
    const corrected = csv([
      given({ document_no: 'PT-4', date: '20/04/2024', amount_vnd: '1.199.000', donor: 'Hợp tác xã Mẫu' }),
    ]);
    const digest = await counter.enter(corrected, {
      ...APRIL,
      kind: 'contributions',
      closingVnd: 6_699_000 as never,
      cashVnd: 500_000 as never,
    });
    await counter.publish();
    const statement = await now();
    expect(equalityOf(statement, 'BANK_BOOK_MISMATCH')).toEqual([0]);
    expect(rulesOf(statement)).not.toContain('BANK_BOOK_MISMATCH');
    expect(equalityOf(statement, 'CLOSING_MISMATCH')).toEqual([0]);
    expect(statement.resolved).toContainEqual(
      expect.objectContaining({
        rule: 'CLOSING_MISMATCH',
        differenceVnd: -1_000,
        status: 'RESOLVED',
        resolved: { digest, on: '2025-01-15' },
      }),
    );
  });

  it('names the days that no statement covers, and the balance that they hide', async () => {
    const june = csv([line('03/06/2024', 'FT900', 100_000, 7_000_000)]);
    const days = { from: '2024-06-01', to: '2024-06-30' };
    const digest = await counter.enter(june, { ...APRIL, ...ACCOUNT, ...days });
    await counter.publish();
    const statement = await now();
    expect(findingOf(statement, 'STATEMENT_GAP')).toMatchObject({
      digest,
      differenceVnd: 6_900_000 - 6_199_000,
      params: { account: 'TK 1', from: '2024-05-01', to: '2024-05-31', days: 31 },
    });
    const stretches = statement.coverage.find(({ kind }) => kind === 'bankStatement')?.stretches;
    expect(stretches).toContainEqual({ from: '2024-05-01', to: '2024-05-31', state: 'MISSING' });
    expect(stretches).toContainEqual({ from: '2024-03-10', to: '2024-03-31', state: 'OVERLAP' });
  });

  it('says with which corrected file a disbursement came that the bank had shown before', async () => {
    const july = { unit: UNIT, from: '2024-07-01', to: '2024-07-31' };
    const paid = (document_no: string, amount_vnd: string) =>
      spent({ document_no, date: '09/07/2024', amount_vnd, commune: UNIT });
    const [first, missing] = [paid('PC-8', '200.000'), paid('PC-9', '300.000')];
    await counter.enter(csv([first]), { ...july, kind: 'disbursements' });
    const lines = [
      line('09/07/2024', 'PC-8', -200_000, 6_800_000),
      line('09/07/2024', 'PC-9', -300_000, 6_500_000),
    ];
    // The account is told by its last digits this time.
    const statement = await counter.enter(csv(lines), { ...july, ...ACCOUNT, account: '3211' });
    await counter.publish();
    expect((await now()).bank?.accounts).toHaveLength(1);
    const ofJuly = ({ findings }: Pick<Statement, 'findings'>) =>
      findings.filter(({ rule, digest }) => rule === 'BANK_LINES_NOT_IN_BOOK' && digest === statement);
    const [standing, ...others] = ofJuly(await now());
    expect(standing).toMatchObject({ rows: [3], actualVnd: 300_000, status: 'OPEN' });
    expect(others).toEqual([]);
    const corrected = await counter.enter(csv([first, missing]), { ...july, kind: 'disbursements' });
    await counter.publish();
    const after = await now();
    expect(ofJuly(after)).toEqual([]);
    expect(ofJuly({ findings: after.resolved })).toEqual([
      { ...standing, status: 'RESOLVED', resolved: { digest: corrected, on: '2025-01-15' } },
    ]);
  });

  it('is the same, byte for byte, when everything is derived again', () => expectSameWhenRebuilt(pipeline));
});

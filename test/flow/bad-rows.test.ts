/** Files with a fault in some place: that place is named, and nothing else of the file is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, given, spent } from '#test/domain/validate/support.ts';
import { Counter, type Says } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { makePipeline, type Pipeline } from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';
import { statementOf } from './open-books.ts';

const [PROVINCE, UNIT] = ['49', '20335'] as const;

interface Case {
  readonly name: string;
  readonly says: Says;
  readonly text: string;
  readonly state: 'ACCEPTED' | 'ACCEPTED_WITH_QUARANTINE';
  /** Rules met, and the rows that they name. */
  readonly findings: readonly (readonly [rule: string, ...rows: number[]])[];
  readonly accepted: number;
  readonly acceptedVnd: number;
  /** Findings of the book that the file brings up, as published. */
  readonly published?: readonly string[];
}

const bank = { unit: UNIT, kind: 'bankStatement' } as const;
const goods = (quantity: string, document: string) =>
  given({ amount_vnd: '', channel: 'HIEN_VAT', item: 'Gạo', quantity, unit: 'kg', document_no: document });
const target = (unit: string, year = '2024') => ({
  ...{ year, indicator: 'VAN_DONG', for_unit: unit, target: '5.000.000' },
});

const CASES: readonly Case[] = [
  {
    name: 'a statement whose closing does not follow from its lines',
    says: bank,
    text: statementOf([
      { day: '05/03', moved: 1_000_000, balance: 1_000_000 },
      { day: '06/03', moved: 500_000, balance: 1_500_000 },
      { day: '07/03', moved: 200_000, balance: 1_690_000 },
    ]),
    state: 'ACCEPTED',
    findings: [['BALANCE_BREAK', 4]],
    accepted: 3,
    acceptedVnd: 1_700_000,
    published: ['BANK_BALANCE_MISMATCH'],
  },
  {
    name: 'a statement that closes at another figure than was declared',
    says: { ...bank, closingVnd: 1_000_001 as never },
    text: statementOf([{ day: '05/03', moved: 1_000_000, balance: 1_000_000 }]),
    state: 'ACCEPTED',
    findings: [],
    accepted: 1,
    acceptedVnd: 1_000_000,
    published: ['STATEMENT_DECLARED_MISMATCH'],
  },
  {
    name: 'a statement with a day out of order',
    says: bank,
    text: statementOf([
      { day: '05/03', moved: 1_000_000, balance: 1_000_000 },
      { day: '06/03', moved: 500_000, balance: 1_500_000 },
      { day: '01/03', moved: 200_000, balance: 1_700_000 },
      { day: '07/03', moved: 300_000, balance: 2_000_000 },
    ]),
    state: 'ACCEPTED',
    findings: [['STATEMENT_DATES_UNORDERED', 4]],
    accepted: 4,
    acceptedVnd: 2_000_000,
  },
  {
    name: 'transfers to and from units that nobody knows',
    says: { unit: PROVINCE, kind: 'disbursements' },
    text: csv([
      spent({ purpose: 'CHUYEN_CAP_DUOI', commune: '', to_unit: 'Xã Không Có', amount_vnd: '3.000.000' }),
      spent({ purpose: 'CHUYEN_CAP_DUOI', commune: '', to_unit: UNIT, document_no: 'PC-2' }),
    ]),
    state: 'ACCEPTED',
    findings: [['TRANSFER_UNIT_UNKNOWN', 2]],
    accepted: 2,
    acceptedVnd: 4_000_000,
  },
  {
    name: 'targets for units that do not exist in that year',
    says: { unit: PROVINCE, kind: 'targets' },
    text: csv([target(UNIT), target('99999'), target('20338', '2026'), target('')]),
    state: 'ACCEPTED_WITH_QUARANTINE',
    findings: [
      ['TARGET_UNIT_UNKNOWN', 3],
      ['TARGET_UNIT_UNKNOWN', 4],
    ],
    accepted: 2,
    acceptedVnd: 0,
  },
  {
    name: 'amounts below zero where none can be',
    says: { unit: PROVINCE, kind: 'allocations' },
    text: csv([
      { stage: 'PHAN_BO', date: '05/03/2024', amount_vnd: '5.000.000', to_unit: UNIT },
      { stage: 'PHAN_BO', date: '06/03/2024', amount_vnd: '-5.000.000', to_unit: UNIT },
    ]),
    state: 'ACCEPTED_WITH_QUARANTINE',
    findings: [['NEGATIVE_NOT_ALLOWED', 3]],
    accepted: 1,
    acceptedVnd: 5_000_000,
  },
  {
    name: 'a quantity of goods below zero',
    says: { unit: UNIT, kind: 'contributions' },
    text: csv([goods('50', 'PT-1'), goods('-70', 'PT-2'), given({ document_no: 'PT-3' })]),
    state: 'ACCEPTED_WITH_QUARANTINE',
    findings: [['QUANTITY_NEGATIVE', 3]],
    accepted: 2,
    acceptedVnd: 1_000_000,
  },
  {
    name: 'a statement of two accounts',
    says: bank,
    text: [
      'Số tài khoản: 4503211009988',
      statementOf([{ day: '05/03', moved: 1_000_000, balance: 1_000_000 }]).trim(),
      'Số tài khoản: 4503211007777,,,,',
      ...statementOf([{ day: '06/03', moved: 500_000, balance: 500_000 }])
        .split('\n')
        .slice(1),
    ].join('\n'),
    // The title between them is no line of an account; both of those are entered.
    state: 'ACCEPTED',
    findings: [
      ['STATEMENT_TWO_ACCOUNTS', 4],
      ['BALANCE_BREAK', 5],
    ],
    accepted: 2,
    acceptedVnd: 1_500_000,
  },
  {
    name: 'a statement that does not say its currency',
    says: bank,
    text: 'Ngày giao dịch,Ghi có,Số dư\n05/03/2024,1000000,1000000\n',
    state: 'ACCEPTED',
    findings: [['STATEMENT_CURRENCY_ASSUMED', 1]],
    accepted: 1,
    acceptedVnd: 1_000_000,
  },
];

describe('a fault in some place of a file', () => {
  let engines: TestEngines;
  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
  });
  afterAll(() => engines.stop());

  it.each(CASES)('is named there, and the rest is entered: $name', async (one) => {
    const pipeline: Pipeline = await makePipeline(engines);
    const counter = new Counter(engines, pipeline);
    const record = await counter.hand(one.text, one.says);
    const named = record.findings.map(({ rule, rows = [] }) => [rule, ...rows]);
    expect([record.state, named]).toEqual([one.state, one.findings]);
    const slot = await pipeline.table.slot(record.seq ?? 0);
    if (slot?.type !== 'submission') throw new Error('not entered');
    const { rows, acceptedVnd } = slot.submission;
    expect({ accepted: rows.accepted, acceptedVnd }).toEqual({
      accepted: one.accepted,
      acceptedVnd: one.acceptedVnd,
    });
    expect(rows.accepted + rows.quarantined + rows.ignored).toBe(rows.total);
    await counter.publish();
    const commune = one.says.unit === PROVINCE ? undefined : one.says.unit;
    const { findings } = await new Published(pipeline.site).statement('QVNN', PROVINCE, commune);
    const rules = findings.map(({ rule }) => rule);
    for (const rule of [...one.findings.map(([rule]) => rule), ...(one.published ?? [])])
      expect(rules).toContain(rule);
  });
});

/** Promise 6: every private value of the sample books is looked for in every public byte. */

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BankLineSchema } from '#domain/bank/account-file.ts';
import { isBookKind, isCode, REGISTER_KINDS, type TableKind } from '#domain/codes.ts';
import { type Entry, EntrySchema } from '#domain/entry.ts';
import { REGISTER_SCHEMAS } from '#domain/registers/register.ts';
import { DeclarationSchema } from '#domain/submission.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { readLines } from '#handlers/shell/read-lines.ts';
import { csv, given, spent } from '#test/domain/validate/support.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  drain,
  makePipeline,
  type Pipeline,
  publicBytes,
  recordOf,
  runIngest,
  upload,
} from '#test/support/pipeline.ts';
import { sampleFiles } from '#test/support/sample-books.ts';

const ORGANISATIONS = [
  'TAP_THE',
  'CO_QUAN_DON_VI',
  'DOANH_NGHIEP',
  'TON_GIAO',
  'LUC_LUONG_VU_TRANG',
  'QUOC_TE',
];
/** Cells of one more pair of files, each with somebody in it where a thing, a code or a body belongs. */
const PLANTED = {
  item: 'Gạo cho bà Nguyễn Thị Thử Rò, ĐT 0912 345 678, CCCD 001199012345',
  unit: 'bao của ông Lò Văn Thử',
  donors: [
    'Linh mục Giuse Trần Thử Rò',
    'Đại đức Thích Thử Tâm',
    'Thầy Đỗ Thử A',
    'Bs. Thử',
    'Mr Thuro',
    'Ô. Thử',
    'A. Thử Rò',
    'G/đ ông Thử',
    'Nhóm của bà Thử Rò',
    'BÙI THỬ RÒ',
    'Bui Thu Ro',
    'Công ty Mẫu, Phạm Thử Rò',
  ],
  documents: ['Nguyễn Thử Rò 1', 'QĐ 15 Thử Rò', 'CMND 12345678', 'NGUYỄN THỬ RÒ 1', '0912-345-678'],
};
/** What stands in those cells and nowhere else. */
const PLANTED_SECRETS =
  /th[ửu](?:[^\p{L}]+(?:r[òo]|a|tâm)(?!\p{L})|ro)|(?:ông|văn|bs\.|ô\.) thử|0912|12345678|001199/iu;

/** Transfers of which somebody is the other end, and the round. */
const TRANSFERS = { unit: 'Ủy ban của ông Lò Văn Thử', round: 'Đợt của bà Nguyễn Thử Rò' };
const REGISTER_NOTE = 'Gặp bà Nguyễn Thử Rò, 0912 345 678';
const ACCOUNT_NUMBER = '45032110917732';
/** A reason is public, but for the numbers in it. */
const REASON = 'Ngân hàng ghi chậm một ngày';

/** Rows of statements and registers: each says something that belongs to a person. */
const besideFiles = (): { kind: TableKind; text: string }[] => [
  {
    kind: 'bankStatement',
    text: `Số tài khoản: ${ACCOUNT_NUMBER}\n${csv(
      [1, 2, 3].map((day) => ({
        date: `0${day}/03/2024`,
        document_no: `FT0912345678.${day}`,
        credit_vnd: '1.000.000',
        balance_vnd: `${day}.000.000`,
        description: `LO VAN THURO chuyen tien ${day}, CMND 001199012345`,
        account: '19035678910912',
        counterparty: 'Lò Thử Rò',
      })),
    )}`,
  },
  {
    kind: 'allocations',
    text: csv([
      {
        stage: 'DANG_KY',
        date: '01/02/2024',
        amount_vnd: '5.000.000',
        donor: 'Bà Nguyễn Thử Rò',
        note: REGISTER_NOTE,
      },
      {
        stage: 'PHAN_BO',
        date: '01/02/2024',
        amount_vnd: '4.000.000',
        to_unit: TRANSFERS.unit,
        round: TRANSFERS.round,
      },
    ]),
  },
  {
    kind: 'targets',
    text: csv([
      {
        year: '2024',
        indicator: 'VAN_DONG',
        target: '5.000.000',
        organisation: 'Ông Lò Văn Thử',
        note: REGISTER_NOTE,
      },
      { year: '2024', indicator: 'HO_GIUP', target: '7', note: REGISTER_NOTE },
    ]),
  },
  {
    kind: 'houses',
    text: csv(
      ['Bà Nguyễn Thử Rò', 'Ông Lò Văn Thử', 'Nhóm của bà Thử Rò'].map((funder, i) => ({
        ...{ house: `Nhà Thuro 0912-${i}`, work: 'NHA_XAY_MOI', status: 'BAN_GIAO', date: '01/06/2024' },
        ...{ commune: 'Xã của ông Thử', funder, amount_vnd: '9.000.000', note: REGISTER_NOTE },
      })),
    ),
  },
  {
    kind: 'decisions',
    text: csv([
      {
        action: 'GIAI_TRINH',
        finding: '0123456789',
        reason: `${REASON}, gọi 0912 345 678`,
        office: 'Kế toán 0912345678',
      },
      {
        ...{
          action: 'QUY_DOI',
          item: PLANTED.item,
          from_measure: PLANTED.unit,
          to_measure: 'kg',
          factor: '30',
        },
        ...{ basis: REGISTER_NOTE, reason: REASON, office: 'Thủ kho' },
      },
    ]),
  },
];

const plantedFiles = (): { kind: TableKind; text: string }[] => [
  {
    kind: 'contributions',
    text: csv(
      PLANTED.donors.map((donor, i) =>
        given({
          ...{ donor, donor_class: 'TAP_THE', document_no: PLANTED.documents[i % 5] ?? '', ...goodsCells },
          ...(i === 0
            ? { channel: 'CAP_TREN_CHUYEN', from_unit: TRANSFERS.unit, round: TRANSFERS.round }
            : {}),
        }),
      ),
    ),
  },
  {
    kind: 'disbursements',
    text: csv(
      PLANTED.documents.map((document, i) =>
        spent({
          ...{ document_no: document, decision_no: document, beneficiary_ref: 'Lò Thử Rò', ...goodsCells },
          organisation: PLANTED.donors[2 * i] ?? '',
          ...(i === 0 ? { purpose: 'CHUYEN_CAP_DUOI', to_unit: TRANSFERS.unit, round: TRANSFERS.round } : {}),
        }),
      ),
    ),
  },
  ...besideFiles(),
];
const goodsCells = { item: PLANTED.item, quantity: '7', unit: PLANTED.unit };

const UPLOADER = 'Kế toán Nguyễn Thị Ví Dụ';
const FILENAME = 'sổ thu của chị Ví Dụ.csv';
/** Shorter texts ("có", "bộ") are found everywhere by chance. */
const TELLING_LENGTH = 5;

/** What a row says in words, but for codes, days, and what is told of it in public. */
const textsOf = (row: object): string[] =>
  Object.entries(row).flatMap(([name, value]) => {
    if (name === 'extra') return Object.values(value as object).map(String);
    return typeof value === 'string' && PRIVATE_TEXTS.has(name) ? [value] : [];
  });
/** Funders, bodies and rounds may be printed as far as they name nobody: those of persons are planted. */
const PRIVATE_TEXTS = new Set(['reference', 'text', 'house', 'donor', 'note', 'basis']);

const withoutHashes = (text: string): string =>
  text.replaceAll(/\b(?:[0-9a-f]{64}|[txk]?[0-9a-f]{10})\b/g, '');

describe('a public byte', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let publicTexts: readonly string[];
  let everything: string;
  const entries: Entry[] = [];
  /** Texts of bank lines, and of registers but for what is public in them. */
  const besideTexts: string[] = [];

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    for (const { bytes, declaration } of sampleFiles()) {
      const named = { ...declaration, uploader: UPLOADER, filename: FILENAME };
      await runIngest(pipeline, await upload(pipeline, bytes, named));
    }
    for (const { kind, text } of plantedFiles()) {
      const declaration = v.parse(DeclarationSchema, {
        unit: '20335',
        fund: 'QVNN',
        kind,
        period: { from: '2024-01-01', to: '2024-12-31' },
        receivedAt: '2025-03-01T00:00:00Z',
      });
      const event = await upload(pipeline, Buffer.from(text), declaration);
      await runIngest(pipeline, event);
      expect((await recordOf(pipeline, event.key))?.state, kind).toBe('ACCEPTED');
    }
    await drain(engines, pipeline);
    publicTexts = [...(await publicBytes(pipeline.site)).values()];
    everything = publicTexts.join('\n');
    for await (const slot of pipeline.table.slotsAfter(0)) {
      if (slot.type !== 'submission') continue;
      const { kind } = slot.submission.declaration;
      for await (const line of readLines(pipeline.ledger.read(slot.entriesKey))) {
        const row: unknown = JSON.parse(line);
        if (isBookKind(kind)) entries.push(v.parse(EntrySchema, row));
        else if (kind === 'bankStatement') besideTexts.push(...textsOf(v.parse(BankLineSchema, row)));
        else if (isCode(REGISTER_KINDS, kind))
          besideTexts.push(...textsOf(v.parse(REGISTER_SCHEMAS[kind], row)));
      }
    }
  });
  afterAll(() => engines.stop());

  const isPrintable = (entry: Entry): boolean =>
    entry.direction === 'in' && (entry.publishName || ORGANISATIONS.includes(entry.donorClass));

  /** Names that may be printed. */
  const printable = (): string[] =>
    entries.flatMap((entry) => (entry.direction === 'in' && isPrintable(entry) ? [entry.donor ?? ''] : []));

  /**
   * Texts that stand in public for another reason: the invented people share names, and a voucher of spending
   * or a commune is public wherever else it is written too.
   */
  const publicElsewhere = (): string =>
    [
      ...printable(),
      ...entries.flatMap((entry) =>
        entry.direction === 'out'
          ? [
              entry.documentNo,
              entry.decisionNo,
              entry.communeId && shippedRegistry().byId(entry.communeId)?.name,
            ]
          : [],
      ),
    ].join('\n');

  /** The private values that stand in public bytes; looks for at least `atLeast` different ones. */
  const leaked = (values: readonly (string | undefined)[], atLeast: number): string[] => {
    const elsewhere = publicElsewhere();
    const telling = [...new Set(values)].filter(
      (value): value is string =>
        value !== undefined && value.length >= TELLING_LENGTH && !elsewhere.includes(value),
    );
    expect(telling.length).toBeGreaterThanOrEqual(atLeast);
    return telling.filter((value) => everything.includes(JSON.stringify(value).slice(1, -1)));
  };

  it('is there to be searched', () => {
    expect(everything.length).toBeGreaterThan(100_000);
    expect(entries.length).toBeGreaterThan(1_000);
  });

  it('names no person who gave without consent', () => {
    const unconsented = entries.flatMap((entry) =>
      entry.direction === 'in' && !entry.publishName && !ORGANISATIONS.includes(entry.donorClass)
        ? [entry.donor]
        : [],
    );
    expect(leaked(unconsented, 50)).toEqual([]);
  });

  it('names organisations and persons who agreed', () => {
    for (const name of [...printable()]
      .filter((donor) => !/^(ông|bà|anh|chị|cô|chú|bác|hộ|gia đình)\b/i.test(donor))
      .slice(0, 40)) {
      expect(everything).toContain(JSON.stringify(name).slice(1, -1));
    }
  });

  it('tells of no beneficiary, hamlet or class of household', () => {
    const out = entries.filter((entry) => entry.direction === 'out');
    expect(
      leaked(
        out.map((entry) => entry.beneficiaryRef),
        50,
      ),
    ).toEqual([]);
    expect(
      leaked(
        out.map((entry) => entry.hamlet),
        5,
      ),
    ).toEqual([]);
    expect(everything).not.toMatch(/beneficiaryClass|beneficiaryRef|"persons"|HO_CAN_NGHEO/);
  });

  it('repeats no note, earmark, basis of value, nor cell of an unknown column', () => {
    const texts = entries.flatMap((entry) => [
      entry.note,
      entry.direction === 'in' ? entry.earmark : undefined,
      entry.goods?.valueBasis,
      ...Object.values(entry.extra ?? {}),
    ]);
    expect(leaked(texts, 20)).toEqual([]);
  });

  it('holds no document number of a gift but its last four digits', () => {
    const numbers = entries.flatMap((entry) => (entry.direction === 'in' ? [entry.documentNo] : []));
    expect(leaked(numbers, 100)).toEqual([]);
  });

  it('holds nobody out of goods, units of measure, document numbers or names of bodies', () => {
    const planted = entries.filter(({ goods }) => goods?.item === PLANTED.item);
    expect(planted).toHaveLength(PLANTED.donors.length + PLANTED.documents.length);
    for (const cell of [PLANTED.item, PLANTED.unit, ...PLANTED.donors, ...PLANTED.documents])
      expect(cell.replaceAll('-', '')).toMatch(PLANTED_SECRETS);
    expect(PLANTED_SECRETS.exec(withoutHashes(everything).normalize('NFC'))?.[0]).toBeUndefined();
    expect(everything).toContain('"item":"Hiện vật khác","unitOfMeasure":"đơn vị"');
  });

  it('repeats nothing of a line of the bank, of a register or of who stands in it', () => {
    const books = [...publicTexts]
      .filter((text) => !text.startsWith('{"type":"rows"'))
      .map(withoutHashes)
      .join('\n');
    for (const told of ['FT0912345678', 'LO VAN THURO', 'Nhà Thuro', REGISTER_NOTE, 'Bà Nguyễn Thử Rò'])
      expect(besideTexts.join('\n')).toContain(told);
    expect(leaked(besideTexts, 15)).toEqual([]);
    expect(books).not.toMatch(new RegExp(`(?<!\\d)${ACCOUNT_NUMBER.slice(-4)}(?!\\d)`));
    // They were made public, as far as they may be.
    for (const told of [
      '"kind":"bankStatement"',
      '"organisation":"Nhà hảo tâm","alone":3,"shared":0',
      '"pledgedVnd":5000000',
    ])
      expect(everything.includes(told), told).toBe(true);
  });

  it('says neither who handed a file in nor what it was called', () => {
    expect(everything).not.toContain(UPLOADER);
    expect(everything).not.toContain(FILENAME);
  });

  it('holds no number as long as a telephone or account number in a text', () => {
    // Whole JSON numbers are amounts; hashes and marks are hexadecimal.
    const texts = withoutHashes(everything).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    const long = texts.filter((text) => /\d{9,}/.test(text));
    expect(long).toEqual([]);
  });
});

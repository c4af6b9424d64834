import { describe, expect, it } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import { type IsoDate, vietnamDay } from '#domain/date.ts';
import { acrossOf } from '#domain/publish/across.ts';
import { MAX_RETRACTED } from '#domain/publish/across-schema.ts';
import type { Unit } from '#domain/units/unit.ts';
import { provinceParts } from '#handlers/publish/publish-across.ts';
import { accountOf, decisions, digestOf, explain, movements, registry, unitOf } from './books.ts';

const [PROVINCE, COMMUNE, CONTINUING] = [unitOf('49'), unitOf('20335'), unitOf('01')];
const HALF_YEAR = { from: '2025-01-01', to: '2025-06-30' };

const sentBy = (unit: Unit, to: string, at: string) =>
  movements(
    'disbursements',
    'document_no,date,amount_vnd,purpose,to_unit',
    [`PC-1,2025-06-10,1000000,CHUYEN_CAP_DUOI,${to}`],
    { at, ...HALF_YEAR },
    unit,
  );
const receivedBy = (unit: Unit, from: string, at: string) =>
  movements(
    'contributions',
    'document_no,date,amount_vnd,channel,from_unit',
    [`PT-1,2025-06-12,1000000,CAP_TREN_CHUYEN,${from}`],
    { at, ...HALF_YEAR },
    unit,
  );
const partOf = (unit: Unit, file: ReturnType<typeof sentBy>) => accountOf([file], unit).part;

describe('a book’s part in what is told across units', () => {
  it.each([
    ['20335', { other: '20335' }],
    ['Xã Không Có Thật', { otherUnknown: true }],
    ['', {}],
  ])('says of a transfer to “%s” whether a unit is named, and whether it is known', (to, says) => {
    const { other, otherUnknown } = partOf(PROVINCE, sentBy(PROVINCE, to, '2025-07-20')).transfers[0] ?? {};
    expect({ ...(other && { other }), ...(otherUnknown && { otherUnknown }) }).toEqual(says);
  });

  it('leaves a transfer to a unit that nobody knows in transit, though another unit received as much', () => {
    const parts = [
      partOf(PROVINCE, sentBy(PROVINCE, 'Xã Không Có Thật', '2025-07-20')),
      partOf(COMMUNE, receivedBy(COMMUNE, '', '2025-07-20')),
    ];
    const { clearing, findings } = acrossOf(PROVINCE, parts, registry, hashText);
    expect(clearing).toMatchObject([{ transitVnd: 1_000_000, unsentVnd: 1_000_000, pairs: 0 }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['TRANSFER_NOT_RECEIVED', 'TRANSFER_FROM_NOBODY']);
  });

  it('says of a unit that ended when its last file came, to the centre too; of one that goes on, nothing', () => {
    const ended = partOf(PROVINCE, sentBy(PROVINCE, '20335', '2025-07-20'));
    expect(ended).toMatchObject({ asOf: '2025-06-30', receivedOn: '2025-07-20' });
    const commune = { ...ended, unit: COMMUNE, receivedOn: '2025-07-25' as IsoDate };
    expect(provinceParts(PROVINCE, [ended, commune])).toMatchObject([{ receivedOn: '2025-07-25' }]);
    const going = partOf(CONTINUING, sentBy(CONTINUING, '00001', '2025-07-20'));
    expect(going).not.toHaveProperty('receivedOn');
    expect(provinceParts(CONTINUING, [going, commune])[0]).not.toHaveProperty('receivedOn');
  });
});

describe('its transfers through corrected files', () => {
  const HEAD = 'document_no,date,amount_vnd,purpose,to_unit';
  const sending = (at: string, rows: readonly string[], more = {}) =>
    movements('disbursements', HEAD, rows, { at, ...HALF_YEAR, ...more }, PROVINCE);
  const [TEN, TWENTY] = [
    'PC-1,2025-06-10,10,CHUYEN_CAP_DUOI,20335',
    'PC-2,2025-06-11,20,CHUYEN_CAP_DUOI,20338',
  ];

  it('stand since the first file that said the same, wherever its row is now', () => {
    const first = sending('2025-07-01', [TEN, TWENTY]);
    const second = sending('2025-07-05', [TWENTY, TEN, 'PC-3,2025-06-12,30,CHUYEN_CAP_DUOI,20335']);
    const { transfers, retracted } = accountOf([first, second], PROVINCE).part;
    expect(transfers.map(({ amountVnd, row, since }) => [amountVnd, row, vietnamDay(since)])).toEqual([
      [10, 3, '2025-07-01'],
      [20, 2, '2025-07-01'],
      [30, 4, '2025-07-05'],
    ]);
    expect(transfers.map(({ first: said }) => said)).toEqual([digestOf(first), digestOf(first), undefined]);
    expect(retracted).toEqual([]);
  });

  it('are kept with the file that took them back, through any number of files', () => {
    const files = [
      sending('2025-07-01', [TEN, TEN, TWENTY]),
      sending('2025-07-05', [TEN, TWENTY]),
      sending('2025-07-09', [TWENTY]),
    ] as const;
    const { transfers, retracted } = accountOf(files, PROVINCE).part;
    expect(transfers).toMatchObject([{ amountVnd: 20, first: digestOf(files[0]) }]);
    expect(
      retracted.map(({ amountVnd, since, until, by }) => [
        amountVnd,
        vietnamDay(since),
        vietnamDay(until),
        by,
      ]),
    ).toEqual([
      [10, '2025-07-01', '2025-07-05', digestOf(files[1])],
      [10, '2025-07-01', '2025-07-09', digestOf(files[2])],
    ]);
  });

  it('are kept as far as there is room for, and the book says until when it said more', () => {
    const rows = (day: string) =>
      Array.from({ length: 150 }, (_, i) => `PC-${i},2025-06-${day},${i + 1},CHUYEN_CAP_DUOI,20335`);
    const files = ['10', '11', '12'].map((day, i) => sending(`2025-07-0${i + 1}`, rows(day)));
    const { retracted, untold } = accountOf(files, PROVINCE).part;
    expect(retracted).toHaveLength(MAX_RETRACTED);
    expect(untold && vietnamDay(untold)).toBe('2025-07-02');
    expect(accountOf(files.slice(0, 2), PROVINCE).part).not.toHaveProperty('untold');
  });

  it('are told apart though they say the very same, also when one of them is gone', () => {
    const twins = accountOf([sending('2025-07-01', [TEN, TEN])], PROVINCE).part.transfers;
    expect(twins.map(({ nth }) => nth)).toEqual([undefined, 1]);
    const left = accountOf([sending('2025-07-01', [TEN, TEN]), sending('2025-07-05', [TEN])], PROVINCE).part;
    expect(left.retracted.map(({ nth }) => nth)).toEqual([1]);
  });

  it('are told up to a day that grows with the files that come', () => {
    const may = sending('2025-06-02', ['PC-0,2025-05-10,5,CHUYEN_CAP_DUOI,20335'], {
      from: '2025-01-01',
      to: '2025-05-31',
      additional: true,
    });
    const june = sending('2025-06-20', [TWENTY], { additional: true });
    const old = sending('2025-06-25', ['PC-9,2025-02-10,5,CHUYEN_CAP_DUOI,20335'], {
      from: '2025-01-01',
      to: '2025-02-28',
      additional: true,
    });
    const told = (files: Parameters<typeof accountOf>[0]) =>
      accountOf(files, PROVINCE).part.told.map(([at, asOf]) => [vietnamDay(at), asOf]);
    expect(told([may, june, old])).toEqual([
      ['2025-06-02', '2025-05-31'],
      ['2025-06-20', '2025-06-20'],
    ]);
    // From its last day on, a unit that ended has no more to tell.
    const late = sending('2025-07-20', [TWENTY], { additional: true });
    expect(told([may, late]).at(-1)).toEqual(['2025-07-20', '2025-07-20']);
  });
});

describe('explanations of findings between units', () => {
  it('go to where the books are looked at together; a mark that cannot be between this unit and others is told', () => {
    const rows = [explain(2, 'x0123456789'), explain(3, 'CB: T-0123456789'), explain(4, 'CBk0123456789')];
    const { statement, part } = accountOf(
      [receivedBy(COMMUNE, '', '2025-07-20'), decisions(rows, { at: '2025-07-21' })],
      COMMUNE,
    );
    expect(part.explanations.map(({ mark, row }) => [mark, row])).toEqual([
      ['k0123456789', 4],
      ['t0123456789', 3],
      ['x0123456789', 2],
    ]);
    expect(statement.findings.filter(({ rule }) => rule === 'EXPLANATION_UNKNOWN')).toMatchObject([
      { count: 1, rows: [3] },
    ]);
  });
});

describe('what it owes of disclosure', () => {
  it('is told by due days of what was not done, with the day of its last file', () => {
    const { statement, part } = accountOf([sentBy(PROVINCE, '20335', '2025-07-20')], PROVINCE);
    const open = statement.duties.filter(({ state }) => state === 'OPEN');
    expect(open.length).toBeGreaterThan(0);
    expect(part.owed).toMatchObject({ period: HALF_YEAR, updatedOn: '2025-07-20' });
    const told = part.owed?.open ?? [];
    expect(told.reduce((sum, [, count]) => sum + count, 0)).toBe(open.length);
    expect(told.map(([due]) => due)).toEqual([...new Set(open.map(({ due }) => due))].sort());
  });

  it('stands for a province by its own book alone', () => {
    const own = partOf(PROVINCE, sentBy(PROVINCE, '20335', '2025-07-20'));
    const commune = partOf(COMMUNE, receivedBy(COMMUNE, '', '2025-07-20'));
    expect(provinceParts(PROVINCE, [own, commune])[0]?.owed).toEqual(own.owed);
    expect(provinceParts(PROVINCE, [commune])[0]).not.toHaveProperty('owed');
  });
});

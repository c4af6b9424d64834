import { describe, expect, it } from 'vitest';
import {
  contributionsOf,
  csv,
  type Declared,
  disbursementsOf,
  given,
  report,
  rulesOf,
  spent,
} from './support.ts';

type Case = [name: string, text: string, rules: string[], declared?: Declared];
const SPENDING: Declared = { kind: 'disbursements' };
/** The row at issue beside a sound one, so that the file itself stands. */
const one = (changes: Record<string, string>) =>
  csv([given({ document_no: 'PT-0', donor_class: 'DOANH_NGHIEP' }), given(changes)]);
const paid = (changes: Record<string, string>) => csv([spent({ document_no: 'PC-0' }), spent(changes)]);

describe('each rule is met where it should be, and no other', () => {
  it.each<Case>([
    ['nothing', one({}), []],
    ['nothing, spent', paid({}), [], SPENDING],
    ['an amount of nought', one({ amount_vnd: '0' }), []],
    ['a column beyond the contract', one({ 'Người lập': 'X' }), ['COLUMN_UNKNOWN']],
    ['a cell too few', `${one({})}a,b\n`, ['ROW_RAGGED']],
    [
      'text beyond the last heading',
      `${csv([given()]).trimEnd()},thừa\n${csv([given({ document_no: '2' })]).split('\n')[1]}\n`,
      ['ROW_RAGGED'],
    ],
    ['blank cells beyond the last heading', csv([given()]).trimEnd().concat(',,,\n'), []],
    ['a stray quote', `${one({})}PT-2,05/03/2024,ống 5" nhựa,,,5\n`, ['QUOTE_STRAY']],
    ['no amount', one({ amount_vnd: '' }), ['AMOUNT_MISSING']],
    ['an amount with its unit', one({ amount_vnd: '2,5 tỷ' }), []],
    ['an amount in words', one({ amount_vnd: 'hai triệu' }), ['AMOUNT_UNREADABLE']],
    ['a fraction of a đồng', one({ amount_vnd: '1,5' }), ['AMOUNT_FRACTION']],
    ['an amount as Excel shortens it', one({ amount_vnd: '1.00E+15' }), ['AMOUNT_E_NOTATION']],
    [
      'an amount cut by its commas',
      'Ngày,Số tiền,Người ủng hộ,Ghi chú\n5/3/2024,9,A,\n5/3/2024,500,000,A\n5/3/2024,1,500,000\n',
      ['AMOUNT_UNREADABLE'],
    ],
    ['more than was ever given at once', one({ amount_vnd: '1.000.000.000.000' }), ['AMOUNT_OUTLIER']],
    ['a unit of money without goods', one({ unit: 'triệu đồng' }), ['AMOUNT_UNREADABLE']],
    ['a currency for a unit', one({ unit: 'USD' }), ['AMOUNT_UNREADABLE']],
    ['đồng for a unit', one({ unit: 'đồng' }), []],
    ['an amount of dollars', one({ amount_vnd: '500 USD' }), ['AMOUNT_FOREIGN']],
    ['an amount as above', one({ amount_vnd: '-nt-' }), ['AMOUNT_DITTO']],
    ['a dash for an amount', one({ amount_vnd: '-' }), ['AMOUNT_MISSING']],
    ['a donor as above', one({ donor: 'nt', document_no: '//' }), ['POSSIBLE_DUPLICATE']],
    ['a day without year', one({ date: '15/9' }), []],
    [
      'a day without year in a longer period',
      one({ date: '15/9' }),
      ['DATE_NO_YEAR'],
      { from: '2023-01-01', to: '2024-12-31' },
    ],
    ['an error of a formula', one({ amount_vnd: '#REF!' }), ['FORMULA_ERROR']],
    [
      'an unreadable stated value',
      one({ item: 'Gạo', quantity: '5', unit: 'kg', stated_value_vnd: 'một triệu', value_basis: 'hoá đơn' }),
      ['AMOUNT_UNREADABLE'],
    ],
    ['an unreadable quantity', one({ item: 'Gạo', quantity: 'năm', unit: 'kg' }), ['QUANTITY_UNREADABLE']],
    ['no date', one({ date: '' }), ['DATE_UNREADABLE']],
    ['a day that the calendar lacks', one({ date: '31/04/2024' }), ['DATE_UNREADABLE']],
    ['the day of handing in', one({ date: '15/01/2025' }), ['DATE_OUTSIDE_PERIOD']],
    ['the day after', one({ date: '16/01/2025' }), ['DATE_FUTURE']],
    ['a date outside the period', one({ date: '31/12/2023' }), ['DATE_OUTSIDE_PERIOD']],
    ['both ends of the period', csv([given({ date: '2024-01-01' }), given({ date: '31/12/2024' })]), []],
    ['a channel of its own', one({ channel: 'Chuyển bằng xe' }), ['CODE_UNKNOWN']],
    ['consent that is neither', one({ publish_name: 'để hỏi' }), ['YES_NO_UNREADABLE']],
    ['an unknown campaign', one({ campaign: 'TET-1999' }), ['CAMPAIGN_UNKNOWN']],
    ['a known campaign', one({ campaign: 'TET-2024' }), []],
    ['a reversal', one({ amount_vnd: '-500.000' }), ['REVERSAL']],
    [
      'goods as they should be',
      one({
        amount_vnd: '',
        item: 'Gạo',
        quantity: '70,1',
        unit: 'tấn',
        stated_value_vnd: '0',
        value_basis: 'biên bản',
      }),
      [],
    ],
    ['goods without quantity', one({ amount_vnd: '', item: 'Gạo', unit: 'kg' }), ['GOODS_INCOMPLETE']],
    ['goods without unit', one({ amount_vnd: '', item: 'Gạo', quantity: '5' }), ['GOODS_INCOMPLETE']],
    [
      'goods valued without basis',
      one({ amount_vnd: '', item: 'Gạo', quantity: '5', unit: 'kg', stated_value_vnd: '1' }),
      ['GOODS_INCOMPLETE'],
    ],
    ['a quantity of nothing named', one({ quantity: '5' }), ['GOODS_INCOMPLETE']],
    ['two rows alike', csv([given(), given()]), ['POSSIBLE_DUPLICATE']],
    ['alike but for the note', csv([given({ note: 'lần 1' }), given({ note: 'lần 2' })]), []],
    ['no document and no decision', paid({ document_no: '' }), ['DOCUMENT_MISSING'], SPENDING],
    ['a decision only', paid({ document_no: '', decision_no: '15/QĐ' }), [], SPENDING],
    ['no purpose', paid({ purpose: '' }), ['CODE_MISSING'], SPENDING],
    ['a purpose of its own', paid({ purpose: 'Liên hoan' }), ['CODE_UNKNOWN'], SPENDING],
    ['a purpose of another fund', paid({ purpose: 'THIET_HAI_NHA' }), ['PURPOSE_NOT_ALLOWED'], SPENDING],
    ['households in words', paid({ households: 'mười' }), ['COUNT_UNREADABLE'], SPENDING],
    ['nought households', paid({ households: '0' }), ['COUNT_UNREADABLE'], SPENDING],
    ['late that is neither', paid({ late: 'sau' }), ['YES_NO_UNREADABLE'], SPENDING],
    ['a commune that is none', paid({ commune: 'Xã Không Có' }), ['COMMUNE_UNKNOWN'], SPENDING],
    [
      'goods only, outside the period, without document, for another fund',
      paid({
        document_no: '',
        date: '01/12/2023',
        purpose: 'DI_DOI',
        amount_vnd: '',
        item: 'Gạo',
        quantity: '5',
        unit: 'kg',
      }),
      ['DATE_OUTSIDE_PERIOD', 'DOCUMENT_MISSING', 'PURPOSE_NOT_ALLOWED'],
      SPENDING,
    ],
    [
      'every fault of a row at once',
      paid({ amount_vnd: 'x', date: '1/13', purpose: 'X', households: 'a', late: '?' }),
      ['AMOUNT_UNREADABLE', 'CODE_UNKNOWN', 'COUNT_UNREADABLE', 'DATE_UNREADABLE', 'YES_NO_UNREADABLE'],
      SPENDING,
    ],
    [
      'every fault of a dated row at once',
      paid({ amount_vnd: 'x', purpose: 'X', households: 'a', late: '?' }),
      ['AMOUNT_UNREADABLE', 'CODE_UNKNOWN', 'COUNT_UNREADABLE', 'YES_NO_UNREADABLE'],
      SPENDING,
    ],
  ])('%s', (_name, text, rules, declared) => {
    expect(rulesOf(text, declared).sort()).toEqual([...rules].sort());
  });

  it('names the row, the column and the first text at fault, and counts the rest', () => {
    const rows = Array.from({ length: 25 }, (_, i) =>
      given({ document_no: `${i}`, amount_vnd: `${i} thùng` }),
    );
    const { issues } = report(csv([given(), ...rows]));
    expect(issues).toEqual([
      {
        rule: 'AMOUNT_UNREADABLE',
        severity: 'error',
        count: 25,
        rows: Array.from({ length: 20 }, (_, i) => i + 3),
        column: 'Số tiền (đồng)',
        value: '0 thùng',
        places: Array.from({ length: 20 }, (_, i) => ({ row: i + 3, value: `${i} thùng` })),
      },
    ]);
  });

  it('adds up the money concerned', () => {
    const { issues } = report(
      paid({ document_no: '', amount_vnd: '7' }) +
        csv([spent({ document_no: '', amount_vnd: '5' })]).split('\n')[1],
      SPENDING,
    );
    expect(issues).toMatchObject([{ rule: 'DOCUMENT_MISSING', count: 2, rows: [3, 4], actualVnd: 12 }]);
  });
});

describe('what a file as a whole is sent back for', () => {
  it.each<Case>([
    ['nothing in it', '', ['FILE_EMPTY']],
    ['blank lines only', '\n \n;;\n,,\n', ['FILE_EMPTY']],
    ['white space only', '\n \n\u00a0\n', ['FILE_EMPTY']],
    ['a heading only', csv([given()]).split('\n')[0] ?? '', ['FILE_HEADING_ONLY']],
    ['a heading and a total', 'Ngày,Số tiền\n,\nTổng cộng,5\n', ['FILE_HEADING_ONLY']],
    ['nothing but faults', csv([given({ date: '' })]), ['NOTHING_ACCEPTED', 'DATE_UNREADABLE']],
    ['a heading with a stray quote', 'Ngày,Số "tiền",Ghi chú\n1/1/2024,5,\n', ['HEADING_QUOTES']],
    ['a heading that never closes', 'Ngày,"Số tiền\n1/1/2024,5\n', ['QUOTE_UNCLOSED']],
    ['the other kind of book', csv([spent()]), ['WRONG_KIND']],
    [
      'sums beyond reason',
      csv(
        Array.from({ length: 3 }, (_, i) => given({ document_no: `${i}`, amount_vnd: '99.999.999.999.999' })),
      ),
      ['SUM_TOO_LARGE'],
    ],
    [
      'goods beyond reason',
      csv([given({ item: 'Gạo', unit: 'kg', quantity: '999999999999' })]),
      ['SUM_TOO_LARGE'],
    ],
    [
      'reversals beyond reason',
      csv([given({ amount_vnd: '-99.999.999.999.999' }), given({ amount_vnd: '99.999.999.999.999' })]),
      ['SUM_TOO_LARGE'],
    ],
  ])('%s', (_name, text, rules, declared) => {
    expect(rulesOf(text, declared).sort()).toEqual([...rules].sort());
  });

  it('its heading before anything further down', () => {
    const bytes = `${csv([spent()])}\0`;
    expect(rulesOf(bytes)).toEqual(['WRONG_KIND']);
  });
});

describe('a row', () => {
  it('with money and goods is two entries of one row; households are told once', () => {
    const { entries_, rows, sums } = report(
      csv([spent({ item: 'Gạo', quantity: '100', unit: 'kg', households: '4', persons: '9' })]),
      SPENDING,
    );
    expect(rows).toMatchObject({ total: 2, accepted: 1, quarantined: 0, ignored: 1 });
    expect(entries_).toMatchObject([
      { row: 2, amountVnd: 1_000_000, households: 4, persons: 9 },
      { row: 2, goods: { item: 'Gạo', quantityMilli: 100_000, unitOfMeasure: 'kg' } },
    ]);
    const [money, goods] = disbursementsOf(entries_);
    expect(money?.goods).toBeUndefined();
    expect([goods?.amountVnd, goods?.households, goods?.persons]).toEqual([undefined, undefined, undefined]);
    expect(sums.byPurpose).toEqual([{ purpose: 'SINH_KE', amountVnd: 1_000_000, entries: 1, households: 4 }]);
  });

  it('with goods only tells its households', () => {
    const { sums } = report(
      csv([spent({ amount_vnd: '', item: 'Gạo', quantity: '1', unit: 'kg', households: '4' })]),
      SPENDING,
    );
    expect(sums.byPurpose).toMatchObject([{ households: 4, amountVnd: 0, entries: 0 }]);
  });

  it('is read from a file with semicolons, in any order of columns, with odd spaces', () => {
    const text =
      'Số tiền (đồng);Ghi chú;Người ủng hộ;Ngày\r\n\u00a01.500.000\u00a0;;\u200bCông ty Ví Dụ;\u00a025/12/2024\r\n';
    expect(contributionsOf(report(text).entries_)).toMatchObject([
      { row: 2, amountVnd: 1_500_000, donor: 'Công ty Ví Dụ', date: '2024-12-25' },
    ]);
  });

  it('keeps its cells of unknown columns, each under its own heading', () => {
    const text = 'Ngày,Số tiền,Khác,Khác,\n05/03/2024,5,a,b,\n06/03/2024,6,,c,\n';
    expect(report(text).entries_.map(({ extra }) => extra)).toEqual([
      { Khác: 'a', 'Khác (cột 4)': 'b' },
      { 'Khác (cột 4)': 'c' },
    ]);
  });
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { PURPOSES, SOURCES } from '#domain/codes.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import { reportCsv } from '#domain/publish/report-csv.ts';
import { REPORT_EQUALITIES, type Report } from '#domain/publish/report-schema.ts';
import { RULES } from '#domain/rules/catalogue.ts';
import { accountOf, COMMUNE, income, type Kept, QVNN } from '../reconcile/books.ts';
import { books } from '../reconcile/generated.ts';

const BLANKS = ['', '', '', '', '', '', ''];
const METHODS: Readonly<Record<string, string>> = {
  ...REPORT_EQUALITIES,
  ...Object.fromEntries(RULES.map(({ id, method }) => [id, method])),
};
const EMPTY: Report = {
  type: 'report',
  version: 3,
  unit: COMMUNE,
  fund: QVNN,
  asOf: '2024-01-31' as IsoDate,
  updatedAt: '2024-02-01T00:00:00.000Z' as Instant,
  parts: [],
  drives: [],
};

describe('the report as CSV', () => {
  const reportOf = (files: readonly Kept[]): Report => {
    const { report, drives, statement } = accountOf(files);
    return {
      type: 'report',
      version: statement.version,
      unit: statement.unit,
      fund: statement.fund,
      asOf: statement.asOf,
      updatedAt: statement.updatedAt,
      parts: report,
      drives,
    };
  };
  const read = (csv: string): string[][] =>
    Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: false }).data.slice(0, -1);

  it('reads back to the same figures', () => {
    fc.assert(
      fc.property(books, (files) => {
        const report = reportOf(files);
        const [title, heading, ...rows] = read(reportCsv(report));
        expect(title).toEqual([
          'don_vi',
          '20335',
          COMMUNE.name,
          'so',
          'QVNN',
          'so_lieu_den_ngay',
          report.asOf,
        ]);
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([heading?.length]));
        const told = rows.map((row) =>
          Object.fromEntries((heading ?? []).map((name, i) => [name, row[i] ?? ''])),
        );
        const wanted = report.parts.flatMap((part) => {
          const head = {
            ky: part.name,
            tu_ngay: part.period.from,
            den_ngay: part.period.to,
            du_so_lieu: part.complete ? 'co' : 'chua',
          };
          const line = (
            dong: string,
            ma: string,
            ten: string,
            vnd: number | '',
            entries = '',
            households = '',
          ) => ({
            ...head,
            dong,
            ma,
            ten,
            so_tien_dong: String(vnd),
            so_but_toan: entries,
            so_ho: households,
            ...{ ngay: '', tai_khoan: '', ky_vong_dong: '', thuc_te_dong: '', chenh_lech_dong: '' },
            ...{ tep: '', dong_tep: '' },
          });
          return [
            line('SO_DU_DAU', '', 'Số dư đầu kỳ', part.openingVnd),
            ...part.in.map((one) =>
              line('THU', one.source, SOURCES[one.source], one.amountVnd, String(one.entries)),
            ),
            ...part.out.map((one) =>
              line(
                'CHI',
                one.purpose,
                PURPOSES[one.purpose],
                one.amountVnd,
                String(one.entries),
                String(one.households),
              ),
            ),
            line('SO_DU_CUOI', '', 'Số dư cuối kỳ', part.closingVnd),
            ...part.equalities.map((one) => ({
              ...line('DOI_CHIEU', one.rule, METHODS[one.rule] ?? '', ''),
              ...{ ngay: one.date ?? '', tai_khoan: one.account ?? '' },
              ky_vong_dong: String(one.expectedVnd),
              thuc_te_dong: String(one.actualVnd),
              chenh_lech_dong: String(one.varianceVnd),
              ...{ tep: one.digest ?? '', dong_tep: String(one.row ?? '') },
            })),
          ];
        });
        expect(told.map(({ loai_ky: _kind, ...rest }) => rest)).toEqual(wanted);
        expect(told.every(({ dong, ten }) => dong !== 'DOI_CHIEU' || ten !== '')).toBe(true);
        expect(new Set(told.map(({ loai_ky }) => loai_ky))).toEqual(
          new Set(['Tháng', 'Quý', '6 tháng', 'Năm', 'Cả sổ']),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('closes for whoever adds its lines up', () => {
    fc.assert(
      fc.property(books, (files) => {
        let balance = 0;
        for (const [, , , , , line, , , amount] of read(reportCsv(reportOf(files))).slice(2)) {
          if (line === 'SO_DU_DAU') balance = Number(amount);
          else if (line === 'THU') balance += Number(amount);
          else if (line === 'CHI') balance -= Number(amount);
          else if (line === 'SO_DU_CUOI') expect(balance).toBe(Number(amount));
          else expect([line, amount]).toEqual(['DOI_CHIEU', '']);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('begins with a byte-order mark, ends every line with CR LF, and holds no formula', () => {
    fc.assert(
      fc.property(books, (files) => {
        const csv = reportCsv(reportOf(files));
        expect(csv.startsWith('\ufeffdon_vi,')).toBe(true);
        expect(csv.endsWith('\r\n')).toBe(true);
        expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const cell of read(csv).flat()) if (/^[=+\-@\t\r]/.test(cell)) expect(cell).toMatch(/^-\d+$/);
      }),
      { numRuns: 60 },
    );
  });

  it('has every difference as an amount with its sign, beside what it is between', () => {
    fc.assert(
      fc.property(books, (files) => {
        const [, heading = [], ...rows] = read(reportCsv(reportOf(files)));
        const cell = (row: readonly string[], name: string) => row[heading.indexOf(name)] ?? '';
        const compared = rows.filter((row) => cell(row, 'dong') === 'DOI_CHIEU');
        expect(compared.length).toBeGreaterThan(0);
        for (const row of compared) {
          const [expected, actual, variance] = ['ky_vong_dong', 'thuc_te_dong', 'chenh_lech_dong'].map(
            (name) => Number(cell(row, name)),
          );
          expect((actual ?? 0) - (expected ?? 0)).toBe(variance);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has the drives of the standing fund by source and purpose, without balances', () => {
    const drive = {
      ...{ campaign: 'TET-2024' as FundCode, name: 'Tết vì người nghèo' },
      period: { from: '2024-01-02' as IsoDate, to: '2024-02-01' as IsoDate },
      ...{ inVnd: vnd(480), outVnd: vnd(300) },
      in: [{ source: 'CA_NHAN' as const, amountVnd: vnd(480), entries: 2 }],
      out: [{ purpose: 'TET' as const, amountVnd: vnd(300), entries: 1, households: 3 }],
    };
    const rows = read(reportCsv({ ...EMPTY, drives: [drive] }));
    expect(rows.slice(2)).toEqual([
      [
        'Đợt vận động',
        'TET-2024',
        '2024-01-02',
        '2024-02-01',
        '',
        'THU',
        'CA_NHAN',
        SOURCES.CA_NHAN,
        '480',
        '2',
        '',
        ...BLANKS,
      ],
      [
        'Đợt vận động',
        'TET-2024',
        '2024-01-02',
        '2024-02-01',
        '',
        'CHI',
        'TET',
        PURPOSES.TET,
        '300',
        '1',
        '3',
        ...BLANKS,
      ],
    ]);
  });

  it('calls the whole of a campaign’s book the campaign, and that of the standing fund the book', () => {
    const report = reportOf([income(['PT-1,2024-01-02,500'], { at: 1 })]);
    const kinds = (fund: string) =>
      new Set(
        read(reportCsv({ ...report, fund: fund as FundCode }))
          .slice(2)
          .map(([kind]) => kind),
      );
    expect(kinds('QVNN')).toContain('Cả sổ');
    expect(kinds('YAGI-2024')).toContain('Cả đợt vận động');
    expect(kinds('YAGI-2024')).not.toContain('Cả sổ');
  });

  it('keeps a name with a comma or a quotation mark in one cell', () => {
    const name = 'Xã "Ví Dụ", tỉnh A';
    const csv = reportCsv({ ...EMPTY, unit: { ...COMMUNE, name } });
    expect(read(csv)[0]?.[2]).toBe(name);
  });

  it('takes the beginning of a formula from a name', () => {
    for (const name of ['=1+1', '+84 a', '-x', '@a', '\tx']) {
      const csv = reportCsv({ ...EMPTY, unit: { ...COMMUNE, name } });
      expect(read(csv)[0]?.[2]).not.toMatch(/^[=+\-@\t\r]/);
    }
  });
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { PURPOSES, SOURCES } from '#domain/codes.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { reportCsv } from '#domain/publish/report-csv.ts';
import type { Report } from '#domain/publish/report-schema.ts';
import { accountOf, COMMUNE, type Kept, QVNN } from '../reconcile/books.ts';
import { books } from '../reconcile/generated.ts';

describe('the report as CSV', () => {
  const reportOf = (files: readonly Kept[]): Report => {
    const { report, statement } = accountOf(files);
    return {
      type: 'report',
      version: statement.version,
      unit: statement.unit,
      fund: statement.fund,
      asOf: statement.asOf,
      updatedAt: statement.updatedAt,
      parts: report,
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
            vnd: number,
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
          ];
        });
        expect(told.map(({ loai_ky: _kind, ...rest }) => rest)).toEqual(wanted);
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
          else expect(balance).toBe(Number(amount));
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

  it('keeps a name with a comma or a quotation mark in one cell', () => {
    const name = 'Xã "Ví Dụ", tỉnh A';
    const csv = reportCsv({
      type: 'report',
      version: 3,
      unit: { ...COMMUNE, name },
      fund: QVNN,
      asOf: '2024-01-31' as IsoDate,
      updatedAt: '2024-02-01T00:00:00.000Z' as Instant,
      parts: [],
    });
    expect(read(csv)[0]?.[2]).toBe(name);
  });

  it('takes the beginning of a formula from a name', () => {
    for (const name of ['=1+1', '+84 a', '-x', '@a', '\tx']) {
      const csv = reportCsv({
        type: 'report',
        version: 3,
        unit: { ...COMMUNE, name },
        fund: QVNN,
        asOf: '2024-01-31' as IsoDate,
        updatedAt: '2024-02-01T00:00:00.000Z' as Instant,
        parts: [],
      });
      expect(read(csv)[0]?.[2]).not.toMatch(/^[=+\-@\t\r]/);
    }
  });
});

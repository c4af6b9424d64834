import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { addDays, day, dayMonthYear } from './days.ts';
import type { ManifestBook } from './manifest.ts';
import { person } from './names.ts';
import { makePrng, type Prng } from './prng.ts';

const HEADING =
  'Số chứng từ,Ngày,Người ủng hộ,Đối tượng ủng hộ,Công khai tên,Hình thức,Số tiền (đồng),Ghi chú\n';
const FROM = day('2025-07-01');
const TO = day('2025-12-31');
const DAYS = 184;
const FLUSH_CHARS = 1 << 20;

/** Bank rows for one day after another; the cells are such as need no quotes. */
class BankRows {
  totalVnd = 0;
  private readonly prng: Prng;
  private readonly names: readonly string[];
  private readonly days: readonly string[];

  constructor(seed: string) {
    this.prng = makePrng(seed);
    // A thousand people give again and again: names cost more than anything else in a row.
    this.names = Array.from({ length: 1000 }, () => person(this.prng));
    this.days = Array.from({ length: DAYS }, (_, i) => dayMonthYear(addDays(FROM, i)));
  }

  row(i: number, of: number): string {
    const { prng } = this;
    const amountVnd = prng.int(1, 200) * 10_000;
    this.totalVnd += amountVnd;
    const date = this.days[Math.floor((i * DAYS) / of)] ?? '';
    const consent = prng.chance(0.3) ? 'có' : '';
    return `${prng.int(5200, 5299)}.${i},${date},${prng.pick(this.names)},CA_NHAN,${consent},CHUYEN_KHOAN,${amountVnd},ung ho ${i}\n`;
  }
}

export interface LargeBook {
  readonly rows: number;
  readonly totalVnd: number;
  readonly bytes: number;
}

/** Streams one contribution book of that many rows to disk; memory does not grow with it. */
export function writeLargeBook(rows: number, file: string, seed = 'large'): LargeBook {
  const source = new BankRows(seed);
  const handle = openSync(file, 'w');
  let bytes = 0;
  let text = HEADING;
  for (let i = 0; i < rows; i += 1) {
    text += source.row(i, rows);
    if (text.length < FLUSH_CHARS) continue;
    bytes += writeSync(handle, text);
    text = '';
  }
  bytes += writeSync(handle, `${text}Tổng cộng,,,,,,${source.totalVnd},\n`);
  closeSync(handle);
  return { rows, totalVnd: source.totalVnd, bytes };
}

/**
 * Writes a contribution book of the standing fund for every commune of today (half a year, `rowsEach` rows) and a
 * manifest of them; returns the entries of the manifest.
 */
export function writeCommuneBooks(
  dir: string,
  rowsEach = 12,
  atMost = Number.POSITIVE_INFINITY,
): ManifestBook[] {
  mkdirSync(dir, { recursive: true });
  const units = shippedRegistry().communes(TO).slice(0, atMost);
  const books = units.map(({ code }): ManifestBook => {
    const file = `${code}-qvnn-thu-2025.csv`;
    const { totalVnd } = writeLargeBook(rowsEach, join(dir, file), code);
    return {
      file,
      unit: code,
      fund: 'QVNN',
      kind: 'contributions',
      from: FROM,
      to: TO,
      openingVnd: 0,
      receivedAt: '2026-01-10T02:00:00Z',
      expect: {
        state: 'ACCEPTED',
        rows: rowsEach + 2,
        accepted: rowsEach,
        quarantined: 0,
        ignored: 2,
        acceptedVnd: totalVnd,
        quarantinedVnd: 0,
        rules: [],
      },
    };
  });
  writeFileSync(
    join(dir, 'manifest.json'),
    `${JSON.stringify({ books, statements: [], targets: [] }, null, 1)}\n`,
  );
  return books;
}

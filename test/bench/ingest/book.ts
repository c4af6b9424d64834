import { closeSync, openSync, writeSync } from 'node:fs';
import type { DonorClass } from '#domain/codes.ts';
import { addDays, day, dayMonthYear } from '#infra/local/sample-books/days.ts';
import { donorName, person } from '#infra/local/sample-books/names.ts';
import { makePrng, type Prng } from '#infra/local/sample-books/prng.ts';

/** Ordinary headings, so that finding them takes nothing a treasurer's file would not take. */
const HEADING = [
  ...['STT', 'Số chứng từ', 'Ngày', 'Người ủng hộ', 'Đối tượng ủng hộ'],
  ...['Công khai tên', 'Hình thức', 'Số tiền (đồng)', 'Ghi chú'],
];
const FROM = day('2025-07-01');
const DAYS = 184;
/** Names are drawn once: people give again and again, and a name costs more than all else in a row. */
const DONORS = 100_000;
const FLUSH_CHARS = 1 << 20;

const CLASSES: Readonly<Partial<Record<DonorClass, number>>> = {
  CA_NHAN: 900,
  TAP_THE: 30,
  CO_QUAN_DON_VI: 25,
  DOANH_NGHIEP: 30,
  TON_GIAO: 5,
  AN_DANH: 10,
};
const NOTES = ['ủng hộ quỹ', 'ung ho', 'vì người nghèo', 'nộp tiền'];

interface Donor {
  readonly name: string;
  readonly donorClass: DonorClass;
  readonly consent: string;
}

/** A cell with its quotes, where it cannot do without. */
const written = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** 1.250.000 */
const dotted = (vnd: number): string => String(vnd).replace(/\B(?=(\d{3})+$)/g, '.');

/** One bank row after another, as a spreadsheet writes them. */
class Rows {
  totalVnd = 0;
  readonly #prng: Prng;
  readonly #donors: readonly Donor[];
  readonly #days = Array.from({ length: DAYS }, (_, i) => dayMonthYear(addDays(FROM, i)));

  constructor(seed: string) {
    const prng = makePrng(seed);
    this.#prng = prng;
    this.#donors = Array.from({ length: DONORS }, () => drawDonor(prng));
  }

  row(i: number, of: number): string {
    const prng = this.#prng;
    const { name, donorClass, consent } = prng.pick(this.#donors);
    const amountVnd = prng.int(1, 200) * (prng.chance(0.8) ? 10_000 : 1_000);
    this.totalVnd += amountVnd;
    const document = `${prng.int(5200, 5299)}.${i + 1}`;
    const date = this.#days[Math.floor((i * DAYS) / of)] ?? '';
    const channel = prng.chance(0.9) ? 'CHUYEN_KHOAN' : 'TIEN_MAT';
    const amount = dotted(amountVnd);
    return `${i + 1},${document},${date},${name},${donorClass},${consent},${channel},${amount},${this.#note()}\r\n`;
  }

  #note(): string {
    const prng = this.#prng;
    const note = prng.pick(NOTES);
    if (prng.chance(0.01)) return written(`${note}\nđợt ${prng.int(1, 9)}`);
    if (prng.chance(0.01)) return written(`${note}, nộp hộ "cả nhà"`);
    return prng.chance(0.5) ? `${note} FT25${prng.int(100_000, 999_999)}` : note;
  }
}

function drawDonor(prng: Prng): Donor {
  const donorClass = prng.weighted(CLASSES);
  const name = donorClass === 'CA_NHAN' ? fullName(prng) : donorName(prng, donorClass);
  return { name: written(name), donorClass, consent: prng.chance(0.3) ? 'có' : '' };
}

/** A second given name makes tens of thousands of names out of the samples: no reader may live off repetition. */
function fullName(prng: Prng): string {
  const name = `${person(prng)} ${person(prng).split(' ').at(-1)}`;
  return prng.chance(0.02) ? `${name}, thôn Mẫu ${prng.int(1, 20)}` : name;
}

/** What is known of a generated file, for whoever reads it to be held to. */
export interface Book {
  readonly file: string;
  /** Rows of data: without the heading. */
  readonly rows: number;
  readonly totalVnd: number;
  readonly bytes: number;
}

/** Streams a contributions file of that many rows to disk, some 100 bytes each; one in twenty has quotes. */
export function writeBook(rows: number, file: string): Book {
  const source = new Rows('ingest');
  const handle = openSync(file, 'w');
  let bytes = 0;
  let text = `${HEADING.join(',')}\r\n`;
  for (let i = 0; i < rows; i += 1) {
    text += source.row(i, rows);
    if (text.length < FLUSH_CHARS) continue;
    bytes += writeSync(handle, text);
    text = '';
  }
  bytes += writeSync(handle, text);
  closeSync(handle);
  return { file, rows, totalVnd: source.totalVnd, bytes };
}

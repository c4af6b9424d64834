import { isoDate } from '#domain/date.ts';
import type { EntryToMatch, LineToMatch } from '#domain/match/match.ts';
import { vnd } from '#domain/money.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { makePrng, type Prng } from '#infra/local/sample-books/prng.ts';

export interface Rows {
  readonly lines: LineToMatch[];
  readonly entries: EntryToMatch[];
}

const STATEMENT = 'a'.repeat(64) as Sha256;
const BOOK = 'b'.repeat(64) as Sha256;
const DAYS = 360;
const GROUP = 5;

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'] as const;
const MIDDLE = ['Thị', 'Văn', 'Ngọc', 'Minh', 'Đức', 'Thu', 'Quang', 'Hữu', 'Thanh', 'Kim'] as const;
const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Oanh',
  'Phúc',
] as const;
const SAID = ['ung ho dong bao bi bao lu', 'chuyen tien ung ho', 'ung ho quy vi nguoi ngheo'] as const;

const asciiOf = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toUpperCase();

/** What each kind of row is to show, in rows of a thousand. */
const KINDS = { document: 700, text: 150, equal: 80, grouped: 40, reversal: 10, noise: 20 } as const;

/** As many lines as entries of one account within a year, the same on every machine. */
export function makeRows(count: number): Rows {
  const maker = new Maker(makePrng(`match ${count}`));
  while (maker.lines.length < count) maker.some();
  return { lines: maker.lines, entries: maker.entries };
}

class Maker {
  readonly lines: LineToMatch[] = [];
  readonly entries: EntryToMatch[] = [];
  readonly #prng: Prng;

  constructor(prng: Prng) {
    this.#prng = prng;
  }

  some(): void {
    const prng = this.#prng;
    const kind = prng.weighted({
      ...KINDS,
      grouped: KINDS.grouped / (GROUP + 1),
      reversal: KINDS.reversal / 2,
    });
    const day = prng.int(0, DAYS - 1);
    const amount = prng.pick([50, 100, 200, 300, 500, 1_000, 2_000, 5_000] as const) * 1_000;
    const odd = prng.int(100, 20_000) * 1_000;
    const serial = this.lines.length;
    const documentNo = `FT24${String(serial).padStart(9, '0')}`;
    const donor = `${prng.pick(FAMILY)} ${prng.pick(MIDDLE)} ${prng.pick(MIDDLE)} ${prng.pick(GIVEN)}`;
    const narrative = `MBVCB.${prng.int(1e9, 9e9)}.${asciiOf(donor)} ${prng.pick(SAID)}.CT tu ${prng.int(1e9, 9e9)} toi 7099114642166`;
    if (kind === 'document') {
      this.#line(day, amount, { reference: documentNo, text: narrative });
      this.#entry(day + prng.int(0, 2), amount, { documentNo, text: donor });
    } else if (kind === 'text') {
      this.#line(day, amount, { text: narrative });
      this.#entry(day + prng.int(0, 2), amount, { text: donor });
    } else if (kind === 'equal') {
      this.#line(day, 200_000, { text: prng.pick(SAID) });
      this.#entry(day, 200_000, {});
    } else if (kind === 'grouped') this.#grouped(day);
    else if (kind === 'reversal') {
      this.#line(day, -odd, { text: `chi ho tro ${narrative}` });
      this.#line(day + prng.int(1, 20), odd, { text: `HOAN TRA ${narrative}` });
      this.#entry(day, odd + 7, { documentNo, text: donor });
      this.#entry(day + 1, -odd - 7, { documentNo, text: donor });
    } else {
      this.#line(day, odd * 7 + 1, { text: narrative });
      this.#entry(day, odd * 11 + 3, { text: donor });
    }
  }

  /** One credit that is several receipts, and one receipt that is several credits. */
  #grouped(day: number): void {
    const parts = () => Array.from({ length: GROUP }, () => this.#prng.int(100, 20_000) * 1_000);
    const [receipts, credits] = [parts(), parts()];
    const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
    this.#line(day + 1, sum(receipts), { text: 'nop tien vao tai khoan' });
    for (const amount of receipts) this.#entry(day, amount, {});
    for (const amount of credits) this.#line(day, amount, {});
    this.#entry(day + 1, sum(credits), {});
  }

  #date(day: number) {
    const at = new Date(Date.UTC(2024, 0, 1 + day));
    const date = isoDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
    if (date === undefined) throw new Error('no such day');
    return date;
  }

  #line(day: number, amount: number, more: Pick<LineToMatch, 'reference' | 'text'>): void {
    const row = this.lines.length + 2;
    const common = { digest: STATEMENT, row, account: '7099114642166' };
    this.lines.push({ ...common, date: this.#date(day), amountVnd: vnd(amount), ...more });
  }

  #entry(day: number, amount: number, more: Pick<EntryToMatch, 'documentNo' | 'text'>): void {
    const row = this.entries.length + 2;
    const common = { digest: BOOK, row, cash: false };
    this.entries.push({ ...common, date: this.#date(day), amountVnd: vnd(amount), ...more });
  }
}

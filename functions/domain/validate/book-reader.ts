import type { BookKind } from '../codes.ts';
import type { Entry } from '../entry.ts';
import type { Finding, Issue } from '../finding.ts';
import { addVnd, type Vnd, ZERO_VND } from '../money.ts';
import { type Heading, readHeading } from '../parse/heading.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { parseVnd } from '../parse/values.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { ControlTotal, RowCounts } from '../submission.ts';
import { clean } from '../text.ts';
import { Cells } from './cells.ts';
import { Collector } from './collector.ts';
import { CommuneFinder } from './commune.ts';
import type { BookContext } from './context.ts';
import { fingerprint } from './fingerprint.ts';
import { FingerprintSet } from './fingerprint-set.ts';
import { flagRow } from './flags.ts';
import { type RowReading, readRow } from './row.ts';
import { SummaryBuilder, type Sums } from './summary.ts';
import { totalKind } from './total-row.ts';

/** A ledger's slot has a limited size. */
const MAX_CONTROL_TOTALS = 200;

/**
 * 10^13 đồng, or thousandths of a unit of goods, of either sign: far above any fund, and far enough below the
 * exact range of numbers that no sum of a file, a book or the nation can leave it and stop the pipeline.
 */
const MAX_WEIGHT = 1e13;

/** Rows among which possible duplicates are looked for, at some twenty bytes each: far more than any real file has. */
const MAX_FINGERPRINTS = 2_000_000;
/** Longer cells are no cells: quotes that swallowed their neighbours, mostly. In UTF-16 units. */
const MAX_CELL_LENGTH = 2_000;
/** Kinds of goods, by item and unit of measure: each has a line of its own in the statement. */
const MAX_KINDS_OF_GOODS = 5_000;

/** Everything there is to say about a file's rows, once they have all been read. */
export interface BookReport {
  readonly rows: RowCounts;
  readonly entries: number;
  readonly acceptedVnd: Vnd;
  /** Sum of the readable amounts of rows set aside. */
  readonly quarantinedVnd: Vnd;
  readonly controlTotals: readonly ControlTotal[];
  readonly issues: readonly Issue[];
  readonly sums: Sums;
}

/**
 * Rows in, entries out; each row ends as exactly one of accepted, quarantined, ignored. Needs memory for the
 * sums and for eight bytes a row (to notice possible duplicates), not for the rows.
 */
export class BookReader {
  readonly #kind: BookKind;
  readonly #context: BookContext;
  readonly #communes: CommuneFinder;
  readonly #maxFingerprints: number;
  readonly #collector = new Collector();
  readonly #summary = new SummaryBuilder();
  readonly #fingerprints = new FingerprintSet();
  readonly #controlTotals: ControlTotal[] = [];
  #heading: Heading | undefined;
  #cells: Cells | undefined;
  #accepted = 0;
  #quarantined = 0;
  readonly #ignored = { heading: 0, blank: 0, total: 0 };
  #entries = 0;
  #acceptedVnd = ZERO_VND;
  #quarantinedVnd = ZERO_VND;
  #weight = 0;
  /** Set when the file must go back, mostly for its heading; rows after that are not read. */
  rejection: Finding | undefined;

  constructor(kind: BookKind, context: BookContext, maxFingerprints = MAX_FINGERPRINTS) {
    this.#kind = kind;
    this.#maxFingerprints = maxFingerprints;
    this.#context = context;
    this.#communes = new CommuneFinder(context.registry, context.unit);
  }

  /** The entries of a row: none when it is blank, heading, total or set aside. */
  read(raw: RawRow): readonly Entry[] {
    if (this.rejection) return [];
    if (raw.cells.every(isBlank)) return this.#ignore('blank');
    if (this.#heading === undefined || this.#cells === undefined) return this.#readHeading(raw);
    if (raw.fault) return this.#quarantineWhole(raw, raw.fault);
    const dateAt = this.#heading.at.date;
    const dated = dateAt !== undefined && HAS_DIGIT.test(raw.cells[dateAt] ?? '');
    const total = dated ? undefined : totalKind(raw.cells);
    if (total !== undefined) return this.#readTotal(raw, total);
    if (isRagged(raw, this.#heading.width)) return this.#quarantineWhole(raw, 'ROW_RAGGED');
    if (raw.cells.some(isTooLong)) return this.#quarantineWhole(raw, 'CELL_TOO_LONG');
    return this.#readData(raw, this.#cells);
  }

  #readHeading(raw: RawRow): readonly Entry[] {
    if (raw.fault) return this.#reject('HEADING_QUOTES', raw.row);
    const heading = readHeading(raw, this.#kind);
    if (!heading.ok) {
      this.rejection = heading.error;
      return [];
    }
    this.#heading = heading.value;
    this.#cells = new Cells(this.#kind, heading.value);
    const { unknown } = heading.value;
    if (unknown.length > 0) {
      const value = unknown.map(({ heading: text }) => text).join(', ');
      this.#collector.add('COLUMN_UNKNOWN', { row: raw.row, params: { columns: unknown.length }, value });
    }
    return this.#ignore('heading');
  }

  #readData(raw: RawRow, cells: Cells): readonly Entry[] {
    const reading = readRow(raw, cells, this.#kind, this.#context, this.#communes);
    this.#weight += weightOf(reading);
    if (this.#weight > MAX_WEIGHT) return this.#reject('SUM_TOO_LARGE', raw.row);
    if (!reading.accepted) {
      this.#quarantined += 1;
      this.#quarantinedVnd = addVnd(this.#quarantinedVnd, reading.amountVnd ?? ZERO_VND);
      for (const { rule, ...where } of reading.faults) this.#collector.add(rule, { row: raw.row, ...where });
      return [];
    }
    this.#accepted += 1;
    this.#entries += reading.entries.length;
    for (const entry of reading.entries) {
      this.#summary.add(entry);
      this.#acceptedVnd = addVnd(this.#acceptedVnd, entry.amountVnd ?? ZERO_VND);
    }
    if (this.#summary.kindsOfGoods > MAX_KINDS_OF_GOODS) return this.#reject('GOODS_TOO_VARIED', raw.row);
    flagRow(reading.entries, this.#context, this.#collector);
    if (reading.goodsIncomplete) this.#collector.add('GOODS_INCOMPLETE', { row: raw.row });
    this.#lookForTwin(reading.entries);
    return reading.entries;
  }

  #lookForTwin([entry]: readonly Entry[]): void {
    if (entry === undefined) return;
    const print = fingerprint(entry);
    if (this.#fingerprints.has(print)) {
      this.#collector.add('POSSIBLE_DUPLICATE', { row: entry.row, amountVnd: entry.amountVnd ?? ZERO_VND });
    }
    if (this.#fingerprints.size < this.#maxFingerprints) this.#fingerprints.add(print);
    else this.#collector.add('DUPLICATES_SOUGHT_IN_PART', { row: entry.row });
  }

  #readTotal(raw: RawRow, kind: 'total' | 'carried'): readonly Entry[] {
    const { width = 0, at } = this.#heading ?? {};
    const text = clean(raw.cells[at?.amount_vnd ?? -1] ?? '');
    // With cells missing or to spare, the figure may stand elsewhere in the row.
    const elsewhere = isRagged(raw, width) && raw.cells.some((cell) => /\d/.test(cell));
    const statedVnd = parseVnd(text);
    if (kind === 'total' && statedVnd !== undefined) this.#compare(raw.row, statedVnd);
    else if (kind === 'total' && (text !== '' || elsewhere)) {
      this.#collector.add('TOTAL_UNREADABLE', { row: raw.row, value: text });
    }
    return this.#ignore('total');
  }

  /** Beyond the limit the newest takes the last place: the final total of a file is always compared. */
  #compare(row: number, statedVnd: Vnd): void {
    if (this.#controlTotals.length === MAX_CONTROL_TOTALS) {
      const unlisted = this.#controlTotals.pop();
      if (unlisted) this.#collector.add('TOTALS_NOT_LISTED', { row: unlisted.row });
    }
    const computedVnd = addVnd(this.#acceptedVnd, this.#quarantinedVnd);
    this.#controlTotals.push({ row, statedVnd, computedVnd });
  }

  /** A row whose cells cannot be told apart: its amount is not readable either. */
  #quarantineWhole(raw: RawRow, rule: 'ROW_RAGGED' | 'QUOTE_STRAY' | 'CELL_TOO_LONG'): readonly Entry[] {
    this.#quarantined += 1;
    this.#collector.add(rule, { row: raw.row, value: raw.cells.join(' | ') });
    return [];
  }

  #reject(rule: RuleId, row: number): readonly Entry[] {
    this.rejection = { rule, severity: 'error', count: 1, rows: [row] };
    return [];
  }

  #ignore(as: keyof RowCounts['ignoredAs']): readonly Entry[] {
    this.#ignored[as] += 1;
    return [];
  }

  /** The report; or the finding for which the whole file goes back. */
  end(): BookReport | Finding {
    if (this.rejection) return this.rejection;
    if (this.#heading === undefined) return { rule: 'FILE_EMPTY', severity: 'error', count: 1 };
    const data = this.#accepted + this.#quarantined;
    const { heading, blank, total } = this.#ignored;
    const ignored = heading + blank + total;
    if (data === 0)
      return { rule: 'FILE_HEADING_ONLY', severity: 'error', count: 1, rows: [this.#heading.row] };
    return {
      rows: {
        total: data + ignored,
        accepted: this.#accepted,
        quarantined: this.#quarantined,
        ignored,
        ignoredAs: { heading, blank, total },
      },
      entries: this.#entries,
      acceptedVnd: this.#acceptedVnd,
      quarantinedVnd: this.#quarantinedVnd,
      controlTotals: this.#controlTotals,
      issues: this.#collector.issues,
      sums: this.#summary.sums(),
    };
  }
}

/** What a row adds to the sums, whatever its sign or kind. */
function weightOf(reading: RowReading): number {
  if (!reading.accepted) return Math.abs(reading.amountVnd ?? 0);
  return reading.entries.reduce(
    (sum, { amountVnd, goods }) =>
      sum + Math.abs(amountVnd ?? 0) + (goods?.quantityMilli ?? 0) + Math.abs(goods?.statedValueVnd ?? 0),
    0,
  );
}

/** Without a digit it is no date: blank, or the label of a total where dates stand in the first column. */
const HAS_DIGIT = /\d/;

const isTooLong = (cell: string): boolean => cell.length > MAX_CELL_LENGTH;

const isBlank = (cell: string): boolean => cell.length === 0 || cell.trim().length === 0;

/** Fewer cells than headings, or text beyond the last heading: the cells may have slipped, so none is believed. */
function isRagged(raw: RawRow, width: number): boolean {
  if (raw.cells.length === width) return false;
  return raw.cells.length < width ? true : !raw.cells.slice(width).every(isBlank);
}

import type { Severity } from '../finding.ts';
import { headingKey } from '../parse/column.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { convertFont } from '../parse/text/legacy-font.ts';
import { isRagged } from '../validate/table-reader.ts';
import type { CellMark } from '../workbook/sheet-writer.ts';
import { positionOf, type RowFinding, type RowWords, RowWriter, remarkFinding } from './repair-remarks.ts';
import type { Reading } from './request.ts';
import type { JudgedRow } from './row-sink.ts';

/** One row of the file that goes back. */
export interface RepairRow {
  readonly cells: readonly string[];
  readonly kind: 'heading' | 'data';
  readonly marks: readonly CellMark[];
}

export const ERROR_HEADING = 'Lỗi';
export const FIX_HEADING = 'Cách sửa';

/**
 * Stands to the right of the table in rows whose cells may have slipped: padded to the width of the table they
 * would look sound, and be read as they are, if the file came back as it is.
 */
export const LOOK_FIRST = 'Xếp lại các ô của dòng này cho đúng cột rồi xoá ô này';

/** Lays the rows of a table out anew: the treasurer's own columns, the two of ours, and whatever was too much. */
export class RowLayout {
  readonly #reading: Reading;
  /** Positions that are kept: those of an earlier check are written anew. */
  readonly #kept: readonly number[];
  readonly #headingKeys: readonly string[];
  readonly #writer: RowWriter;

  constructor(reading: Reading, currency: string | undefined) {
    this.#reading = reading;
    const { layout } = reading.plan;
    this.#kept = layout.columns
      .filter(({ name }) => name !== 'repair_error' && name !== 'repair_fix')
      .map(({ position }) => position);
    this.#writer = new RowWriter(layout, currency);
    const [first] = layout.headingRows;
    this.#headingKeys = this.#kept.map((position) => headingKey(first?.cells[position] ?? ''));
  }

  /** @param late what only the end of the file tells of this row */
  row({ raw, fate, remarks }: JudgedRow, late: readonly RowFinding[]): RepairRow {
    const { layout } = this.#reading.plan;
    if (this.#isHeading(raw, fate)) return this.#laidOut(raw, ERROR_HEADING, FIX_HEADING, '', 'heading', []);
    const inHeading = raw.row >= layout.headingFirst && raw.row <= layout.headingLast;
    const kind = inHeading ? 'heading' : 'data';
    const look = fate === 'quarantined' && (raw.fault !== undefined || isRagged(raw, layout.width));
    if (remarks.length === 0 && late.length === 0)
      return this.#laidOut(raw, '', '', look ? LOOK_FIRST : '', kind, []);
    const known = new Set(remarks.map(({ rule }) => rule as string));
    const findings = [
      ...remarks.map((remark) => remarkFinding(raw.row, remark)),
      ...late.filter(({ finding, ofFile }) => ofFile || !known.has(finding.rule)),
    ];
    const words = this.#writer.words(findings);
    return this.#laidOut(
      raw,
      words.error,
      words.fix,
      look ? LOOK_FIRST : '',
      kind,
      this.#marks(findings, words),
    );
  }

  /** Words in a row of their own, below what could be read; `beyond` to the right of the table. */
  extra(findings: readonly RowFinding[], beyond: string): RepairRow {
    const words = this.#writer.words(findings);
    const blank = { row: 0, cells: [] };
    return this.#laidOut(blank, words.error, words.fix, beyond, 'data', this.#marks([], words));
  }

  /** The heading, and each time it is printed again: a page's heading must stay one when the file comes back. */
  #isHeading({ row, cells }: RawRow, fate: JudgedRow['fate']): boolean {
    const { headingFirst, headingLast } = this.#reading.plan.layout;
    if (row <= headingLast) return row === headingFirst;
    if (fate !== 'ignored') return false;
    return this.#headingKeys.every((key, i) => headingKey(cells[this.#kept[i] ?? 0] ?? '') === key);
  }

  #laidOut(
    { cells }: Pick<RawRow, 'cells'>,
    error: string,
    fix: string,
    look: string,
    kind: RepairRow['kind'],
    marks: readonly CellMark[],
  ): RepairRow {
    const { font, layout } = this.#reading.plan;
    const own = this.#kept.map((position) => cells[position] ?? '');
    const beyond = cells.slice(layout.width);
    while (beyond.length > 0 && beyond.at(-1)?.trim() === '') beyond.pop();
    if (look !== '' && beyond.length === 0) beyond.push(look);
    const all = [...own, error, fix, ...beyond];
    const meant =
      font === 'unicode'
        ? all
        : all.map((text, i) => (isOurs(i, own.length) ? text : convertFont(text, font)));
    return { cells: meant, kind, marks };
  }

  #marks(findings: readonly RowFinding[], { severity }: RowWords): CellMark[] {
    if (severity === undefined) return [];
    const marks = new Map<number, CellMark>([[this.#kept.length, { position: this.#kept.length, severity }]]);
    for (const { finding } of findings) {
      const position = this.#kept.indexOf(positionOf(finding.column ?? '', this.#reading.plan.layout) ?? -1);
      if (position === -1 || isGraver(marks.get(position)?.severity, finding.severity)) continue;
      marks.set(position, {
        position,
        severity: finding.severity,
        note: this.#writer.words([{ finding }]).error,
      });
    }
    return [...marks.values()];
  }
}

const isOurs = (position: number, own: number): boolean => position === own || position === own + 1;

const isGraver = (marked: Severity | undefined, other: Severity): boolean =>
  marked !== undefined && (marked === 'error' || marked === other);

/** Fewer texts than these make a title, a total or a signature, which are never as wide as the table. */
const LEAST_TEXTS = 3;

/**
 * Rows of a file whose table was not found: as they stand, as wide as the row that should be the heading.
 * @param below whether the row stands below that one
 */
export function plainRow(
  { cells, fault }: Pick<RawRow, 'cells' | 'fault'>,
  width: number,
  { error, fix, severity }: RowWords,
  below: boolean,
): RepairRow {
  const own = [...cells.slice(0, width), ...new Array<string>(Math.max(0, width - cells.length)).fill('')];
  const beyond = cells.slice(width);
  const texts = cells.filter((cell) => cell.trim() !== '').length;
  const slipped = fault !== undefined || (cells.length < width && texts >= LEAST_TEXTS);
  if (below && slipped && beyond.length === 0) beyond.push(LOOK_FIRST);
  return {
    cells: [...own, error, fix, ...beyond],
    kind: 'data',
    marks: severity === undefined ? [] : [{ position: width, severity }],
  };
}

import { BENEFICIARY_CLASSES, CHANNELS, DONOR_CLASSES, PURPOSES } from '#domain/codes.ts';
import { groupDigits } from '#domain/format.ts';
import { CONTRACT } from '#domain/parse/contract.ts';
import { countsInTotal, type SampleBook, type SampleRow, type Style, sumVnd } from './book.ts';
import { dayMonthYear } from './days.ts';
import { makePrng, type Prng } from './prng.ts';

type Cells = Readonly<Record<string, string>>;

const quantityText = (milli: number): string =>
  milli % 1000 === 0 ? String(milli / 1000) : String(milli / 1000).replace('.', ',');

const yesNo = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'có' : 'không');

const labelled = (
  labels: Readonly<Record<string, string>>,
  code: string | undefined,
  style: Style,
): string => (code === undefined ? '' : style.codes === 'label' ? (labels[code] ?? code) : code);

const amountText = (amountVnd: number | undefined, style: Style): string => {
  if (amountVnd === undefined) return '';
  if (style.amount === 'plain') return String(amountVnd);
  return groupDigits(amountVnd).replace('−', '-');
};

/** The cells of a row by the contract's column names. */
function cellsOf(row: SampleRow, style: Style): Cells {
  const common = {
    document_no: row.documentNo ?? '',
    date: style.date === 'iso' ? row.date : dayMonthYear(row.date),
    amount_vnd: amountText(row.amountVnd, style),
    item: row.goods?.item ?? '',
    quantity: row.goods && row.goods.quantityMilli > 0 ? quantityText(row.goods.quantityMilli) : '',
    unit: row.goods?.unit ?? '',
    stated_value_vnd: amountText(row.goods?.valueVnd, style),
    value_basis: row.goods?.basis ?? '',
    campaign: row.campaign ?? '',
    round: row.round ?? '',
    note: row.note ?? '',
    extra: row.extra ?? '',
  };
  const own: Cells =
    'purpose' in row
      ? {
          decision_no: row.decisionNo ?? '',
          purpose: labelled(PURPOSES, row.purpose, style),
          commune: row.commune ?? '',
          to_unit: row.toUnit ?? '',
          hamlet: row.hamlet ?? '',
          beneficiary_class: labelled(BENEFICIARY_CLASSES, row.beneficiaryClass, style),
          households: row.households === undefined ? '' : String(row.households),
          persons: row.persons === undefined ? '' : String(row.persons),
          beneficiary_ref: row.beneficiaryRef ?? '',
          organisation: row.organisation ?? '',
          late: yesNo(row.late),
        }
      : {
          donor: row.donor ?? '',
          donor_class: labelled(DONOR_CLASSES, row.donorClass, style),
          publish_name: yesNo(row.publishName),
          channel: labelled(CHANNELS, row.channel, style),
          earmark: row.earmark ?? '',
          from_unit: row.fromUnit ?? '',
        };
  return { ...common, ...own, ...row.flaw?.cells };
}

/** A cell quoted where it must be. */
export const quote = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function shuffle<T>(list: readonly T[], prng: Prng): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = prng.int(0, i);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/** What the file holds, whatever it was handed in as. */
const writtenAs = (book: SampleBook): SampleBook['kind'] =>
  book.rows.some((row) => 'purpose' in row) ? 'disbursements' : 'contributions';

/** Columns that the contract requires or that some row fills, in the contract's order or the treasurer's own. */
function columnsOf(book: SampleBook, cells: readonly Cells[]): { name: string; heading: string }[] {
  const used = CONTRACT[writtenAs(book)]
    .filter((column) => column.required || cells.some((row) => (row[column.name] ?? '') !== ''))
    .map((column) => ({
      name: column.name,
      heading: book.style.heading === 'vi' ? column.title : column.name,
    }));
  const all = book.style.extra === undefined ? used : [...used, { name: 'extra', heading: book.style.extra }];
  return book.style.shuffled ? shuffle(all, makePrng(`columns of ${book.file}`)) : all;
}

/** Where Excel leaves a row of empty cells in the middle, if the treasurer has such. */
const blankAt = ({ rows, style }: SampleBook): number =>
  style.blankRows ? Math.floor(rows.length / 2) : Number.POSITIVE_INFINITY;

/** Where a row stands in its file, as a spreadsheet counts. */
export const rowOfBook = (book: SampleBook, index: number): number =>
  2 + index + (index >= blankAt(book) ? 1 : 0);

export interface RenderedBook {
  readonly text: string;
  /** Rows that are no data: heading, blank ones, the total. */
  readonly ignored: number;
}

/** The file as its treasurer saved it. */
export function renderBook(book: SampleBook): RenderedBook {
  if (book.bytes !== undefined) return { text: book.bytes, ignored: 0 };
  const { delimiter, eol, bom, blankRows } = book.style;
  const cells = book.rows.map((row) => cellsOf(row, book.style));
  const columns = columnsOf(book, cells);
  const line = (values: readonly string[]) => values.map((value) => quote(value, delimiter)).join(delimiter);
  const lines = [
    line(columns.map((column) => column.heading)),
    ...cells.map((row) => line(columns.map((c) => row[c.name] ?? ''))),
  ];
  let ignored = 1;
  if (blankRows) {
    // One row of empty cells in the middle, as Excel leaves them, and one empty line before the total.
    lines.splice(1 + blankAt(book), 0, delimiter.repeat(columns.length - 1));
    lines.push('');
    ignored += 2;
  }
  if (book.totalOffVnd !== undefined) {
    const total = amountText(sumVnd(book.rows.filter(countsInTotal)) + book.totalOffVnd, book.style);
    const label = columns.findIndex((column) => column.name !== 'amount_vnd');
    lines.push(
      line(
        columns.map((column, i) => (column.name === 'amount_vnd' ? total : i === label ? 'Tổng cộng' : '')),
      ),
    );
    ignored += 1;
  }
  return { text: (bom ? '\ufeff' : '') + lines.join(eol) + eol, ignored };
}

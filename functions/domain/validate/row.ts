import type { BookKind, Channel } from '../codes.ts';
import type { Entry } from '../entry.ts';
import type { Vnd } from '../money.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { parseDate, parseVnd } from '../parse/values.ts';
import type { Cells, Fault } from './cells.ts';
import type { CommuneFinder } from './commune.ts';
import type { BookContext } from './context.ts';
import { readContribution } from './contribution-row.ts';
import { readDisbursement } from './disbursement-row.ts';
import { readGoods } from './goods.ts';

/** What one row of data is: entered, or set aside with the reasons. Its amount is read either way. */
export type RowReading =
  | { readonly accepted: true; readonly entries: readonly Entry[]; readonly goodsIncomplete: boolean }
  | { readonly accepted: false; readonly faults: readonly Fault[]; readonly amountVnd: Vnd | undefined };

/** Reads one row of data. All its faults are found in one go. */
export function readRow(
  raw: RawRow,
  cells: Cells,
  kind: BookKind,
  context: BookContext,
  communes: CommuneFinder,
): RowReading {
  cells.turnTo(raw.cells);
  const amountVnd = cells.read('amount_vnd', 'AMOUNT_UNREADABLE', parseVnd);
  const { goods, incomplete } = readGoods(cells);
  if (amountVnd === undefined && goods === undefined && cells.text('amount_vnd') === '') {
    cells.fault('amount_vnd', 'AMOUNT_MISSING', '');
  }
  const date = readDate(cells, context);
  // Without a date the other cells are read all the same, so that all their faults are told at once.
  const day = date ?? context.declaration.period.from;
  const own = kind === 'contributions' ? readContribution(cells) : readDisbursement(cells, communes, day);
  if (own.direction === 'in' && isNoMoney(own.channel) && amountVnd !== undefined && amountVnd !== 0) {
    cells.fault('amount_vnd', 'GOODS_AS_MONEY', cells.text('amount_vnd'));
  }
  if (
    date === undefined ||
    cells.faults.length > 0 ||
    (own.direction === 'out' && own.purpose === undefined)
  ) {
    return { accepted: false, faults: cells.faults, amountVnd };
  }
  const shared = { row: raw.row, date, ...labels(cells), ...own } as Omit<Entry, 'amountVnd' | 'goods'>;
  return { accepted: true, entries: movements(shared, amountVnd, goods), goodsIncomplete: incomplete };
}

/** Gifts by these channels have a value, never an amount: goods and work are not added into cash. */
const isNoMoney = (channel: Channel | undefined): boolean =>
  channel === 'HIEN_VAT' || channel === 'NGAY_CONG';

function readDate(cells: Cells, { receivedOn }: BookContext) {
  const text = cells.text('date');
  const date = parseDate(text);
  if (date === undefined) cells.fault('date', 'DATE_UNREADABLE', text);
  else if (date > receivedOn) cells.fault('date', 'DATE_FUTURE', text);
  else return date;
  return undefined;
}

function labels(cells: Cells) {
  const documentNo = cells.optional('document_no');
  const campaign = cells.optional('campaign');
  const note = cells.optional('note');
  const extra = cells.extra();
  return {
    ...(documentNo === undefined ? {} : { documentNo }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(note === undefined ? {} : { note }),
    ...(extra === undefined ? {} : { extra }),
  };
}

/** One row with money and goods is two movements of one source row; households are told with the first only. */
function movements(
  shared: Omit<Entry, 'amountVnd' | 'goods'>,
  amountVnd: Vnd | undefined,
  goods: Entry['goods'],
): Entry[] {
  const entries: Entry[] = [];
  if (amountVnd !== undefined) entries.push({ ...shared, amountVnd } as Entry);
  if (goods !== undefined) {
    const second = entries.length > 0 ? withoutCounts(shared) : shared;
    entries.push({ ...second, goods } as Entry);
  }
  return entries;
}

function withoutCounts(shared: Omit<Entry, 'amountVnd' | 'goods'>) {
  const {
    households: _households,
    persons: _persons,
    ...rest
  } = shared as Partial<Extract<Entry, { direction: 'out' }>>;
  return rest;
}

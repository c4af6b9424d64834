import type { Decision } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import { ZERO_VND } from '#domain/money.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import type { TablePlan } from '#domain/parse/table-plan.ts';
import {
  HIDDEN_OFFICE,
  HIDDEN_REASON,
  publicOffice,
  publicReason,
} from '#domain/publish/public-text/reason.ts';
import type { Milli } from '#domain/quantity.ts';
import type { DecisionRecord } from '#domain/registers/decision.ts';
import { markIn } from '#domain/registers/finding-mark.ts';
import { Cells } from '../cells.ts';
import { CodeColumn } from '../code-column.ts';
import type { RowContext } from '../context.ts';
import { DateColumn } from '../date-column.ts';
import { FigureCells } from '../figure-cells.ts';
import { TextColumn } from '../text-column.ts';
import { needed, pastDay, type RegisterRows } from './register-row.ts';

const MATCHED = ['statement_file', 'statement_row', 'book_file', 'book_row'] as const;
const CONVERTED = ['item', 'from_measure', 'to_measure', 'factor'] as const;
const TEXTS = [...MATCHED, 'finding', ...CONVERTED, 'basis', 'reason', 'office'] as const;
type Name = (typeof TEXTS)[number];

/** The cells that each action needs, beside a reason and an office. */
const NEEDED: Readonly<Record<Decision, readonly Name[]>> = {
  XAC_NHAN_KHOP: MATCHED,
  BO_KHOP: MATCHED,
  GIAI_TRINH: ['finding'],
  QUY_DOI: CONVERTED,
};
const ALWAYS: readonly Name[] = ['reason', 'office'];

const DIGEST = /^[0-9a-f]{8,64}$/;
const ROW = /^[1-9]\d{0,6}$/;

type Source = Extract<DecisionRecord, { readonly action: 'XAC_NHAN_KHOP' | 'BO_KHOP' }>['line'];

/** Reads what people in charge decided about reconciliations. */
export class DecisionRows implements RegisterRows {
  readonly cells: Cells;
  readonly date: DateColumn;
  /** A decision changes no sum. */
  readonly amountVnd = ZERO_VND;
  readonly weight = 0;
  readonly #receivedOn: IsoDate;
  readonly #action: CodeColumn<Decision>;
  readonly #texts: ReadonlyMap<Name, TextColumn>;
  readonly #factor: FigureCells;

  constructor(plan: TablePlan, context: RowContext) {
    this.cells = new Cells(plan);
    this.#receivedOn = context.receivedOn;
    this.date = new DateColumn(this.cells, 'date', context.period);
    this.#action = new CodeColumn(this.cells, 'action');
    this.#texts = new Map(TEXTS.map((name) => [name, new TextColumn(this.cells, name)]));
    this.#factor = new FigureCells(this.cells, 'factor', true);
  }

  get figures(): readonly FigureCells[] {
    return [this.#factor];
  }

  read(raw: RawRow): DecisionRecord | undefined {
    const { cells } = this;
    cells.turnTo(raw);
    const action = needed(cells, 'action', () => this.#action.read());
    const date = pastDay(cells, this.date, this.#receivedOn);
    const texts = new Map([...this.#texts].map(([name, column]) => [name, column.read() ?? '']));
    if (action === undefined) return undefined;
    const missing = [...NEEDED[action], ...ALWAYS].filter((name) => texts.get(name) === '');
    if (missing.length > 0) {
      const params = { missing: missing.map((name) => cells.title(name)).join(', ') };
      cells.fault('action', 'DECISION_INCOMPLETE', action, { params });
    }
    const text = (name: Name): string => texts.get(name) ?? '';
    const common = { row: raw.row, reason: text('reason'), by: text('office'), date, extra: cells.extra() };
    const record = this.#recordOf(action, common, text);
    return cells.faults.length > 0 ? undefined : record;
  }

  #recordOf(
    action: Decision,
    common: Pick<DecisionRecord, 'row' | 'reason' | 'by' | 'date' | 'extra'>,
    text: (name: Name) => string,
  ): DecisionRecord | undefined {
    switch (action) {
      case 'XAC_NHAN_KHOP':
      case 'BO_KHOP': {
        const line = this.#source(text, 'statement_file', 'statement_row');
        const entry = this.#source(text, 'book_file', 'book_row');
        return { ...common, action, line, entry };
      }
      case 'GIAI_TRINH':
        this.#tellUnprinted(common);
        return { ...common, action, finding: this.#mark(text('finding')) };
      case 'QUY_DOI': {
        const factorMilli = this.#readFactor(text('factor'));
        if (factorMilli === undefined) return undefined;
        const basis = text('basis') === '' ? undefined : text('basis');
        const [item, from, to] = [text('item'), text('from_measure'), text('to_measure')];
        return { ...common, action, item, from, to, factorMilli, basis };
      }
    }
  }

  /** What is blank has been told already. */
  #source(text: (name: Name) => string, file: Name, row: Name): Source {
    const digest = text(file).toLowerCase();
    const number = text(row);
    if (digest !== '' && !DIGEST.test(digest)) {
      this.cells.fault(file, 'DECISION_SOURCE_UNREADABLE', text(file));
    }
    if (number !== '' && !ROW.test(number)) this.cells.fault(row, 'DECISION_SOURCE_UNREADABLE', number);
    return { digest, row: Number(number) };
  }

  #mark(text: string): string {
    if (text !== '' && markIn(text) === undefined)
      this.cells.fault('finding', 'DECISION_MARK_UNREADABLE', text);
    return text;
  }

  /** What may name somebody is kept and not printed: whoever writes it should know. */
  #tellUnprinted({ reason, by }: Pick<DecisionRecord, 'reason' | 'by'>): void {
    if (publicReason(reason) === HIDDEN_REASON) this.cells.note('reason', 'REASON_NOT_PRINTED', reason);
    if (publicOffice(by) === HIDDEN_OFFICE && by !== HIDDEN_OFFICE)
      this.cells.note('office', 'REASON_NOT_PRINTED', by);
  }

  #readFactor(text: string): Milli | undefined {
    if (text === '') return undefined;
    const before = this.cells.faults.length;
    const factor = text.startsWith('-') || text.startsWith('−') ? undefined : this.#factor.quantity();
    if (factor !== undefined && factor > 0) return factor;
    if (this.cells.faults.length === before) this.cells.fault('factor', 'FACTOR_NOT_POSITIVE', text);
    return undefined;
  }

  flag(): void {}

  end(): void {}
}

import type { HouseStatus } from '#domain/codes.ts';
import { HOUSE_STATUSES } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Vnd } from '#domain/money.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import type { TablePlan } from '#domain/parse/table-plan.ts';
import type { House } from '#domain/registers/house.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { Cells } from '../cells.ts';
import { CodeColumn } from '../code-column.ts';
import type { Collector } from '../collector.ts';
import { CommuneFinder } from '../commune.ts';
import type { RowContext } from '../context.ts';
import { DateColumn } from '../date-column.ts';
import { FigureCells } from '../figure-cells.ts';
import { TextColumn } from '../text-column.ts';
import { HouseSteps } from './house-steps.ts';
import { needed, notNegative, pastDay, type RegisterRows } from './register-row.ts';

/** Reads the steps of houses and who pays for them. */
export class HouseRows implements RegisterRows {
  readonly cells: Cells;
  readonly date: DateColumn;
  readonly #receivedOn: IsoDate;
  readonly #communes: CommuneFinder;
  readonly #house: TextColumn;
  readonly #work: CodeColumn<House['work']>;
  readonly #status: CodeColumn<HouseStatus>;
  readonly #commune: TextColumn;
  readonly #funder: TextColumn;
  readonly #amount: FigureCells;
  readonly #note: TextColumn;
  readonly #steps = new HouseSteps();
  amountVnd: Vnd | undefined;
  weight = 0;
  #record: House | undefined;

  constructor(plan: TablePlan, context: RowContext) {
    this.cells = new Cells(plan);
    this.#receivedOn = context.receivedOn;
    this.#communes = new CommuneFinder(context.registry, context.holder);
    this.date = new DateColumn(this.cells, 'date', context.period);
    this.#house = new TextColumn(this.cells, 'house');
    this.#work = new CodeColumn(this.cells, 'work');
    this.#status = new CodeColumn(this.cells, 'status');
    this.#commune = new TextColumn(this.cells, 'commune', 'name');
    this.#funder = new TextColumn(this.cells, 'funder', 'name');
    this.#amount = new FigureCells(this.cells, 'amount_vnd');
    this.#note = new TextColumn(this.cells, 'note');
  }

  get figures(): readonly FigureCells[] {
    return [this.#amount];
  }

  read(raw: RawRow): House | undefined {
    const { cells } = this;
    cells.turnTo(raw);
    const house = needed(cells, 'house', () => this.#house.read());
    const work = needed(cells, 'work', () => this.#work.read());
    const status = needed(cells, 'status', () => this.#status.read());
    const date = needed(cells, 'date', () => pastDay(cells, this.date, this.#receivedOn));
    const communeText = this.#commune.read();
    const communeId = date === undefined ? undefined : this.#findCommune(communeText, date);
    const funder = this.#funder.read();
    const amountVnd = notNegative(cells, this.#amount);
    this.amountVnd = amountVnd;
    this.weight = amountVnd ?? 0;
    const note = this.#note.read();
    this.#record = undefined;
    const known = house !== undefined && work !== undefined && status !== undefined && date !== undefined;
    if (!known || cells.faults.length > 0) return undefined;
    const place = { communeId, communeText };
    const extra = cells.extra();
    this.#record = { row: raw.row, house, work, status, date, ...place, funder, amountVnd, note, extra };
    return this.#record;
  }

  #findCommune(text: string | undefined, day: IsoDate): UnitId | undefined {
    const found = this.#communes.look(text, day);
    if (found === undefined || 'id' in found) return found?.id;
    this.cells.note('commune', found.fault, text ?? '', {
      ...(found.params && { params: found.params }),
      ...(found.suggestions && { suggestion: found.suggestions.join(' hoặc ') }),
    });
    return undefined;
  }

  flag(): void {
    if (this.#record) this.#steps.add(this.#record);
  }

  end(collector: Collector): void {
    const column = this.cells.title('status');
    for (const { row, status } of this.#steps.backwards()) {
      collector.add('HOUSE_STATUS_BACK', { row, column, value: HOUSE_STATUSES[status] });
    }
  }
}

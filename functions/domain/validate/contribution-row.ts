import { type Channel, type DonorClass, TRANSFER_IN } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import type { Contribution } from '../entry.ts';
import type { UnitId } from '../units/unit.ts';
import type { Cells } from './cells.ts';
import { CodeColumn, YesNoColumn } from './code-column.ts';
import type { CommuneFinder } from './commune.ts';
import { donorClassOf } from './donor.ts';
import type { Movement } from './movement.ts';
import { OtherUnit } from './other-unit.ts';
import { TextColumn } from './text-column.ts';
import type { UnitFinder } from './unit-finder.ts';

/** The columns that only contributions have. Holds the last row read. */
export class ContributionColumns {
  readonly #channel: CodeColumn<Channel>;
  readonly #donor: TextColumn;
  readonly #donorClass: CodeColumn<DonorClass>;
  readonly #publishName: YesNoColumn;
  readonly #earmark: TextColumn;
  readonly #from: OtherUnit;
  readonly #communes: CommuneFinder;
  channel: Channel | undefined;
  donor: string | undefined;
  donorClass: DonorClass = 'AN_DANH';
  publishName = false;
  earmark: string | undefined;
  earmarkId: UnitId | undefined;

  constructor(cells: Cells, communes: CommuneFinder, units: UnitFinder) {
    this.#communes = communes;
    this.#channel = new CodeColumn(cells, 'channel');
    this.#donor = new TextColumn(cells, 'donor', 'name');
    this.#donorClass = new CodeColumn(cells, 'donor_class');
    this.#publishName = new YesNoColumn(cells, 'publish_name');
    this.#earmark = new TextColumn(cells, 'earmark');
    this.#from = new OtherUnit(cells, 'from_unit', 'above', units);
  }

  /** @param day the row's day; where it has none, any day that the row may be judged as of */
  read(day: IsoDate): void {
    this.channel = this.#channel.read();
    this.donor = this.#donor.read();
    this.donorClass = donorClassOf(this.#donorClass.read(), this.donor);
    this.publishName = this.#publishName.read();
    this.earmark = this.#earmark.read();
    // For what or for where: only a text that names one commune is a place, and no other is at fault.
    const place = this.earmark === undefined ? undefined : this.#communes.look(this.earmark, day);
    this.earmarkId = place !== undefined && 'id' in place ? place.id : undefined;
    this.#from.read(day, this.channel === TRANSFER_IN);
  }

  /** Every field is named, absent ones too: entries of one shape are made and read fastest. */
  entry(row: number, date: Contribution['date'], movement: Movement): Contribution {
    return {
      row,
      date,
      amountVnd: undefined,
      goods: undefined,
      foreign: movement.foreign,
      documentNo: movement.documentNo,
      campaign: movement.campaign,
      note: movement.note,
      otherUnitId: this.#from.id,
      otherUnitText: this.#from.text,
      round: this.#from.round(movement),
      extra: this.#from.extra(movement),
      direction: 'in',
      channel: this.channel,
      donor: this.donor,
      donorClass: this.donorClass,
      publishName: this.publishName,
      earmark: this.earmark,
      earmarkId: this.earmarkId,
    };
  }
}

/** Gifts by these channels have a value, never an amount: goods and work are not added into cash. */
export const isNoMoney = (channel: Channel | undefined): boolean =>
  channel === 'HIEN_VAT' || channel === 'NGAY_CONG';

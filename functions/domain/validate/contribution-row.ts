import type { Channel, DonorClass } from '../codes.ts';
import type { Contribution } from '../entry.ts';
import type { Cells } from './cells.ts';
import { CodeColumn, YesNoColumn } from './code-column.ts';
import { donorClassOf } from './donor.ts';
import type { Movement } from './movement.ts';
import { TextColumn } from './text-column.ts';

/** The columns that only contributions have. Holds the last row read. */
export class ContributionColumns {
  readonly #channel: CodeColumn<Channel>;
  readonly #donor: TextColumn;
  readonly #donorClass: CodeColumn<DonorClass>;
  readonly #publishName: YesNoColumn;
  readonly #earmark: TextColumn;
  channel: Channel | undefined;
  donor: string | undefined;
  donorClass: DonorClass = 'AN_DANH';
  publishName = false;
  earmark: string | undefined;

  constructor(cells: Cells) {
    this.#channel = new CodeColumn(cells, 'channel');
    this.#donor = new TextColumn(cells, 'donor', 'name');
    this.#donorClass = new CodeColumn(cells, 'donor_class');
    this.#publishName = new YesNoColumn(cells, 'publish_name');
    this.#earmark = new TextColumn(cells, 'earmark');
  }

  read(): void {
    this.channel = this.#channel.read();
    this.donor = this.#donor.read();
    this.donorClass = donorClassOf(this.#donorClass.read(), this.donor);
    this.publishName = this.#publishName.read();
    this.earmark = this.#earmark.read();
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
      extra: movement.extra,
      direction: 'in',
      channel: this.channel,
      donor: this.donor,
      donorClass: this.donorClass,
      publishName: this.publishName,
      earmark: this.earmark,
    };
  }
}

/** Gifts by these channels have a value, never an amount: goods and work are not added into cash. */
export const isNoMoney = (channel: Channel | undefined): boolean =>
  channel === 'HIEN_VAT' || channel === 'NGAY_CONG';

import type { RowCounts } from '../submission.ts';

/** Every row ends as exactly one of three, and this is where they are counted. */
export class TableCounts {
  accepted = 0;
  quarantined = 0;
  readonly ignoredAs = { heading: 0, blank: 0, total: 0, title: 0, footer: 0 };

  get data(): number {
    return this.accepted + this.quarantined;
  }

  get rows(): RowCounts {
    const { heading, blank, total, title, footer } = this.ignoredAs;
    const ignored = heading + blank + total + title + footer;
    return {
      total: this.data + ignored,
      accepted: this.accepted,
      quarantined: this.quarantined,
      ignored,
      ignoredAs: { ...this.ignoredAs },
    };
  }
}

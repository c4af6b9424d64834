import type { Statement } from '#domain/publish/schema.ts';
import { csvKey, objectKey } from '#domain/publish/schema.ts';

export interface Download {
  readonly href: string;
  /** The name under which it is saved: which book, up to which day. */
  readonly name: string;
  readonly label: string;
}

/** A book's report as files. A unit that ended is told apart by the day on which it did. */
export function reportDownloads({
  unit,
  fund,
  asOf,
  report,
}: Pick<Statement, 'unit' | 'fund' | 'asOf' | 'report'>): readonly Download[] {
  const whose = unit.validTo === undefined ? unit.code : `${unit.code}-den-${unit.validTo}`;
  const name = `bao-cao-${whose}-${fund}-${asOf}`;
  return [
    { href: `/${csvKey(report.csv)}`, name: `${name}.csv`, label: 'Báo cáo theo kỳ (CSV)' },
    { href: `/${objectKey(report.json)}`, name: `${name}.json`, label: 'Báo cáo theo kỳ (JSON)' },
  ];
}

/** Duties of disclosure as a reader sees them today: what is published has no clock. */
import { CERTAINTIES } from '#domain/calendar/deadlines.ts';
import { dutiesSince } from '#domain/calendar/duties.ts';
import { daysLeft, dutyText } from '#domain/calendar/duty-text.ts';
import { fundDays } from '#domain/calendar/fund-days.ts';
import type { Campaign } from '#domain/campaigns/campaign.ts';
import { type IsoDate, vietnamDay } from '#domain/date.ts';
import { formatDate } from '#domain/format.ts';
import { compareText } from '#domain/order.ts';
import type { Statement } from '#domain/publish/schema.ts';

export type Duty = Statement['duties'][number];

/** Done, done after its day, not yet due, or due and not done. */
export type DutyTone = 'done' | 'late' | 'open' | 'overdue';

interface DutySaid {
  readonly tone: DutyTone;
  /** "còn 12 ngày", "quá hạn 3 ngày", "đã làm đúng hạn". */
  readonly text: string;
  /** The day on which it was done. */
  readonly note?: string;
}

/**
 * What a book owes by a reader's day: what is published holds duties up to the day of its last file, and of what fell due
 * since then nothing was handed in. So a book that fell silent goes on owing.
 */
export const dutiesUntil = (
  today: IsoDate,
  { unit, duties, period, updatedAt }: Pick<Statement, 'unit' | 'duties' | 'period' | 'updatedAt'>,
  campaign: Campaign | undefined,
): readonly Duty[] => [
  ...duties,
  ...dutiesSince(fundDays(campaign, unit), { period, asOf: vietnamDay(updatedAt) }, today),
];

/** How a duty stands on a day. The due day itself is in time. */
export function dutySaid(duty: Duty, today: IsoDate): DutySaid {
  const { state, due, doneOn } = duty;
  const text = dutyText(duty, today);
  const note = doneOn === undefined ? {} : { note: `ngày ${formatDate(doneOn)}` };
  if (state === 'DONE') return { tone: 'done', text, ...note };
  if (state === 'DONE_LATE') return { tone: 'late', text, ...note };
  return { tone: daysLeft(due, today) < 0 ? 'overdue' : 'open', text };
}

/** Only what was read in a published source is told with it. All else is configured, and never shown as law. */
export const certaintyText = ({ certainty, source }: Pick<Duty, 'certainty' | 'source'>): string =>
  certainty === 'S' ? `${CERTAINTIES.S}: ${source}` : CERTAINTIES.M;

const WEIGHT: Readonly<Record<DutyTone, number>> = { overdue: 0, open: 1, late: 2, done: 3 };

/** How many duties stand how. */
export function dutyCounts(duties: readonly Duty[], today: IsoDate): Readonly<Record<DutyTone, number>> {
  const counts = { overdue: 0, open: 0, late: 0, done: 0 };
  for (const duty of duties) counts[dutySaid(duty, today).tone] += 1;
  return counts;
}

/** All duties of one kind, and how they stand. */
export interface DutyKind extends Pick<Duty, 'code' | 'title' | 'certainty' | 'source'> {
  readonly counts: Readonly<Record<DutyTone, number>>;
  /** Of those that are overdue the one that is so longest; of those to come the next. */
  readonly overdue: Duty | undefined;
  readonly next: Duty | undefined;
}

/** The duties by what is to be done, most of them overdue first. */
export function dutyKinds(duties: readonly Duty[], today: IsoDate): readonly DutyKind[] {
  const ordered = dutiesInOrder(duties, today);
  return [...new Set(ordered.map(({ code }) => code))]
    .map((code) => ordered.filter((duty) => duty.code === code))
    .flatMap((own): DutyKind[] => {
      const [first] = own;
      const of = (tone: DutyTone) => own.find((duty) => dutySaid(duty, today).tone === tone);
      if (first === undefined) return [];
      return [{ ...first, counts: dutyCounts(own, today), overdue: of('overdue'), next: of('open') }];
    })
    .toSorted((a, b) => b.counts.overdue - a.counts.overdue);
}

/** What waits first: overdue, then to come, the nearest day first; then what was done, the latest first. */
export function dutiesInOrder(duties: readonly Duty[], today: IsoDate): readonly Duty[] {
  const weight = (duty: Duty) => WEIGHT[dutySaid(duty, today).tone];
  return duties.toSorted((a, b) => {
    const byDay = compareText(a.due, b.due);
    return weight(a) - weight(b) || (a.state === 'OPEN' ? byDay : -byDay) || compareText(a.code, b.code);
  });
}

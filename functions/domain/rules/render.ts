import type { Finding } from '../finding.ts';
import { formatDate, formatVnd, groupDigits } from '../format.ts';
import { ruleById } from './catalogue.ts';
import type { RenderedFinding } from './rule.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Facts of the finding under the names that the catalogue's texts use. */
function facts(finding: Finding): Record<string, string> {
  const { rows, expectedVnd, actualVnd, differenceVnd, date, column } = finding;
  const named = Object.entries(finding.params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number'
      ? groupDigits(value)
      : ISO_DATE.test(value)
        ? formatDate(value as never)
        : value,
  ]);
  return {
    count: groupDigits(finding.count),
    ...(rows?.[0] === undefined ? {} : { row: String(rows[0]), places: places(rows, finding.count) }),
    ...(expectedVnd === undefined ? {} : { expected: formatVnd(expectedVnd) }),
    ...(actualVnd === undefined ? {} : { actual: formatVnd(actualVnd) }),
    ...(differenceVnd === undefined ? {} : { difference: signed(differenceVnd) }),
    ...(date === undefined ? {} : { date: formatDate(date) }),
    ...(column === undefined ? {} : { column }),
    ...Object.fromEntries(named),
  };
}

const signed = (amountVnd: number): string => (amountVnd > 0 ? '+' : '') + formatVnd(amountVnd);

function places(rows: readonly number[], count: number): string {
  const more = count - rows.length;
  const noun = rows.length === 1 && more <= 0 ? 'dòng' : 'các dòng';
  return `${noun} ${rows.join(', ')}${more > 0 ? ` và ${groupDigits(more)} dòng khác` : ''}`;
}

/**
 * The finding in Vietnamese: what is wrong, where and by how much, and what to do. A rule that this version
 * does not know (a newer snapshot) is named by its id, never hidden.
 */
export function renderFinding(finding: Finding): RenderedFinding {
  const rule = ruleById(finding.rule);
  if (rule === undefined) return { title: finding.rule, what: `Quy tắc ${finding.rule}.`, fix: '' };
  const known = facts(finding);
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
  return { title: rule.title, what: fill(rule.what), fix: fill(rule.fix) };
}

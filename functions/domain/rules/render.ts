import type { IsoDate } from '../date.ts';
import type { Finding } from '../finding.ts';
import { formatDate, formatVnd, groupDigits } from '../format.ts';
import { ruleById } from './catalogue.ts';
import type { RenderedFinding } from './rule.ts';
import { wordFor } from './words.ts';

/** How a language writes what a finding holds. */
export interface Manner {
  readonly whole: (value: number) => string;
  readonly amount: (amountVnd: number) => string;
  readonly date: (date: IsoDate) => string;
  readonly language: 'vi' | 'en';
  /** In place of a difference that nobody can tell. */
  readonly unknown: string;
  /** Rows, at least one of them, and how many more there are. */
  readonly places: (rows: readonly number[], more: number) => string;
}

const vietnamese: Manner = {
  whole: groupDigits,
  amount: formatVnd,
  date: formatDate,
  language: 'vi',
  unknown: 'chưa rõ',
  places: (rows, more) => {
    const noun = rows.length === 1 && more === 0 ? 'dòng' : 'các dòng';
    return `${noun} ${rows.join(', ')}${more > 0 ? ` và ${groupDigits(more)} dòng khác` : ''}`;
  },
};

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Facts of the finding under the names that the catalogue's texts use. */
function facts(finding: Finding, manner: Manner): ReadonlyMap<string, string> {
  const { count, rows, expectedVnd, actualVnd, differenceVnd, date, column, params } = finding;
  const known = new Map([['count', manner.whole(count)]]);
  const [row] = rows ?? [];
  if (rows !== undefined && row !== undefined) {
    known.set('row', String(row));
    known.set('places', manner.places(rows, Math.max(0, count - rows.length)));
  }
  if (expectedVnd !== undefined) known.set('expected', manner.amount(expectedVnd));
  if (actualVnd !== undefined) known.set('actual', manner.amount(actualVnd));
  // A bank that prints no balance leaves open what its missing days hide.
  known.set('difference', differenceVnd === undefined ? manner.unknown : signed(differenceVnd, manner));
  if (date !== undefined) known.set('date', manner.date(date));
  if (column !== undefined) known.set('column', column);
  for (const [name, value] of Object.entries(params ?? {})) known.set(name, param(name, value, manner));
  return known;
}

const signed = (amountVnd: number, manner: Manner): string =>
  (amountVnd > 0 ? '+' : '') + manner.amount(amountVnd);

function param(name: string, value: string | number, manner: Manner): string {
  if (typeof value === 'string')
    return ISO_DATE.test(value) ? manner.date(value as IsoDate) : wordFor(name, value, manner.language);
  if (name === 'difference') return signed(value, manner);
  if (name.endsWith('Vnd')) return manner.amount(value);
  // Row numbers are looked up in a spreadsheet, which does not group them.
  return name.startsWith('row') ? String(value) : manner.whole(value);
}

/** In place of a fact that a finding does not have. */
const UNTOLD = '[…]';

/** A fact in a text, or the first and the last day of a period. */
const FACT = /\{(\w+)\}(?:–\{(\w+)\})?/g;
/** One day is said once. */
const period = (from: string, to: string): string => (from === to ? from : `${from} – ${to}`);

/** Texts with their `{…}` filled from the finding. */
export function filled(texts: RenderedFinding, finding: Finding, manner: Manner): RenderedFinding {
  const known = facts(finding, manner);
  // A finding that an earlier version kept may lack what today's text tells.
  const fact = (name: string) => known.get(name) ?? UNTOLD;
  const fill = (text: string) =>
    text.replace(FACT, (_, name: string, to?: string) =>
      to === undefined ? fact(name) : period(fact(name), fact(to)),
    );
  return {
    title: texts.title,
    what: fill(texts.what),
    ...(texts.expected === undefined ? {} : { expected: fill(texts.expected) }),
    fix: fill(texts.fix),
  };
}

/**
 * The finding in Vietnamese: what is wrong, where and by how much, what was expected, and what to do. A rule that
 * this version does not know (a newer snapshot) is named by its id, never hidden.
 */
export function renderFinding(finding: Finding): RenderedFinding {
  const rule = ruleById(finding.rule);
  return rule === undefined
    ? { title: finding.rule, what: `Quy tắc ${finding.rule}.`, fix: '' }
    : filled(rule, finding, vietnamese);
}

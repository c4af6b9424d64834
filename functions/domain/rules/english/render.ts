import type { Finding } from '#domain/finding.ts';
import { groupDigits } from '#domain/format.ts';
import { filled, type Manner } from '../render.ts';
import type { RenderedFinding } from '../rule.ts';
import { ENGLISH } from './catalogue.ts';

const groupByCommas = (whole: number): string => groupDigits(whole).replaceAll('.', ',');

const english: Manner = {
  whole: groupByCommas,
  amount: (amountVnd) => `${groupByCommas(amountVnd)}\u00a0VND`,
  date: (date) => date,
  language: 'en',
  unknown: 'unknown',
  places: (rows, more) => {
    const noun = rows.length === 1 && more === 0 ? 'row' : 'rows';
    return `${noun} ${rows.join(', ')}${more > 0 ? ` and ${groupByCommas(more)} more` : ''}`;
  },
};

const texts = new Map<string, RenderedFinding>(Object.entries(ENGLISH));

/** The finding in English: dates as yyyy-mm-dd, thousands grouped by commas; names of columns and codes stay as they are. */
export function renderFindingEn(finding: Finding): RenderedFinding {
  const own = texts.get(finding.rule);
  return own === undefined
    ? { title: finding.rule, what: `Rule ${finding.rule}.`, fix: '' }
    : filled(own, finding, english);
}

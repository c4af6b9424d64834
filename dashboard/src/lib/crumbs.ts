import type { PageData } from '../data/pages.ts';
import { CHECK, METHOD, NATION, statementHref, unitHref } from '../routes.ts';
import { shortDigest } from './format.ts';
import { fundName } from './funds.ts';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way from the nation down to a page, the page itself last. */
export function crumbsOf(data: PageData): readonly Crumb[] {
  const nation = { label: 'Toàn quốc', href: NATION };
  if (data.page === 'nation') return [nation];
  if (data.page === 'method') return [nation, { label: 'Phương pháp', href: METHOD }];
  if (data.page === 'check') return [nation, { label: 'Kiểm tra tệp', href: CHECK }];
  const { unit, province } = data;
  const toUnit = [
    nation,
    ...(province === undefined ? [] : [{ label: province.name, href: unitHref(province) }]),
    { label: unit.name, href: unitHref(unit) },
  ];
  if (data.page === 'province' || data.page === 'unit') return toUnit;
  const fund = data.page === 'statement' ? data.statement.fund : data.fund;
  const toBook = [...toUnit, { label: fundName(data.campaigns, fund), href: statementHref(unit, fund) }];
  return data.page === 'statement'
    ? toBook
    : [...toBook, { label: `Tệp ${shortDigest(data.file.digest)}`, href: '' }];
}

/** The title of the browser's tab: the page first, the way back after it. */
export const titleOf = (data: PageData): string =>
  data.page === 'nation'
    ? 'Sổ Công Khai'
    : [
        ...crumbsOf(data)
          .slice(1)
          .map(({ label }) => label)
          .reverse(),
        'Sổ Công Khai',
      ].join(' – ');

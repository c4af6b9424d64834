import type { Unit } from '#domain/units/unit.ts';
import type { PageData } from '../data/pages.ts';
import { CHECK, conserveHref, METHOD, nationHref, statementHref, unitHref, type View } from '../routes.ts';
import { shortDigest } from './format.ts';
import { fundName } from './funds.ts';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way from the nation down to a page, the page itself last. */
export function crumbsOf(data: PageData): readonly Crumb[] {
  const view = viewOf(data);
  const nation = { label: 'Toàn quốc', href: nationHref({ view }) };
  if (data.page === 'nation') return [nation];
  if (data.page === 'method') return [nation, { label: 'Phương pháp', href: METHOD }];
  if (data.page === 'check') return [nation, { label: 'Kiểm tra tệp', href: CHECK }];
  if (data.page === 'conserve') {
    const unit = data.province?.unit;
    return [
      nation,
      { label: conserveName(undefined), href: conserveHref(undefined, data.fund) },
      ...(unit === undefined ? [] : [{ label: unit.name, href: conserveHref(unit, data.fund) }]),
    ];
  }
  const { unit, province } = data;
  const toUnit = [
    nation,
    ...(province === undefined ? [] : [{ label: province.name, href: unitHref(province, { view }) }]),
    { label: unit.name, href: unitHref(unit, { view }) },
  ];
  if (data.page === 'province' || data.page === 'unit') return toUnit;
  const fund = data.page === 'statement' ? data.statement.fund : data.fund;
  const toBook = [...toUnit, { label: fundName(data.campaigns, fund), href: statementHref(unit, fund) }];
  return data.page === 'statement'
    ? toBook
    : [...toBook, { label: `Tệp ${shortDigest(data.file.digest)}`, href: '' }];
}

/** The way up stays in the view that the page is in. A book is read as reported, but its way up is everyone's. */
const viewOf = (data: PageData): View | undefined =>
  data.page === 'nation' || data.page === 'province' || data.page === 'unit' ? data.view : undefined;

/** What the page of sums is called: of the nation, or of a province. */
export const conserveName = (province: Pick<Unit, 'name'> | undefined): string =>
  `Đối soát ${province?.name ?? 'toàn quốc'}`;

const SITE = 'Sổ Công Khai';

/** The title of the browser's tab: the page first, the way back after it. */
export function titleOf(data: PageData): string {
  if (data.page === 'nation') return SITE;
  if (data.page === 'conserve') return `${conserveName(data.province?.unit)} – ${SITE}`;
  const way = crumbsOf(data).slice(1);
  return [...way.map(({ label }) => label).reverse(), SITE].join(' – ');
}

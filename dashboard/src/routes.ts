/**
 * Addresses of the site. Every unit has one for itself, one per book, one per file of the book:
 *
 *   /                       the nation           ?quy=FUND  ?dia-gioi=VIEW
 *   /tw                     the centre's books
 *   /tinh/:unit             a province           ?quy=FUND  ?dia-gioi=VIEW
 *   /xa/:unit               a commune            ?dia-gioi=VIEW
 *   <unit>/so/:fund         one book (a unit's account of one fund); <unit> is /tw, /tinh/:unit or /xa/:unit
 *                           ?dia-gioi=VIEW for the places where its money was used
 *                           ?ky=PERIOD for its report: 2025-03, 2025-Q1, 2025-H1, 2025, ca-so, the whole book, or a
 *                           drive, TET-2025
 *   <unit>/so/:fund/tep/:digest   one file of the book   ?trang=PAGE  ?dong=ROW
 *   /doi-soat               how all sums of the nation add up, and money between levels   ?quy=FUND
 *   /doi-soat/:unit         the same of a province with its communes   ?quy=FUND
 *   /phuong-phap            the method
 *   /kiem-tra               a file of the reader's own, checked on their machine   ?ngay=DAY
 *
 * `:unit` is a code, or `code~validTo` for a unit that has ended: /tinh/24~2025-06-30.
 * VIEW is `hien-nay` or `luc-ghi-so`: the same money on today's map, or under the units that wrote it down.
 */

import * as v from 'valibot';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { FundCodeSchema } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { parseIsoDate } from '#domain/date.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { Sha256Schema } from '#domain/sha256.ts';
import type { Unit, UnitCode } from '#domain/units/unit.ts';

/** Which unit an address means: a code, and the last day of validity where the unit has ended. */
export interface UnitRef {
  readonly code: UnitCode;
  readonly validTo?: IsoDate;
}

/** Which division the figures stand in: the one in force, or that of the day on which they were written down. */
export type View = 'now' | 'reported';

/** What a page of sums may be asked for. */
interface Choice {
  readonly fund?: FundCode | undefined;
  readonly view?: View | undefined;
}

/** What a book may be asked for. */
interface BookChoice {
  readonly view?: View | undefined;
  /** Of its report, by the name that it has there; whether it is there is known once the report is. */
  readonly period?: string | undefined;
}

export type Route =
  | ({ readonly page: 'nation' } & Choice)
  | ({ readonly page: 'unit'; readonly unit: UnitRef } & Choice)
  | ({ readonly page: 'statement'; readonly unit: UnitRef; readonly fund: FundCode } & BookChoice)
  | {
      readonly page: 'file';
      readonly unit: UnitRef;
      readonly fund: FundCode;
      readonly digest: Sha256;
      /** 1 for the first. */
      readonly pageNo?: number;
      /** Row of the treasurer's file to show. */
      readonly row?: number;
    }
  /** Without a unit: the nation. */
  | { readonly page: 'conserve'; readonly unit?: UnitRef; readonly fund?: FundCode }
  | { readonly page: 'method' }
  /** With a day: checked as of that day. */
  | { readonly page: 'check'; readonly day?: IsoDate }
  | { readonly page: 'missing' };

const MISSING: Route = { page: 'missing' };
const CODE_OF = { tinh: /^\d{2}$/, xa: /^\d{5}$/ } as const;

/** Reads an address. Anything that is not one of ours is `missing`, never an error. */
export function parseRoute(url: URL): Route {
  const [room, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (room === undefined) return { page: 'nation', ...choiceOf(url.searchParams) };
  if (room === 'phuong-phap' && rest.length === 0) return { page: 'method' };
  if (room === 'kiem-tra' && rest.length === 0)
    return { page: 'check', ...dayOf(url.searchParams.get('ngay')) };
  if (room === 'doi-soat') return conserveOf(rest, url.searchParams);
  if (room === 'tw') return inUnit({ code: 'TW' as UnitCode }, rest, url.searchParams);
  if (room !== 'tinh' && room !== 'xa') return MISSING;
  const unit = parseUnitRef(rest[0] ?? '', CODE_OF[room]);
  return unit === undefined ? MISSING : inUnit(unit, rest.slice(1), url.searchParams);
}

function parseUnitRef(text: string, codeShape: RegExp): UnitRef | undefined {
  const [code = '', end, ...more] = text.split('~');
  if (!codeShape.test(code) || more.length > 0) return undefined;
  if (end === undefined) return { code: code as UnitCode };
  const validTo = parseIsoDate(end);
  return validTo === undefined ? undefined : { code: code as UnitCode, validTo };
}

function conserveOf([text, ...more]: readonly string[], query: URLSearchParams): Route {
  if (more.length > 0) return MISSING;
  const choice = fundOf(query.get('quy'));
  if (text === undefined) return { page: 'conserve', ...choice };
  const unit = parseUnitRef(text, CODE_OF.tinh);
  return unit === undefined ? MISSING : { page: 'conserve', unit, ...choice };
}

function inUnit(unit: UnitRef, rest: readonly string[], query: URLSearchParams): Route {
  const [so, fundText, tep, digestText, ...more] = rest;
  if (so === undefined) return { page: 'unit', unit, ...choiceOf(query) };
  const { fund } = fundOf(fundText ?? null);
  if (so !== 'so' || fund === undefined || more.length > 0) return MISSING;
  if (tep === undefined) return { page: 'statement', unit, fund, ...viewOf(query), ...periodOf(query) };
  const digest = v.safeParse(Sha256Schema, digestText);
  if (tep !== 'tep' || !digest.success) return MISSING;
  return {
    page: 'file',
    unit,
    fund,
    digest: digest.output,
    ...positive('pageNo', query.get('trang')),
    ...positive('row', query.get('dong')),
  };
}

const VIEW_WORDS: Readonly<Record<View, string>> = { now: 'hien-nay', reported: 'luc-ghi-so' };

const choiceOf = (query: URLSearchParams): Choice => ({ ...fundOf(query.get('quy')), ...viewOf(query) });

function viewOf(query: URLSearchParams): { view?: View } {
  const word = query.get('dia-gioi');
  if (word === VIEW_WORDS.now) return { view: 'now' };
  return word === VIEW_WORDS.reported ? { view: 'reported' } : {};
}

const PERIOD = 'ky';
/** The whole book has no name in a report. */
const WHOLE_BOOK = 'ca-so';

function periodOf(query: URLSearchParams): { period?: string } {
  const word = query.get(PERIOD) ?? '';
  return word === '' ? {} : { period: word === WHOLE_BOOK ? '' : word };
}

const periodWord = (period: string): string => (period === '' ? WHOLE_BOOK : period);

/** The same address with another period of the report. */
export function withPeriod(url: URL, period: string): URL {
  const other = new URL(url);
  other.searchParams.set(PERIOD, periodWord(period));
  other.hash = '';
  return other;
}

/** What of an address is loaded. The report has all periods: to choose another one needs nothing that is not here. */
export function loadedPart({ pathname, search }: URL): string {
  const query = new URLSearchParams(search);
  query.delete(PERIOD);
  return `${pathname}?${query}`;
}

function fundOf(text: string | null): { fund?: FundCode } {
  const parsed = v.safeParse(FundCodeSchema, text);
  return parsed.success ? { fund: parsed.output } : {};
}

function dayOf(text: string | null): { day?: IsoDate } {
  const day = parseIsoDate(text ?? '');
  return day === undefined ? {} : { day };
}

function positive<K extends string>(key: K, text: string | null): { [P in K]?: number } {
  return text !== null && /^[1-9]\d{0,8}$/.test(text)
    ? ({ [key]: Number(text) } as { [P in K]?: number })
    : {};
}

export const NATION = '/';
export const METHOD = '/phuong-phap';
export const CHECK = '/kiem-tra';
export const CONSERVE = '/doi-soat';

type Named = Pick<Unit, 'code' | 'validTo'>;

/** The present map is what a page of sums shows unasked, so only the other view is written out. */
function queryOf({ fund, view }: Choice): string {
  const asked = [
    ...(fund === undefined ? [] : [`quy=${fund}`]),
    ...(view === 'reported' ? [`dia-gioi=${VIEW_WORDS.reported}`] : []),
  ];
  return asked.length === 0 ? '' : `?${asked.join('&')}`;
}

export const nationHref = (choice: Choice = {}): string => `${NATION}${queryOf(choice)}`;

/** Address of a unit's page. A unit that has ended keeps its own, whoever bears its code today. */
export const unitHref = (unit: Named, choice: Choice = {}): string => `${unitPath(unit)}${queryOf(choice)}`;

/** Address of a bearer of a code within a room of the site: the code, and the end of one that has ended. */
const refPath = ({ code, validTo }: Named): string => `${code}${validTo === undefined ? '' : `~${validTo}`}`;

/** Address of the page that shows how sums add up: of the nation, or of a province. */
export const conserveHref = (province?: Named, fund?: FundCode): string =>
  `${CONSERVE}${province === undefined ? '' : `/${refPath(province)}`}${queryOf({ fund })}`;

function unitPath(unit: Named): string {
  if (unit.code === 'TW') return '/tw';
  return `/${unit.code.length === 2 ? 'tinh' : 'xa'}/${refPath(unit)}`;
}

/** Address of a book. It is shown as it was written; only the places of use can be had on the present map. */
export function statementHref(unit: Named, fund: FundCode, { view, period }: BookChoice = {}): string {
  const query = new URLSearchParams({
    ...(view === 'now' && { 'dia-gioi': VIEW_WORDS.now }),
    ...(period !== undefined && { [PERIOD]: periodWord(period) }),
  });
  return `${unitPath(unit)}/so/${fund}${query.size === 0 ? '' : `?${query}`}`;
}

/** Address of one file of a book; with a row, of the place where that row is shown. */
export const fileHref = (unit: Named, fund: FundCode, digest: Sha256, row?: number): string =>
  `${statementHref(unit, fund)}/tep/${digest}${row === undefined ? '' : `?dong=${row}`}`;

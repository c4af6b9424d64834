/**
 * Addresses of the site. Every unit has one for itself, one per book, one per file of the book:
 *
 *   /                       the nation           ?quy=FUND
 *   /tw                     the centre's books
 *   /tinh/:unit             a province           ?quy=FUND
 *   /xa/:unit               a commune
 *   <unit>/so/:fund         one book (a unit's account of one fund); <unit> is /tw, /tinh/:unit or /xa/:unit
 *   <unit>/so/:fund/tep/:digest   one file of the book   ?trang=PAGE  ?dong=ROW
 *   /phuong-phap            the method
 *   /kiem-tra               a file of the reader's own, checked on their machine   ?ngay=DAY
 *
 * `:unit` is a code, or `code~validTo` for a unit that has ended: /tinh/24~2025-06-30.
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

export type Route =
  | { readonly page: 'nation'; readonly fund?: FundCode }
  | { readonly page: 'unit'; readonly unit: UnitRef; readonly fund?: FundCode }
  | { readonly page: 'statement'; readonly unit: UnitRef; readonly fund: FundCode }
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
  | { readonly page: 'method' }
  /** With a day: checked as of that day. */
  | { readonly page: 'check'; readonly day?: IsoDate }
  | { readonly page: 'missing' };

const MISSING: Route = { page: 'missing' };
const CODE_OF = { tinh: /^\d{2}$/, xa: /^\d{5}$/ } as const;

/** Reads an address. Anything that is not one of ours is `missing`, never an error. */
export function parseRoute(url: URL): Route {
  const [room, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (room === undefined) return { page: 'nation', ...fundOf(url.searchParams.get('quy')) };
  if (room === 'phuong-phap' && rest.length === 0) return { page: 'method' };
  if (room === 'kiem-tra' && rest.length === 0)
    return { page: 'check', ...dayOf(url.searchParams.get('ngay')) };
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

function inUnit(unit: UnitRef, rest: readonly string[], query: URLSearchParams): Route {
  const [so, fundText, tep, digestText, ...more] = rest;
  if (so === undefined) return { page: 'unit', unit, ...fundOf(query.get('quy')) };
  const { fund } = fundOf(fundText ?? null);
  if (so !== 'so' || fund === undefined || more.length > 0) return MISSING;
  if (tep === undefined) return { page: 'statement', unit, fund };
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

/** Address of a unit's page. A unit that has ended keeps its own, whoever bears its code today. */
export function unitHref(unit: Pick<Unit, 'code' | 'validTo'>, fund?: FundCode): string {
  const query = fund === undefined ? '' : `?quy=${fund}`;
  if (unit.code === 'TW') return `/tw${query}`;
  const room = unit.code.length === 2 ? 'tinh' : 'xa';
  return `/${room}/${unit.code}${unit.validTo === undefined ? '' : `~${unit.validTo}`}${query}`;
}

export const statementHref = (unit: Pick<Unit, 'code' | 'validTo'>, fund: FundCode): string =>
  `${unitHref(unit)}/so/${fund}`;

/** Address of one file of a book; with a row, of the place where that row is shown. */
export const fileHref = (
  unit: Pick<Unit, 'code' | 'validTo'>,
  fund: FundCode,
  digest: Sha256,
  row?: number,
): string => `${statementHref(unit, fund)}/tep/${digest}${row === undefined ? '' : `?dong=${row}`}`;

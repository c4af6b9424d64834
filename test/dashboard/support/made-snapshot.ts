/**
 * A snapshot set up by hand, with every part of a page filled that books handed in fill seldom. Each object goes
 * through the schema of the contract, and every sum is added up here, so that what a page proves can be true or broken
 * on purpose.
 */
import * as v from 'valibot';
import { AcrossSchema } from '#domain/publish/across-schema.ts';
import { GazetteerSchema, gazetteerOf } from '#domain/publish/gazetteer.ts';
import { ProvinceMapSchema } from '#domain/publish/map-schema.ts';
import { type FundTotals, SNAPSHOT_VERSION as version } from '#domain/publish/node-parts.ts';
import { ReportSchema } from '#domain/publish/report-schema.ts';
import {
  csvKey,
  NationSchema,
  objectKey,
  POINTER_KEY,
  PointerSchema,
  ProvinceSchema,
  StatementSchema,
  SubmissionNodeSchema,
  UnitIndexSchema,
  UnitNodeSchema,
} from '#domain/publish/schema.ts';
import { sumFunds } from '#domain/publish/totals.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit } from '#domain/units/unit.ts';
import {
  CENTRE,
  CHIENG_AN_UNIT,
  digestOf,
  nationAcross,
  PASSED_VND,
  PLANS,
  provinceAcross,
  SENT_VND,
  SON_LA,
  TAKEN_VND,
  TO_HIEU_UNIT,
  TRANSIT_VND,
  UNSENT_VND,
} from './made-across.ts';
import { madeStatement } from './made-statement.ts';
import { bookTotals, DAY, type Flows, FUND, UPDATED } from './made-totals.ts';
import type { Site } from './snapshot.ts';

const dates = { asOf: DAY, updatedAt: UPDATED };

class Shelf {
  readonly site: Site = new Map();

  put<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Sha256 {
    const text = JSON.stringify(v.parse(schema, value));
    const hash = digestOf(text);
    this.site.set(objectKey(hash), text);
    return hash;
  }

  putCsv(text: string): Sha256 {
    const hash = digestOf(text);
    this.site.set(csvKey(hash), text);
    return hash;
  }
}

const FLOWS: Readonly<Record<string, Flows>> = {
  TW: { donationsVnd: 2_000_000_000, transfersOutVnd: SENT_VND },
  '14': {
    openingVnd: 10_000_000,
    donationsVnd: 300_000_000,
    transfersInVnd: SENT_VND - TRANSIT_VND,
    transfersOutVnd: PASSED_VND,
    usesVnd: 80_000_000,
  },
  '03646@2025-07-01': {
    openingVnd: 5_000_000,
    donationsVnd: 36_083_709,
    transfersInVnd: TAKEN_VND,
    interestVnd: 12_345,
    refundsInVnd: 1_000_000,
    usesVnd: 77_000_000,
    refundsOutVnd: 2_000_000,
    feesVnd: 22_000,
  },
  '03664@2025-07-01': { donationsVnd: 3_000_000, transfersInVnd: UNSENT_VND, usesVnd: 5_000_000 },
};

const fundsOf = (id: string): FundTotals[] => {
  const flows = FLOWS[id];
  if (flows === undefined) throw new Error(`no flows of ${id}`);
  return [
    {
      fund: FUND,
      asOf: DAY,
      totals: bookTotals(flows, id === '03664@2025-07-01' ? { variances: 1, varianceVnd: 3_000_000 } : {}),
    },
  ];
};

const noFindings = { error: 0, warning: 0, info: 0 };
const clearedOf = (across: typeof nationAcross | typeof provinceAcross) =>
  across.clearing.map(({ pairing: _, open: __, ...sums }) => sums);

/** What may be broken on purpose. */
interface Broken {
  /** Added to what the nation counts of its donations. */
  readonly nationVnd?: number;
  /** Added to what the province's own node counts of its uses. */
  readonly provinceVnd?: number;
}

/** The site as a whole. */
export function madeSnapshot({ nationVnd = 0, provinceVnd = 0 }: Broken = {}): Site {
  const shelf = new Shelf();
  const statementOf = (unit: Unit): Sha256 => {
    const { statement, report, csv, submissions } = madeStatement(unit, fundsOf(unit.id), (node) =>
      shelf.put(SubmissionNodeSchema, node),
    );
    return shelf.put(StatementSchema, {
      ...statement,
      submissions,
      report: { json: shelf.put(ReportSchema, report), csv: shelf.putCsv(csv) },
    });
  };
  const child = (unit: Unit) => {
    const funds = fundsOf(unit.id);
    const totals = funds[0]?.totals;
    const object = shelf.put(UnitNodeSchema, {
      ...{ type: 'unit', version, unit, ...dates },
      ...(unit.level === 'XA' && { province: SON_LA }),
      statements: [
        {
          fund: FUND,
          object: statementOf(unit),
          ...dates,
          totals,
          status: totals?.reconciled === 1 ? 'RECONCILED' : 'UNRECONCILED',
        },
      ],
    });
    return { unit, object, ...dates, funds };
  };
  const [centre, own, toHieu, chiengAn] = [
    child(CENTRE),
    child(SON_LA),
    child(TO_HIEU_UNIT),
    child(CHIENG_AN_UNIT),
  ];
  const inProvince = sumFunds([own, toHieu, chiengAn].map(({ funds }) => funds));
  const skewed = (funds: readonly FundTotals[], field: 'donationsVnd' | 'usesVnd', by: number) =>
    funds.map((line) => ({ ...line, totals: { ...line.totals, [field]: line.totals[field] + by } }));
  const province = shelf.put(ProvinceSchema, {
    ...{
      type: 'province',
      version,
      unit: SON_LA,
      ...dates,
      funds: skewed(inProvince, 'usesVnd', provinceVnd),
    },
    ...{ own, communes: [toHieu, chiengAn], communeCount: 75 },
    ...{ across: shelf.put(AcrossSchema, provinceAcross), cleared: clearedOf(provinceAcross), plans: PLANS },
    acrossFindings: { ...noFindings, warning: 1 },
  });
  const mapUnit = (one: typeof own) => ({ unit: one.unit, ...dates, funds: one.funds, parts: [one] });
  const map = shelf.put(ProvinceMapSchema, {
    ...{ type: 'map', version, unit: SON_LA, since: '2025-07-01', ...dates, funds: inProvince },
    ...{ own: mapUnit(own), communes: [mapUnit(toHieu), mapUnit(chiengAn)], communeCount: 75 },
    ...{ undetermined: [], clearing: [], findings: [] },
  });
  const all = sumFunds([centre.funds, inProvince]);
  const root = shelf.put(NationSchema, {
    ...{
      type: 'nation',
      version,
      position: 12,
      ...dates,
      funds: skewed(all, 'donationsVnd', nationVnd),
      centre,
    },
    provinces: [{ unit: SON_LA, object: province, ...dates, funds: inProvince }],
    ...{ across: shelf.put(AcrossSchema, nationAcross), cleared: clearedOf(nationAcross), plans: [] },
    acrossFindings: { ...noFindings, warning: 1 },
    map: {
      ...{ since: '2025-07-01', breaks: ['2025-07-01'], undetermined: [] },
      provinces: [{ unit: SON_LA, object: map, ...dates, funds: inProvince }],
    },
    index: shelf.put(UnitIndexSchema, {
      type: 'index',
      version,
      units: [SON_LA, TO_HIEU_UNIT, CHIENG_AN_UNIT],
    }),
    gazetteer: shelf.put(GazetteerSchema, gazetteerOf(shippedRegistry())),
    campaigns: [],
  });
  const pointer = v.parse(PointerSchema, { version, root, position: 12, asOf: DAY });
  return new Map([...shelf.site, [POINTER_KEY, JSON.stringify(pointer)]]);
}

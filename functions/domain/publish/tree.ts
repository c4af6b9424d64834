/**
 * The nodes of the snapshot, each a pure function of its children. Whoever changes one leaf rebuilds the path
 * above it from these; whoever starts from nothing gets the same bytes.
 */
import type { Campaign, Campaigns } from '../campaigns/campaign.ts';
import { compareText } from '../order.ts';
import type { Sha256 } from '../sha256.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import type { NationMap, ProvinceMap } from './map-schema.ts';
import { type Child, SNAPSHOT_VERSION } from './node-parts.ts';
import type { Nation, Province, Statement, StatementRef, UnitIndex, UnitNode } from './schema.ts';
import { submissionsIn, sumFunds } from './totals.ts';

const version = SNAPSHOT_VERSION;

/** What a node says of what is told across its units. */
export type AcrossOf = Pick<Province, 'across' | 'cleared' | 'plans' | 'acrossFindings'>;

type Dated = Pick<Child, 'asOf' | 'updatedAt'>;

function latest(parts: readonly Dated[]): Dated {
  const max = <T extends string>(values: T[]): T => {
    const last = values.sort().at(-1);
    if (last === undefined) throw new Error('a node without children');
    return last;
  };
  return { asOf: max(parts.map((p) => p.asOf)), updatedAt: max(parts.map((p) => p.updatedAt)) };
}

const byId = <T extends { readonly unit: Unit }>(a: T, b: T): number => compareText(a.unit.id, b.unit.id);

export const statementRef = (statement: Statement, object: Sha256): StatementRef => ({
  ...(statement.handovers === undefined ? {} : { handovers: statement.handovers }),
  fund: statement.fund,
  object,
  asOf: statement.asOf,
  updatedAt: statement.updatedAt,
  totals: statement.totals,
  status: statement.status,
});

export function unitNode(unit: Unit, registry: UnitRegistry, statements: readonly StatementRef[]): UnitNode {
  const province = unit.provinceId === undefined ? undefined : registry.byId(unit.provinceId);
  return {
    type: 'unit',
    version,
    unit,
    ...(province === undefined ? {} : { province }),
    ...latest(statements),
    statements: [...statements].sort((a, b) => compareText(a.fund, b.fund)),
  };
}

/** A unit's own books, or a whole province, as its parent lists it. */
export const childOf = (node: UnitNode | Province | ProvinceMap, object: Sha256): Child => ({
  unit: node.unit,
  object,
  asOf: node.asOf,
  updatedAt: node.updatedAt,
  ...(node.type === 'unit' ? ofStatements(node.statements) : { funds: node.funds }),
});

function ofStatements(statements: readonly StatementRef[]): Pick<Child, 'funds' | 'handovers'> {
  const funds = sumFunds([statements.map(({ fund, asOf, totals }) => ({ fund, asOf, totals }))]);
  const handovers = statements.flatMap(({ fund, handovers: lines = [] }) =>
    lines.map((line) => ({ fund, ...line })),
  );
  return handovers.length === 0 ? { funds } : { funds, handovers };
}

/** A province with its communes, as they were reported: Σ communes + own. */
export function provinceNode(
  unit: Unit,
  registry: UnitRegistry,
  own: Child | undefined,
  communes: readonly Child[],
  across: AcrossOf,
): Province {
  const children = own === undefined ? communes : [own, ...communes];
  const dates = latest(children);
  const day = unit.validTo ?? dates.asOf;
  return {
    type: 'province',
    version,
    unit,
    ...dates,
    funds: sumFunds(children.map((child) => child.funds)),
    ...(own === undefined ? {} : { own }),
    communes: [...communes].sort(byId),
    ...across,
    communeCount: registry.communeCount(unit.id, day),
  };
}

/** Σ provinces + centre, once as reported and once on the map. */
export function nationNode(
  centre: Child | undefined,
  provinces: readonly Child[],
  map: NationMap,
  names: Pick<Nation, 'index' | 'gazetteer'>,
  across: AcrossOf,
  campaigns: Campaigns,
): Nation {
  const children = centre === undefined ? provinces : [centre, ...provinces];
  const funds = sumFunds(children.map((child) => child.funds));
  return {
    type: 'nation',
    version,
    position: submissionsIn(funds),
    ...latest(children),
    funds,
    ...(centre === undefined ? {} : { centre }),
    provinces: [...provinces].sort(byId),
    ...across,
    map: { ...map, provinces: [...map.provinces].sort(byId) },
    ...names,
    campaigns: sortedCampaigns(campaigns),
  };
}

const sortedCampaigns = (campaigns: Campaigns): Campaign[] =>
  [...campaigns.values()].sort((a, b) => compareText(a.code, b.code));

/** Every unit of the tree, by identity. */
export const unitIndex = (units: Iterable<Unit>): UnitIndex => ({
  type: 'index',
  version,
  units: [...new Map([...units].map((unit) => [unit.id, unit])).values()].sort((a, b) =>
    compareText(a.id, b.id),
  ),
});

/** Replaces the child of the same unit, or adds it. */
export const withChild = (children: readonly Child[], child: Child): Child[] => [
  ...children.filter(({ unit }) => unit.id !== child.unit.id),
  child,
];

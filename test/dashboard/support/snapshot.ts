/** A whole snapshot in memory, made of the sample books by the product's own domain. */
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import type { Child, Pointer, Statement } from '#domain/publish/schema.ts';
import { objectKey, POINTER_KEY, SNAPSHOT_VERSION } from '#domain/publish/schema.ts';
import {
  childOf,
  nationNode,
  provinceNode,
  statementRef,
  unitIndex,
  unitNode,
} from '#domain/publish/tree.ts';
import { reconcile } from '#domain/reconcile/account.ts';
import { makeBook } from '#domain/reconcile/book.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit } from '#domain/units/unit.ts';
import type { SampleFile } from './books.ts';
import { SAMPLE_BOOKS } from './books.ts';
import type { SampleFiled } from './filed.ts';
import { fileOf, sha256 } from './filed.ts';

/** Public objects by their key. */
export type Site = Map<string, string>;

const registry = shippedRegistry();
const campaigns = campaignsInForce([]);

export function sampleSite(samples: readonly SampleFile[] = SAMPLE_BOOKS): Site {
  const site: Site = new Map();
  const put = (node: object): Sha256 => {
    const text = JSON.stringify(node);
    const hash = sha256(text);
    site.set(objectKey(hash), text);
    return hash;
  };
  const filed = samples.map((sample) => fileOf(sample, registry, campaigns));
  for (const { ref, text } of filed.flatMap(({ pages }) => pages)) site.set(objectKey(ref.object), text);
  const units = [...Map.groupBy(filed, ({ unit }) => unit.id).values()].map((files) => unitChild(files, put));
  const centre = units.find(({ unit }) => unit.level === 'TW');
  const provinces = provinceChildren(units, put);
  const index = put(unitIndex(units.map(({ unit }) => unit)));
  const nation = nationNode(centre, provinces, index, campaigns);
  const pointer: Pointer = {
    version: SNAPSHOT_VERSION,
    root: put(nation),
    position: nation.position,
    asOf: nation.asOf,
  };
  site.set(POINTER_KEY, JSON.stringify(pointer));
  return site;
}

type Put = (node: object) => Sha256;

function unitChild(files: readonly SampleFiled[], put: Put): Child {
  const unit = files[0]?.unit as Unit;
  const refs = [...Map.groupBy(files, ({ declaration }) => declaration.fund)].map(([fund, ofFund]) => {
    const account = reconcile(makeBook(unit, fund, ofFund, [], registry));
    const submissions = account.files.map((node) => {
      const { kind, digest, period, state, rows, acceptedVnd } = node;
      const receivedAt = ofFund.find(({ submission }) => submission.digest === digest)?.declaration
        .receivedAt;
      return { object: put(node), kind, digest, period, receivedAt, state, rows, acceptedVnd };
    });
    const statement = { ...account.statement, submissions } as Statement;
    return statementRef(statement, put(statement));
  });
  const node = unitNode(unit, registry, refs);
  return childOf(node, put(node));
}

function provinceChildren(units: readonly Child[], put: Put): Child[] {
  const below = units.filter(({ unit }) => unit.level !== 'TW');
  const provinceId = ({ unit }: Child) => unit.provinceId ?? unit.id;
  return [...Map.groupBy(below, provinceId)].map(([id, children]) => {
    const own = children.find(({ unit }) => unit.id === id);
    const node = provinceNode(
      registry.byId(id) as Unit,
      registry,
      own,
      children.filter((child) => child !== own),
    );
    return childOf(node, put(node));
  });
}

import { dayBefore, type IsoDate } from '../date.ts';
import { formatDate } from '../format.ts';
import { compareText } from '../order.ts';
import { err, ok, type Result } from '../result.ts';
import { readCodeTable } from './code-table.ts';
import { calledOn, type Unit, type UnitCode, type UnitRegistry } from './unit.ts';

/** One edge of a crosswalk by codes: a commune on the day before a change, and one that it went into. */
export interface CodeEdge {
  readonly former: UnitCode;
  readonly present: UnitCode;
}

/** An edge that only one of two crosswalks has, with the names that we know, and why. */
export interface CrosswalkDifference extends CodeEdge {
  readonly formerName?: string;
  readonly presentName?: string;
  /** A sentence for people. */
  readonly reason: string;
}

/** A difference that somebody has looked into. */
export interface Ruling {
  readonly former: string;
  readonly present: string;
  readonly reason: string;
}

export interface CrosswalkComparison {
  /** First day of the new division. */
  readonly on: IsoDate;
  /** Different edges of the reference. */
  readonly reference: number;
  readonly ours: number;
  readonly reproduced: number;
  /** Of those, how many only because a code has another one beside it. */
  readonly byAlias: number;
  /** reproduced / reference; 1 where the reference has none. */
  readonly share: number;
  readonly onlyThere: readonly CrosswalkDifference[];
  readonly onlyHere: readonly CrosswalkDifference[];
}

/** Reads a reference: any table with the columns former_code and present_code. */
export function readCrosswalk(bytes: Uint8Array): Result<readonly CodeEdge[], string> {
  const table = readCodeTable(bytes, ['former_code', 'present_code']);
  if (!table.ok) return table;
  const edges: CodeEdge[] = [];
  for (const { row, broken, at } of table.value) {
    const [former, present] = [at('former_code'), at('present_code')];
    if (broken || !CODE.test(former) || !CODE.test(present)) {
      return err(`dòng ${row}: mã phải có 5 chữ số (Excel hay bỏ mất số 0 ở đầu: định dạng cột là Văn bản)`);
    }
    edges.push({ former: former as UnitCode, present: present as UnitCode });
  }
  return ok(edges);
}

const CODE = /^\d{5}$/;
const keyOf = ({ former, present }: CodeEdge): string => `${former} ${present}`;
const byKey = (a: CodeEdge, b: CodeEdge): number => compareText(keyOf(a), keyOf(b));

/** Every edge of ours over one change, with the act that says so; a commune that goes on leads to itself. */
function ourEdges(registry: UnitRegistry, on: IsoDate): Map<string, CodeEdge & { readonly act?: string }> {
  const before = dayBefore(on);
  const edges = registry.communes(before).flatMap((unit) => {
    const steps = registry.successors(unit.id).filter((step) => step.on === on);
    const going = steps.map(({ to, act }) => ({ former: unit.code, present: codeOf(registry, to), act }));
    return registry.at(unit.code, on) === unit
      ? [{ former: unit.code, present: unit.code }, ...going]
      : going;
  });
  return new Map(edges.map((edge) => [keyOf(edge), edge]));
}

function codeOf(registry: UnitRegistry, id: Unit['id']): UnitCode {
  const unit = registry.byId(id);
  if (unit === undefined) throw new Error(`unit ${id} is not in the registry`);
  return unit.code;
}

/** Sets a reference crosswalk against ours, edge by edge. Every difference comes with its reason. */
export function compareCrosswalk(
  registry: UnitRegistry,
  on: IsoDate,
  reference: readonly CodeEdge[],
  rulings: readonly Ruling[],
): CrosswalkComparison {
  const before = dayBefore(on);
  const ours = ourEdges(registry, on);
  const theirs = new Map<string, { edge: CodeEdge; ours: CodeEdge }>();
  for (const edge of reference) {
    // A code that another source gives a unit is the same unit.
    const known = {
      former: registry.at(edge.former, before)?.code ?? edge.former,
      present: registry.at(edge.present, on)?.code ?? edge.present,
    };
    theirs.set(keyOf(known), { edge, ours: known });
  }
  const reproduced = [...theirs].filter(([key]) => ours.has(key)).map(([, pair]) => pair);
  const ruled = new Map(rulings.map((ruling) => [`${ruling.former} ${ruling.present}`, ruling.reason]));
  const named = (edge: CodeEdge, reason: string): CrosswalkDifference => {
    const [former, present] = [registry.at(edge.former, before), registry.at(edge.present, on)];
    return {
      former: edge.former,
      present: edge.present,
      ...(former === undefined ? {} : { formerName: fullName(former, before) }),
      ...(present === undefined ? {} : { presentName: fullName(present, on) }),
      reason: ruled.get(keyOf(edge)) ?? reason,
    };
  };
  const theirFormers = new Set([...theirs.values()].map((pair) => pair.ours.former));
  return {
    on,
    reference: theirs.size,
    ours: ours.size,
    reproduced: reproduced.length,
    byAlias: reproduced.filter((pair) => keyOf(pair.edge) !== keyOf(pair.ours)).length,
    share: theirs.size === 0 ? 1 : reproduced.length / theirs.size,
    onlyThere: [...theirs]
      .filter(([key]) => !ours.has(key))
      .map(([, pair]) => named(pair.ours, whyNotHere(registry, pair.ours, on)))
      .sort(byKey),
    onlyHere: [...ours]
      .filter(([key]) => !theirs.has(key))
      .map(([, edge]) => named(edge, whyNotThere(edge, theirFormers)))
      .sort(byKey),
  };
}

const fullName = (unit: Unit, day: IsoDate): string =>
  unit.district === undefined ? calledOn(unit, day).name : `${calledOn(unit, day).name}, ${unit.district}`;

function whyNotHere(registry: UnitRegistry, { former, present }: CodeEdge, on: IsoDate): string {
  const unit = registry.at(former, dayBefore(on));
  if (unit === undefined)
    return `ở đây không có xã nào mang mã ${former} đến hết ${formatDate(dayBefore(on))}`;
  if (registry.at(present, on) === undefined)
    return `ở đây không có xã nào mang mã ${present} từ ${formatDate(on)}`;
  const steps = registry.successors(unit.id).filter((step) => step.on === on);
  const codes = steps.map(({ to }) => codeOf(registry, to));
  const going = codes.length === 0 ? 'vẫn giữ nguyên' : `chỉ đi vào ${codes.join(', ')}`;
  const act = steps[0]?.act;
  return `ở đây xã này ${going}${act === undefined ? '' : ` (${act})`}`;
}

function whyNotThere(
  { former, act }: CodeEdge & { readonly act?: string },
  theirFormers: ReadonlySet<string>,
): string {
  const source = act === undefined ? '' : `; ở đây theo ${act}`;
  return `${theirFormers.has(former) ? 'bảng đối chiếu không có cặp này' : `bảng đối chiếu không có mã cũ ${former}`}${source}`;
}

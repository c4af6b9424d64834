import { type CheckRequest, checkFile } from '#domain/check/check-file.ts';
import type { Outcome } from '#domain/check/outcome.ts';
import { isRepairable, repairCsv, repairWorkbook } from '#domain/check/repair.ts';
import type { CheckReport } from '#domain/check/report.ts';
import type { Period } from '#domain/date.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitCode } from '#domain/units/unit.ts';
import { templateCsv, templateWorkbook } from '#domain/workbook/template.ts';
import { beginningOf, sheetsOf } from './beginning.ts';
import { fileBytes } from './file-bytes.ts';
import type { CheckJob, Examined, FileFormat, Order, Results } from './protocol.ts';
import { sha256Hasher } from './sha256-hasher.ts';

interface Checked {
  readonly file: File;
  readonly request: CheckRequest;
  readonly outcome: Outcome;
  readonly report: CheckReport;
}
type Tell = (bytes: number) => void;

const TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Does what the page asks for, one order after another, and remembers the file that was checked last. */
export function newDesk(): (order: Order, tell: Tell) => Promise<Results[Order['order']]> {
  let last: Checked | undefined;
  return async (order, tell) => {
    switch (order.order) {
      case 'check':
        last = undefined;
        last = await check(order.job, tell);
        return examined(last);
      case 'repair':
        if (last === undefined) throw new Error('nothing was checked yet');
        return repair(last, order.format);
      case 'sheets':
        return last === undefined ? [] : sheetsOf(last.file);
      case 'template': {
        const bytes = order.format === 'csv' ? templateCsv(order.kind) : await templateWorkbook(order.kind);
        return blobOf([bytes], order.format);
      }
      case 'unit':
        return unitName(order.code, order.period);
    }
  };
}

async function check(job: CheckJob, tell: Tell): Promise<Checked> {
  const { file, kind, unit, period, overrides, day, currency, rateMilli } = job;
  const registry = shippedRegistry();
  const holder = unit === undefined ? undefined : unitAt(unit, period ?? { from: day, to: day });
  const request = {
    kind,
    overrides,
    name: file.name,
    context: { receivedOn: day, registry, period, holder, currency, rateMilli },
  };
  const edges = { hasher: sha256Hasher(), progress: tell };
  const { report, outcome } = await checkFile(() => fileBytes(file), request, edges);
  return { file, request, outcome, report };
}

async function examined({ file, request, outcome, report }: Checked): Promise<Examined> {
  return {
    report,
    beginning: outcome.reading ? [] : await beginningOf(file, request.overrides),
    repairable: isRepairable(outcome),
  };
}

async function repair({ file, request, outcome, report }: Checked, format: FileFormat): Promise<Blob> {
  const source = () => fileBytes(file);
  const parts: Uint8Array[] = [];
  const made =
    format === 'csv' ? repairCsv(source, request, outcome) : repairWorkbook(source, request, outcome, report);
  for await (const part of made) parts.push(part);
  return blobOf(parts, format);
}

const blobOf = (parts: readonly Uint8Array[], format: FileFormat): Blob =>
  new Blob(parts as readonly Uint8Array<ArrayBuffer>[] as Uint8Array<ArrayBuffer>[], { type: TYPES[format] });

/** One unit for the whole period: a code that changed its meaning within it names none. */
function unitAt(code: UnitCode, { from, to }: Period): Unit | undefined {
  const registry = shippedRegistry();
  const unit = registry.at(code, from);
  return unit?.id === registry.at(code, to)?.id ? unit : undefined;
}

function unitName(code: UnitCode, period: Period): string | undefined {
  const registry = shippedRegistry();
  const unit = unitAt(code, period);
  const province = unit?.provinceId === undefined ? undefined : registry.byId(unit.provinceId);
  return province === undefined ? unit?.name : `${unit?.name}, ${province.name}`;
}

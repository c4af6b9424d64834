import { CONTRACT } from '../parse/contract.ts';
import type { Inference } from '../parse/reading.ts';
import type { NumberEvidence } from '../parse/values/figure-column.ts';
import type { TableEvidence } from '../validate/evidence.ts';
import { figureColumns } from './conclude.ts';
import type { Reading, ReadRequest } from './request.ts';

/** Everything that was concluded about a file, with its evidence, in the order in which it was concluded. */
export function inferencesOf(reading: Reading, request: ReadRequest, evidence: TableEvidence): Inference[] {
  return [
    ...formatInferences(reading, request),
    ...layoutInferences(reading, request),
    ...figureInferences(reading, request, evidence),
    ...dateInferences(reading, request, evidence),
  ];
}

function formatInferences(reading: Reading, { overrides }: ReadRequest): Inference[] {
  if (reading.format === 'xlsx') {
    const overridden = overrides.sheet !== undefined;
    return [{ what: 'sheet', value: reading.sheet, confidence: 1, overridden }];
  }
  const { encoding, font, agreeing, of, confidence } = reading.text;
  const counts = of === 0 ? {} : { agreeing, of };
  const delimiter: Inference = {
    what: 'delimiter',
    value: reading.delimiter,
    confidence: 1,
    overridden: overrides.delimiter !== undefined,
  };
  return [
    {
      what: 'encoding',
      value: encoding,
      confidence,
      overridden: overrides.encoding !== undefined,
      ...counts,
    },
    ...(font === 'unicode' && overrides.font === undefined
      ? []
      : [
          {
            what: 'font' as const,
            value: font,
            confidence,
            overridden: overrides.font !== undefined,
            ...counts,
          },
        ]),
    delimiter,
  ];
}

function layoutInferences({ plan: { layout } }: Reading, { kind, overrides }: ReadRequest): Inference[] {
  const known = layout.columns.filter(({ name }) => name !== undefined);
  const found: Inference[] = [
    {
      what: 'heading',
      value: String(layout.headingFirst),
      row: layout.headingFirst,
      agreeing: known.length,
      of: layout.columns.filter(({ heading }) => heading !== '').length,
      confidence: 1,
      overridden: overrides.headingRow !== undefined,
    },
    ...known.map(({ name = '', heading, confidence, overridden }) => ({
      what: 'column' as const,
      value: name,
      column: name,
      heading,
      confidence,
      overridden: overridden === true,
    })),
  ];
  if (kind !== undefined) return found;
  return [
    { what: 'kind', value: layout.kind, confidence: layout.kindConfidence, overridden: false },
    ...found,
  ];
}

function figureInferences(
  { plan }: Reading,
  { overrides }: ReadRequest,
  evidence: TableEvidence,
): Inference[] {
  return figureColumns(plan.layout).flatMap(({ name }) => {
    const heading = plan.layout.columns.find((column) => column.name === name)?.heading ?? '';
    const about = { column: name, heading };
    const multiplier = plan.multipliers[name] ?? 1;
    const row = plan.layout.titles.multiplier?.row;
    const scaled: Inference[] =
      multiplier === 1 && overrides.multipliers?.[name] === undefined
        ? []
        : [
            {
              what: 'multiplier',
              ...about,
              value: String(multiplier),
              confidence: 1,
              overridden: overrides.multipliers?.[name] !== undefined,
              ...(row === undefined ? {} : { row }),
            },
          ];
    return [
      ...numberInference(
        about,
        plan.styles[name] ?? 'dot',
        overrides.numbers?.[name] !== undefined,
        evidence.numbers[name],
      ),
      ...scaled,
    ];
  });
}

/** Nothing was concluded about a column whose figures read alike either way. */
function numberInference(
  about: { readonly column: string; readonly heading: string },
  value: 'dot' | 'comma',
  overridden: boolean,
  found: NumberEvidence | undefined,
): Inference[] {
  if (found === undefined || found.cells === 0) return [];
  const agreeing = value === 'dot' ? found.dot + found.dotThree : found.comma + found.commaThree;
  if (agreeing === 0 && found.cells === found.neutral && !overridden) return [];
  const proofs = found.dot + found.comma;
  const confidence = proofs > 0 ? (value === 'dot' ? found.dot : found.comma) / proofs : 0.5;
  return [{ what: 'numbers', ...about, value, agreeing, of: found.cells, confidence, overridden }];
}

function dateInferences(
  { plan }: Reading,
  { overrides }: ReadRequest,
  { dates }: TableEvidence,
): Inference[] {
  const cells = dates.dmy + dates.mdy + dates.either + dates.iso + dates.serial + dates.noYear;
  if (cells === 0) return [];
  const column = CONTRACT[plan.layout.kind].find(({ type }) => type === 'date')?.name ?? 'date';
  const heading = plan.layout.columns.find(({ name }) => name === column)?.heading ?? '';
  const shown = dates.dmy + dates.mdy;
  const own = plan.dates === 'dmy' ? dates.dmy : dates.mdy;
  return [
    {
      what: 'dates',
      value: plan.dates,
      column,
      heading,
      agreeing: own + dates.either + dates.iso + dates.serial + dates.noYear,
      of: cells,
      confidence: shown === 0 ? 0.9 : own / shown,
      overridden: overrides.dates !== undefined,
    },
  ];
}

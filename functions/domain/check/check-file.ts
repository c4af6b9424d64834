import type { IsoDate } from '../date.ts';
import type { Sha256 } from '../sha256.ts';
import { currencyOf } from './account-money.ts';
import type { Outcome } from './outcome.ts';
import { previewOf } from './preview.ts';
import { type ByteSource, readFile } from './read-file.ts';
import type { CheckReport } from './report.ts';
import type { ReadRequest } from './request.ts';
import { reportOf } from './write-report.ts';

/** A digest that takes its bytes in portions: the pure core has no crypto of its own. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): Sha256;
}

export interface CheckRequest extends ReadRequest {
  /** Its name on the treasurer's machine, for the report. */
  readonly name?: string | undefined;
}

export interface CheckEdges {
  readonly hasher: Hasher;
  /** Told how many bytes of the first pass have been read so far. Throwing from it ends the check. */
  readonly progress?: (bytes: number) => void;
}

export interface Checked {
  readonly report: CheckReport;
  /** For reading the file again: its repair, its entries. */
  readonly outcome: Outcome;
}

/**
 * Everything that can be said of one file before it is handed in: the same at the command line, in a browser and
 * in the pipeline. Reads the file once, or as often as it takes to know how, and once more as far as the rows that
 * are shown.
 */
export async function checkFile(
  source: ByteSource,
  request: CheckRequest,
  { hasher, progress }: CheckEdges,
): Promise<Checked> {
  let bytes = 0;
  const outcome = await readFile(source, request, {
    bytes: (portion) => {
      hasher.update(portion);
      bytes += portion.length;
      progress?.(bytes);
    },
  });
  const file = { name: request.name ?? null, bytes, sha256: hasher.digest() };
  const shown = await previewOf(source, request, outcome);
  const { context, kind } = request;
  const checkedOn: IsoDate = context.receivedOn;
  const currency = outcome.table?.of === 'statement' ? currencyOf('bankStatement', context) : undefined;
  return { report: reportOf({ file, checkedOn, kind, currency, outcome, shown }), outcome };
}

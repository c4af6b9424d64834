import type { Outcome } from '#domain/check/outcome.ts';
import { type ByteSource, readFile } from '#domain/check/read-file.ts';
import type { ReadRequest } from '#domain/check/request.ts';
import type { Overrides } from '#domain/parse/reading.ts';
import { contextOf, type Declared } from '#test/domain/validate/support.ts';

export const request = (
  declared: Declared = {},
  overrides: Overrides = {},
): ReadRequest & { readonly kind: 'contributions' | 'disbursements' } => ({
  kind: declared.kind ?? 'contributions',
  context: contextOf(declared),
  overrides,
});

/** The portions one after another, as often as asked. */
export const sourceOf = (portions: readonly Uint8Array[]): ByteSource =>
  async function* () {
    yield* portions;
  };

export const readBytes = (bytes: Uint8Array, asked: ReadRequest = request()): Promise<Outcome> =>
  readFile(sourceOf([bytes]), asked);

export const readTable = (text: string, overrides: Overrides = {}): Promise<Outcome> =>
  readBytes(Buffer.from(text), request({}, overrides));

/** The report of a book that must not be sent back. */
export function bookOf({ refusal, table }: Outcome) {
  if (refusal) throw new Error(`sent back: ${refusal.map(({ rule }) => rule).join(', ')}`);
  if (table?.of !== 'book') throw new Error('no book');
  return table.report;
}

export const rulesOf = ({ refusal, table }: Outcome): string[] =>
  (refusal ?? table?.report.issues ?? []).map(({ rule }) => rule);

/** What was inferred of that. */
export const inferred = ({ inferred: all }: Outcome, what: string) => all.filter((one) => one.what === what);

import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { judgedRows } from '#domain/check/read-file.ts';
import type { Reading, ReadRequest } from '#domain/check/request.ts';
import { HEAD_BYTES, surveyText } from '#domain/check/survey.ts';
import { requestOf } from './request.ts';
import type { Seen } from './seen.ts';

/** The pass that enters an accepted file into the ledger, without the stores: rows once more, as lines of JSON. */
export async function read(file: string): Promise<Seen> {
  const request = requestOf();
  const reading = readingOf(file, request);
  let rows = 0;
  let totalVnd = 0;
  let bytes = 0;
  for await (const portion of judgedRows(() => createReadStream(file), request, reading)) {
    let lines = '';
    for (const { entries } of portion) {
      for (const entry of entries) {
        lines += `${JSON.stringify(entry)}\n`;
        rows += 1;
        totalVnd += entry.amountVnd ?? 0;
      }
    }
    bytes += Buffer.byteLength(lines);
  }
  if (bytes === 0) throw new Error('nothing was written');
  return { rows, totalVnd };
}

/** As the first pass would conclude it: the beginning of this file is like the rest. */
function readingOf(file: string, request: ReadRequest): Reading {
  const head = new Uint8Array(HEAD_BYTES);
  const handle = openSync(file, 'r');
  const length = readSync(handle, head, 0, HEAD_BYTES, 0);
  closeSync(handle);
  const reading = surveyText(head.subarray(0, length), length < HEAD_BYTES, request);
  if (!reading.ok) throw new Error(reading.error.rule);
  return reading.value;
}

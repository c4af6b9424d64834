import { createReadStream } from 'node:fs';
import papaparse from 'papaparse';
import type { Seen } from './seen.ts';

export const read = (file: string): Promise<Seen> =>
  new Promise((resolve, reject) => {
    let lines = 0;
    papaparse.parse<string[]>(createReadStream(file, 'utf8'), {
      delimiter: ',',
      skipEmptyLines: true,
      step: () => {
        lines += 1;
      },
      complete: () => resolve({ rows: lines - 1 }),
      error: reject,
    });
  });

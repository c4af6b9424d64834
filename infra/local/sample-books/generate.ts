import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Manifest, sampleBooks } from './manifest.ts';
import { writeCommuneBooks, writeLargeBook } from './scale.ts';

/** Where the sample books stand in the repository. */
export const SAMPLE_DIR = fileURLToPath(new URL('.', import.meta.url));

const LINE_WIDTH = 110;

/** The manifest as the formatter would leave it: short lists of rules on one line. */
export const manifestText = (manifest: Manifest): string => {
  const text = JSON.stringify(manifest, null, 2);
  const folded = text.replace(
    /^( *"rules": )\[\n([^\]]*?)\n *\]/gm,
    (whole, start: string, items: string) => {
      const line = `${start}[${items.trim().replace(/,\s+/g, ', ')}]`;
      return line.length < LINE_WIDTH ? line : whole;
    },
  );
  return `${folded}\n`;
};

/** Writes the sample books and their manifest, and removes books that are no longer among them. */
function writeSampleBooks(dir: string): number {
  const { manifest, files } = sampleBooks();
  mkdirSync(dir, { recursive: true });
  for (const old of readdirSync(dir)) if (old.endsWith('.csv') && !files.has(old)) rmSync(join(dir, old));
  for (const [file, text] of files) writeFileSync(join(dir, file), text);
  writeFileSync(join(dir, 'manifest.json'), manifestText(manifest));
  return files.size;
}

const USAGE = `generate.ts                          the sample books, beside this file
generate.ts --rows N --out FILE      one contribution book of N rows
generate.ts --communes all --out DIR a book for each of the 3,321 communes (a number instead of "all": the first ones)`;

function main(): void {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string' },
      communes: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const { rows, communes, out } = values;
  if (values.help || ((rows ?? communes) !== undefined && out === undefined)) console.log(USAGE);
  else if (rows !== undefined && out !== undefined) console.log(writeLargeBook(Number(rows), out));
  else if (communes !== undefined && out !== undefined) {
    const atMost = communes === 'all' ? Number.POSITIVE_INFINITY : Number(communes);
    console.log(`${writeCommuneBooks(out, undefined, atMost).length} books`);
  } else console.log(`${writeSampleBooks(out ?? SAMPLE_DIR)} files`);
}

if (import.meta.main) main();

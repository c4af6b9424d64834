import { unescapeText } from './cell-text.ts';
import { WORKBOOK_LIMITS } from './limits.ts';
import { type Package, scanPart } from './parts.ts';
import { tooLarge } from './refusal.ts';
import { partKey } from './zip-reader.ts';

/** The texts that cells refer to by number: rich text without its looks, without reading aids. */
export async function readSharedStrings(file: Package, path: string | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (path === undefined) return strings;
  if ((file.directory.get(partKey(path))?.uncompressedSize ?? 0) > WORKBOOK_LIMITS.sharedBytes)
    throw tooLarge('sharedBytes');
  const text = textCollector();
  await scanPart(file, path, {
    open: text.open,
    text: text.text,
    close(name) {
      text.close(name);
      if (name !== 'si') return;
      if (strings.length >= WORKBOOK_LIMITS.strings) throw tooLarge('strings');
      strings.push(text.take());
    },
  });
  return strings;
}

/** Gathers the `t` elements of one text, wherever they stand in it; what is spoken (`rPh`) is left out. */
export function textCollector() {
  let gathered = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open(name: string): void {
      if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    text(piece: string): void {
      if (!inText) return;
      gathered += piece;
      // An escape of seven characters stands for one, so the raw text may be longer than the cell.
      if (gathered.length > WORKBOOK_LIMITS.cellText * 7) throw tooLarge('cellText');
    },
    close(name: string): void {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    /** The text so far; the next one begins. */
    take(): string {
      const whole = unescapeText(gathered);
      gathered = '';
      return whole;
    },
  };
}

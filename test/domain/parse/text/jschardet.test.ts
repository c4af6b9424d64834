import { detect } from 'jschardet';
import { describe, expect, it } from 'vitest';
import { detectText } from '#domain/parse/text/detect.ts';
import { latin1, SAMPLE, toTcvn3, toVni, utf8, utf16, windows1258 } from './sample.ts';

const ours = (bytes: Uint8Array): string => {
  const reading = detectText(bytes, true);
  if (!reading.ok) return reading.error.rule;
  return reading.value.font === 'unicode' ? reading.value.encoding : reading.value.font;
};
const SHORT = SAMPLE.slice(0, SAMPLE.indexOf('\n'));

describe('a detector of all encodings, beside ours', () => {
  it.each<[name: string, bytes: Uint8Array, theirs: string | null, ours: string]>([
    ['UTF-8', utf8(SAMPLE), 'utf-8', 'utf-8'],
    ['UTF-8 with mark', utf8(`\ufeff${SAMPLE}`), 'UTF-8-SIG', 'utf-8'],
    ['UTF-16 LE', utf16(SAMPLE, 'le'), 'utf-16-le', 'utf-16le'],
    ['UTF-16 LE with mark', utf16(`\ufeff${SAMPLE}`, 'le'), 'UTF-16', 'utf-16le'],
    ['UTF-16 BE', utf16(SAMPLE, 'be'), 'utf-16-be', 'utf-16be'],
    ['UTF-16 BE with mark', utf16(`\ufeff${SAMPLE}`, 'be'), 'UTF-16', 'utf-16be'],
    ['windows-1258', windows1258(SAMPLE), 'cp1258', 'windows-1258'],
    ['windows-1258, one line', windows1258(SHORT), 'cp1258', 'windows-1258'],
    ['TCVN3', latin1(toTcvn3(SAMPLE)), 'cp1258', 'tcvn3'],
    ['TCVN3, one line', latin1(toTcvn3(SHORT)), 'cp1258', 'tcvn3'],
    ['VNI', latin1(toVni(SAMPLE)), 'cp1258', 'vni'],
    ['VNI, one line', latin1(toVni(SHORT)), 'MacGreek', 'vni'],
    ['French', latin1('Müller;René;Lefèvre;très tôt;dépôt;reçu'), 'Windows-1252', 'FILE_ENCODING_UNKNOWN'],
    ['UTF-8 with damage', Uint8Array.of(...utf8(SAMPLE), 0xff), 'iso8859-14', 'utf-8'],
  ])('%s', (_name, bytes, theirs, expected) => {
    expect(ours(bytes)).toBe(expected);
    expect(detect(bytes).encoding).toBe(theirs);
  });
});

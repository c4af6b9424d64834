import { damaged, refusal } from './refusal.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const ENCRYPTED_PART = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/**
 * Refuses what begins like Excel before 2007. A workbook with a password is wrapped in the same container, under
 * an entry of a name of its own.
 */
export function refuseOldFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw refusal('FILE_EMPTY');
  if (OLE.every((byte, i) => bytes[i] === byte)) {
    throw includes(bytes, ENCRYPTED_PART)
      ? refusal('WORKBOOK_ENCRYPTED')
      : refusal('FILE_NOT_A_TABLE', { format: 'tệp Excel đời cũ (.xls)' });
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw damaged('not a zip archive');
}

function includes(bytes: Uint8Array, pattern: readonly number[]): boolean {
  const first = pattern[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

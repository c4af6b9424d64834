/** What the first bytes give away: formats that get renamed to .csv, by their signature. */
const SIGNATURES: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['tệp PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ảnh PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['ảnh JPEG', [0xff, 0xd8, 0xff]],
  ['ảnh GIF', [0x47, 0x49, 0x46, 0x38]],
  ['tệp nén ZIP rỗng', [0x50, 0x4b, 0x05, 0x06]],
  ['tệp nén GZIP', [0x1f, 0x8b]],
  ['tệp nén RAR', [0x52, 0x61, 0x72, 0x21]],
  ['tệp nén 7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['tệp RTF', [0x7b, 0x5c, 0x72, 0x74]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Old .xls, and any workbook under a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

/** The longest signature: a reader holds back this many bytes before it decides. */
export const SNIFF_BYTES = 4;

/** The Vietnamese name of a format that is no table; undefined when the bytes may be text. */
export const sniffFormat = (head: Uint8Array): string | undefined =>
  SIGNATURES.find(([, bytes]) => startsWith(head, bytes))?.[0];

/** Whether the bytes are for the reader of workbooks to take or to refuse. */
export const isWorkbook = (head: Uint8Array): boolean => startsWith(head, ZIP) || startsWith(head, OLE);

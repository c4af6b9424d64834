import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a hand-made archive; what it declares may be a lie. */
export interface Entry {
  readonly path: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A zip archive, built by hand so that a test can have any fault in it. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, data, stored, size, crc, flags = 0 } of entries) {
    const plain = Buffer.from(data);
    const body = stored ? plain : deflateRawSync(plain, { level: 9 });
    const name = Buffer.from(path);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(33 << 16, 6);
    head.writeUInt32LE(crc ?? crc32(plain), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(size ?? plain.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, name);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, body);
    offset += 30 + name.length + body.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, listing, end]));
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships>${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

export interface HandMade {
  /** Contents of <sheetData>, by name of the sheet; `!` before the name hides it. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What stands behind <sheetData> in every sheet. */
  readonly behind?: string;
  readonly strings?: string;
  readonly styles?: string;
  /** Elements of the workbook's part before its sheets. */
  readonly workbook?: string;
  readonly chart?: boolean;
  readonly more?: readonly Entry[];
}

/** Formats of cells: 0 General, 1 dd/mm/yyyy, 2 an amount in đồng, 3 an amount in dollars. */
export const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0\\ &quot;đồng&quot;"/>' +
  '<numFmt numFmtId="166" formatCode="#,##0\\ [$ USD]"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/></cellXfs></styleSheet>';

/** The parts of a workbook, as few as Excel would still open. */
export function parts(made: HandMade): Entry[] {
  const names = Object.keys(made.sheets);
  const sheets = names.map((name, i) => {
    const hidden = name.startsWith('!') ? ' state="hidden"' : '';
    return `<sheet name="${name.replace('!', '')}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`;
  });
  return [
    { path: '[Content_Types].xml', data: '<Types/>' },
    { path: '_rels/.rels', data: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      path: 'xl/workbook.xml',
      data: `<?xml version="1.0"?><workbook xmlns:r="x">${made.workbook ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      data: relations([
        ...names.map(
          (_, i) =>
            [`rId${i + 1}`, made.chart ? 'chartsheet' : 'worksheet', `worksheets/sheet${i + 1}.xml`] as const,
        ),
        ['s1', 'styles', 'styles.xml'],
        ...(made.strings === undefined ? [] : [['s2', 'sharedStrings', '/xl/sharedStrings.xml'] as const]),
      ]),
    },
    { path: 'xl/styles.xml', data: made.styles ?? STYLES },
    ...(made.strings === undefined
      ? []
      : [{ path: 'xl/sharedStrings.xml', data: `<sst>${made.strings}</sst>` }]),
    ...names.map((name, i) => ({
      path: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<worksheet><sheetData>${made.sheets[name]}</sheetData>${made.behind ?? ''}</worksheet>`,
    })),
    ...(made.more ?? []),
  ];
}

export const workbook = (made: HandMade): Uint8Array => zip(parts(made));

/** One sheet of these rows. */
export const sheet = (rows: string, more: Omit<HandMade, 'sheets'> = {}): Uint8Array =>
  workbook({ ...more, sheets: { Thu: rows } });

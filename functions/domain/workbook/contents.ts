import { isDateFormat } from 'hucre';
import { WORKBOOK_LIMITS } from './limits.ts';
import { type Package, type Relation, readRelations, scanPart, tags } from './parts.ts';
import { damaged, refusal, tooLarge } from './refusal.ts';
import { prefixedAttribute, type XmlAttributes } from './xml.ts';
import { partKey } from './zip-reader.ts';

/** A sheet of cells, and where it is. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

/** What a workbook says of itself. */
export interface Contents {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904, as old Macs do. */
  readonly from1904: boolean;
  /** Whoever wrote it left all formulas for Excel to calculate: a result of nought is a place holder. */
  readonly uncalculated: boolean;
  readonly stringsPath: string | undefined;
  readonly stylesPath: string | undefined;
}

/** Reads the workbook's own part. Throws a Refusal when it is none of ours. */
export async function readContents(file: Package): Promise<Contents> {
  refuseOtherFormats(file);
  const root = (await readRelations(file, '')).find((relation) => relation.type === 'officeDocument');
  const path = root?.path ?? 'xl/workbook.xml';
  if (path.toLowerCase().endsWith('.bin'))
    throw refusal('FILE_NOT_A_TABLE', { format: 'tệp Excel nhị phân (.xlsb)' });
  const relations = await readRelations(file, path);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: SheetPart[] = [];
  let from1904 = false;
  let uncalculated = false;
  const see = (name: string, attributes: XmlAttributes) => {
    if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
    else if (name === 'calcPr') uncalculated = isTrue(attributes.fullCalcOnLoad);
    else if (name === 'sheet') {
      const sheet = sheetPart(attributes, byId);
      if (sheet) sheets.push(sheet);
      if (sheets.length > WORKBOOK_LIMITS.sheets) throw tooLarge('sheets');
    }
  };
  await scanPart(file, path, tags(see));
  const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.path;
  return {
    sheets,
    from1904,
    uncalculated,
    stringsPath: pathOf('sharedStrings'),
    stylesPath: pathOf('styles'),
  };
}

function refuseOtherFormats(file: Package): void {
  if (file.directory.has(partKey('content.xml')))
    throw refusal('FILE_NOT_A_TABLE', { format: 'tệp OpenDocument (.ods)' });
  if (!file.directory.has(partKey('[Content_Types].xml'))) throw damaged('not a workbook');
}

/** Sheets that are charts or dialogues hold no cells. */
function sheetPart(attributes: XmlAttributes, byId: ReadonlyMap<string, Relation>): SheetPart | undefined {
  const relation = byId.get(prefixedAttribute(attributes, 'id') ?? '');
  if (relation === undefined) throw damaged('sheet without a part');
  if (relation.type !== 'worksheet') return undefined;
  const { state } = attributes;
  return {
    name: attributes.name ?? '',
    hidden: state === 'hidden' || state === 'veryHidden',
    path: relation.path,
  };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** By number of a cell's style: whether it shows a number as a date. */
export async function readDateStyles(file: Package, path: string | undefined): Promise<readonly boolean[]> {
  const styles: boolean[] = [];
  if (path === undefined) return styles;
  const formats = new Map<string, string>();
  let inCellStyles = false;
  await scanPart(file, path, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = attributes.numFmtId ?? '0';
        styles.push(isDateFormat(withoutCurrency(formats.get(id) ?? id)));
      }
    },
    text: () => {},
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** The currency's name is no part of the format: the d of `[$ USD]` is no day. */
const withoutCurrency = (format: string): string => format.replace(/\[\$[^\]]*\]/g, '');

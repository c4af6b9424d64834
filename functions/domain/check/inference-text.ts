import { isCode, REGISTER_KINDS, TABLE_KINDS, type TableKind } from '../codes.ts';
import { groupDigits } from '../format.ts';
import { CONTRACT } from '../parse/contract.ts';
import { DATE_ORDERS, ENCODINGS, FONTS, type Inference, NUMBER_STYLES } from '../parse/reading.ts';
import { never } from '../result.ts';
import { namedIn } from './account-money.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'dấu phẩy (,)',
  ';': 'dấu chấm phẩy (;)',
  '\t': 'dấu TAB',
  '|': 'dấu gạch đứng (|)',
};
const MULTIPLIER_NAMES: Readonly<Record<string, string>> = {
  '1': 'đồng',
  '1000': 'nghìn đồng',
  '1000000': 'triệu đồng',
  '1000000000': 'tỷ đồng',
};
/** A register shares most of its headings with books, and is never guessed when it is handed in. */
const OTHERWISE =
  ' (nhận ra qua tên cột; chọn loại khác ở ô “Loại bảng”, ở dòng lệnh bằng --kind; khi nộp phải nói rõ loại)';
/** Below this a person should look. */
const SURE = 0.8;

/**
 * An inference in Vietnamese, with its evidence: "Cột “Số tiền”: dấu chấm ngăn hàng nghìn, 1.802/1.805 ô".
 * @param currency that the amounts of a statement are in, where they are not đồng
 */
export function inferenceText(inference: Inference, kind: TableKind, currency?: string): string {
  const { agreeing, of, overridden, confidence } = inference;
  const counted =
    agreeing === undefined || of === undefined
      ? ''
      : `, ${groupDigits(agreeing)}/${groupDigits(of)} ${unitOf(inference)}`;
  const how = overridden ? ' (do người nộp chỉ định)' : confidence < SURE ? ' (chưa chắc, xin xem lại)' : '';
  return `${said(inference, kind, currency)}${counted}${how}`;
}

function unitOf({ what }: Inference): string {
  if (what === 'encoding' || what === 'font') return 'từ có dấu';
  return what === 'heading' ? 'cột nhận ra' : 'ô';
}

function said(
  { what, value, heading, row }: Inference,
  kind: TableKind,
  currency: string | undefined,
): string {
  const column = `Cột “${(heading ?? '').replaceAll(/\s+/g, ' ')}”`;
  switch (what) {
    case 'kind':
      return `Loại bảng: ${TABLE_KINDS[value as TableKind] ?? value}${isCode(REGISTER_KINDS, value) ? OTHERWISE : ''}`;
    case 'encoding':
      return `Bảng mã: ${lookUp(ENCODINGS, value)}`;
    case 'font':
      return `Phông chữ: ${lookUp(FONTS, value)}${value === 'unicode' ? '' : ', đã chuyển sang Unicode'}`;
    case 'delimiter':
      return `Các ô ngăn nhau bằng ${DELIMITER_NAMES[value] ?? value}`;
    case 'sheet':
      return `Đọc trang tính “${value}”`;
    case 'heading':
      return `Tiêu đề cột ở dòng ${value}`;
    case 'column':
      return `${column} là “${namedIn(currency, CONTRACT[kind].find(({ name }) => name === value)?.title ?? value)}”`;
    case 'numbers':
      return `${column}: dấu ${lookUp(NUMBER_STYLES, value)}`;
    case 'multiplier':
      return `${column}: tính bằng ${namedIn(currency, MULTIPLIER_NAMES[value] ?? value)}${row === undefined ? '' : ` (theo dòng ${row})`}`;
    case 'dates':
      return `${column}: ${lookUp(DATE_ORDERS, value)}`;
    default:
      return never(what);
  }
}

const lookUp = (names: Readonly<Record<string, string>>, value: string): string => names[value] ?? value;

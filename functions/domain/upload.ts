import * as v from 'valibot';
import { err, ok, type Result } from './result.ts';
import type { Sha256 } from './sha256.ts';
import { type Declaration, DeclarationSchema } from './submission.ts';

/** Everything under this prefix of the inbox is a file handed in. */
export const UPLOAD_PREFIX = 'uploads/';

/** Name of the object's metadata field that carries the declaration. */
export const DECLARATION_FIELD = 'declaration';

/**
 * Where a file goes in the inbox: by what it is, by its bytes and by when it was handed in. Trying the same
 * upload again writes the same key; handing the same file in another time writes another, so each is kept.
 */
export const uploadKey = (declaration: Declaration, digest: Sha256): string =>
  [
    `${UPLOAD_PREFIX}${declaration.unit}`,
    declaration.fund,
    declaration.kind,
    `${declaration.period.from}_${declaration.period.to}`,
    digest,
    declaration.receivedAt.replace(/[^0-9TZ]/g, ''),
  ].join('/');

/** Object metadata is ASCII: the declaration travels as percent-encoded JSON. */
export const encodeDeclaration = (declaration: Declaration): string =>
  encodeURIComponent(JSON.stringify(declaration));

const FIELD_NAMES: Readonly<Record<string, string>> = {
  declaration: 'cả tờ khai',
  unit: 'mã đơn vị',
  fund: 'mã quỹ',
  kind: 'loại bảng',
  period: 'kỳ',
  'period.from': 'ngày đầu kỳ',
  'period.to': 'ngày cuối kỳ',
  openingVnd: 'số dư đầu kỳ',
  closingVnd: 'số dư cuối kỳ',
  cashVnd: 'tiền mặt tồn quỹ',
  account: 'số tài khoản',
  currency: 'loại tiền',
  rateMilli: 'tỷ giá',
  openingRateMilli: 'tỷ giá đầu kỳ',
  receivedAt: 'thời điểm nộp',
  uploader: 'người nộp',
  filename: 'tên tệp',
  additional: 'nộp bổ sung',
  supersedes: 'mã tệp bị thay',
  reading: 'cách đọc tệp',
};

/** A field of the declaration, as the treasurer knows it. */
export const declarationFieldName = (field: string): string => FIELD_NAMES[field] ?? field;

/** Reads a declaration back; the error lists the fields at fault, in the schema's words. */
export function decodeDeclaration(text: string): Result<Declaration, string[]> {
  let json: unknown;
  try {
    json = JSON.parse(decodeURIComponent(text));
  } catch {
    return err(['declaration']);
  }
  const parsed = v.safeParse(DeclarationSchema, json);
  if (parsed.success) return ok(parsed.output);
  return err([...new Set(parsed.issues.map((issue) => v.getDotPath(issue) ?? 'declaration'))]);
}

import type { RuleId } from '../catalogue.ts';
import type { RenderedFinding } from '../rule.ts';
import { AMOUNT_ENGLISH } from './amounts.ts';
import { BOOK_ENGLISH } from './book-rules.ts';
import { BYTE_ENGLISH } from './bytes.ts';
import { CODE_ENGLISH } from './codes.ts';
import { COLUMN_ENGLISH } from './column-rules.ts';
import { DATE_ENGLISH } from './dates.ts';
import { DECLARATION_ENGLISH } from './declaration.ts';
import { MEANING_ENGLISH } from './meaning.ts';
import { REGISTER_ENGLISH } from './register.ts';
import { SHAPE_ENGLISH } from './shape.ts';
import { STATEMENT_ENGLISH } from './statement.ts';
import { TABLE_ENGLISH } from './table-rules.ts';
import { TEXT_ENGLISH } from './texts.ts';
import { WORKBOOK_ENGLISH } from './workbook.ts';

/** The whole catalogue in English. */
export const ENGLISH: Readonly<Record<RuleId, RenderedFinding>> = {
  ...BOOK_ENGLISH,
  ...AMOUNT_ENGLISH,
  ...CODE_ENGLISH,
  ...DATE_ENGLISH,
  ...TEXT_ENGLISH,
  ...COLUMN_ENGLISH,
  ...BYTE_ENGLISH,
  ...DECLARATION_ENGLISH,
  ...WORKBOOK_ENGLISH,
  ...MEANING_ENGLISH,
  ...SHAPE_ENGLISH,
  ...STATEMENT_ENGLISH,
  ...REGISTER_ENGLISH,
  ...TABLE_ENGLISH,
};

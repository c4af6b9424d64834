import type { Style } from './book.ts';

/** Excel in Vietnamese: semicolons, a byte order mark, dotted amounts. */
export const EXCEL: Style = {
  delimiter: ';',
  heading: 'vi',
  shuffled: false,
  date: 'dmy',
  amount: 'dotted',
  codes: 'label',
  eol: '\r\n',
  bom: true,
  blankRows: true,
};

/** The template as it is handed out. */
export const TEMPLATE: Style = {
  ...EXCEL,
  delimiter: ',',
  codes: 'code',
  eol: '\n',
  bom: false,
  blankRows: false,
};

/** A treasurer's own order of columns, with one of her own. */
export const OWN_ORDER: Style = {
  ...TEMPLATE,
  shuffled: true,
  amount: 'plain',
  extra: 'Số điện thoại',
  eol: '\r\n',
};

/** What a program writes. */
export const EXPORT: Style = {
  ...TEMPLATE,
  heading: 'en',
  date: 'iso',
  amount: 'plain',
};

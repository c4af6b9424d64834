/** Currencies that accounts are kept in beside đồng, the most common first. */
export const CURRENCIES = {
  USD: 'đô la Mỹ',
  EUR: 'euro',
  JPY: 'yên Nhật',
  GBP: 'bảng Anh',
  AUD: 'đô la Úc',
  CAD: 'đô la Canada',
  SGD: 'đô la Singapore',
  KRW: 'won Hàn Quốc',
  CNY: 'nhân dân tệ',
  TWD: 'đô la Đài Loan',
  THB: 'baht Thái Lan',
  CHF: 'franc Thụy Sĩ',
  LAK: 'kíp Lào',
} as const;

export type Currency = keyof typeof CURRENCIES;

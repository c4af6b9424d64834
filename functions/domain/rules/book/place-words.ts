/** Where something stands that no row number of one file can name. */
export const PLACE_WORDS = {
  SEVERAL_FILES: { vi: 'ở nhiều tệp', en: 'in several files' },
} as const;

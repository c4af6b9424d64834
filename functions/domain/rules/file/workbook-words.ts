import type { WorkbookLimit } from '#domain/workbook/limits.ts';

/** What a workbook may be too large in, as WORKBOOK_TOO_LARGE calls it. */
export const WORKBOOK_WORDS: Readonly<Record<WorkbookLimit, { readonly vi: string; readonly en: string }>> = {
  fileBytes: { vi: 'dung lượng tệp, tính bằng byte', en: 'size of the file in bytes' },
  parts: { vi: 'số phần trong tệp nén', en: 'parts of the archive' },
  bytes: { vi: 'dung lượng khi mở ra, tính bằng byte', en: 'unpacked size in bytes' },
  sharedBytes: { vi: 'dung lượng phần chữ, tính bằng byte', en: 'size of the table of texts in bytes' },
  strings: { vi: 'số đoạn chữ khác nhau', en: 'different texts' },
  ratio: { vi: 'số lần nở ra khi mở', en: 'times that a part grows when unpacked' },
  cellText: { vi: 'số ký tự trong một ô', en: 'characters of one cell' },
  merges: { vi: 'số vùng ô gộp', en: 'merged areas' },
  sheets: { vi: 'số trang tính', en: 'sheets' },
};

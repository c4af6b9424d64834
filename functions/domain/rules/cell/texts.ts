import type { CellRuleTable } from '../rule.ts';

/** What can be wrong with the text of a cell, whatever its column is. */
export const TEXT_RULES = {
  CELL_TOO_LONG: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ô quá dài',
    method: 'Một ô dài nhất 2.000 ký tự.',
    what: '{count} dòng có ô dài hơn 2.000 ký tự ({places}).',
    expected: 'nhiều nhất 2.000 ký tự',
    fix: 'Rút gọn nội dung ô đó; thường do dấu ngoặc kép làm nhiều ô dính vào nhau.',
    en: {
      title: 'Cell too long',
      what: 'Rows with a cell of more than 2,000 characters: {count} ({places}).',
      expected: 'at most 2,000 characters',
      fix: 'Shorten the text of that cell; mostly a quote has glued several cells together.',
    },
  },
  TEXT_E_NOTATION: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số tài khoản hoặc số chứng từ bị Excel rút gọn',
    method:
      'Số tài khoản, số chứng từ là chữ. Excel coi là số thì viết thành 1.00E+15 và mất các chữ số cuối, không khôi phục được.',
    what: '{count} dòng có “{column}” bị Excel viết gọn kiểu 1.00E+15, mất chữ số ({places}).',
    expected: 'đủ các chữ số, giữ nguyên như chữ',
    fix: 'Trong tệp gốc chọn cả cột → Định dạng ô (Format Cells) → Văn bản (Text), gõ lại các số này theo chứng từ, lưu rồi nộp lại.',
    en: {
      title: 'Account or document number shortened by Excel',
      what: 'Rows whose “{column}” was shortened by Excel to the form 1.00E+15, which loses digits: {count} ({places}).',
      expected: 'all digits, kept as text',
      fix: 'In the original select the column → Format Cells → Text, type these numbers again from the vouchers, save and submit the file again.',
    },
  },
  TEXT_LOSSY: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Chữ bị mất dấu thành “?”',
    method:
      'Dấu ? hoặc � nằm giữa chữ là dấu vết của chữ đã mất khi lưu sai bảng mã; không khôi phục được từ tệp này.',
    what: '{count} dòng có “{column}” mất chữ, thay bằng ? hoặc � ({places}).',
    expected: 'tên viết đủ chữ có dấu',
    fix: 'Quay lại tệp gốc còn đủ dấu, chọn “Lưu thành” (Save As) → “Excel Workbook (.xlsx)” hoặc “CSV UTF-8” (đừng chọn “CSV” thường), rồi nộp tệp đó.',
    en: {
      title: 'Letters lost when saving',
      what: 'Rows whose “{column}” has lost letters, now ? or �: {count} ({places}).',
      expected: 'text with all its letters and accents',
      fix: 'Go back to the original that still has them, choose Save As → “Excel Workbook (.xlsx)” or “CSV UTF-8” (not plain “CSV”), and submit that file.',
    },
  },
  FORMULA_ERROR: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Công thức Excel báo lỗi',
    method: 'Ô có lỗi công thức (#N/A, #REF!, #VALUE!, #DIV/0! …) không có giá trị để đọc.',
    what: '{count} dòng có ô “{column}” là lỗi công thức của Excel, như #N/A hoặc #REF! ({places}).',
    expected: 'giá trị đúng của ô',
    fix: 'Mở bằng Excel, sửa công thức hoặc gõ thẳng giá trị vào ô, lưu rồi nộp lại.',
    en: {
      title: 'Formula error',
      what: 'Rows whose “{column}” is an error of Excel, such as #N/A or #REF!: {count} ({places}).',
      expected: 'the right value of the cell',
      fix: 'Open the file in Excel, correct the formula or type the value, save and submit it again.',
    },
  },
  FORMULA_NOT_CALCULATED: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Công thức chưa được tính',
    method: 'Ô công thức được đọc theo kết quả mà Excel đã lưu; chưa có kết quả thì không tự tính.',
    what: '{count} dòng có ô “{column}” là công thức chưa lưu kết quả ({places}).',
    expected: 'kết quả của công thức, đã tính và lưu',
    fix: 'Mở tệp bằng Excel, chờ tính xong (hoặc bấm F9), lưu lại rồi nộp.',
    en: {
      title: 'Formula not calculated',
      what: 'Rows whose “{column}” is a formula without a stored result: {count} ({places}).',
      expected: 'the result of the formula, calculated and stored',
      fix: 'Open the file in Excel, let it calculate (or press F9), save and submit it again.',
    },
  },
  FORMULA_AS_TEXT: {
    severity: 'info',
    consequence: 'flag',
    title: 'Ô bắt đầu bằng dấu của công thức',
    method:
      'Chữ bắt đầu bằng = hoặc @ được giữ nguyên như chữ, không bao giờ được tính, và được vô hiệu hoá trong mọi tệp xuất ra.',
    what: '{count} dòng có “{column}” bắt đầu bằng = hoặc @; được giữ nguyên như chữ ({places}).',
    expected: 'chữ thường, không bắt đầu bằng = hoặc @',
    fix: 'Không cần làm gì nếu đó đúng là chữ; nếu là công thức bị gõ nhầm, thay bằng giá trị rồi nộp lại.',
    en: {
      title: 'Cell that starts like a formula',
      what: 'Rows whose “{column}” starts with = or @; kept as text and never evaluated: {count} ({places}).',
      expected: 'text that does not start with = or @',
      fix: 'Nothing has to be done if it is meant as text; if a formula was typed by mistake, replace it by its value and submit the file again.',
    },
  },
} as const satisfies CellRuleTable;

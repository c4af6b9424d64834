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
  },
  FORMULA_ERROR: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Công thức Excel báo lỗi',
    method: 'Ô có lỗi công thức (#N/A, #REF!, #VALUE!, #DIV/0! …) không có giá trị để đọc.',
    what: '{count} dòng có ô “{column}” là lỗi công thức của Excel, như #N/A hoặc #REF! ({places}).',
    expected: 'giá trị đúng của ô',
    fix: 'Mở bằng Excel, sửa công thức hoặc gõ thẳng giá trị vào ô, lưu rồi nộp lại.',
  },
  FORMULA_NOT_CALCULATED: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Công thức chưa được tính',
    method: 'Ô công thức được đọc theo kết quả mà Excel đã lưu; chưa có kết quả thì không tự tính.',
    what: '{count} dòng có ô “{column}” là công thức chưa lưu kết quả ({places}).',
    expected: 'kết quả của công thức, đã tính và lưu',
    fix: 'Mở tệp bằng Excel, chờ tính xong (hoặc bấm F9), lưu lại rồi nộp.',
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
  },
} as const satisfies CellRuleTable;

import type { CellRuleTable } from '../rule.ts';

/** Cells that hold dates. */
export const DATE_RULES = {
  DATE_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ngày không đọc được hoặc không có trong lịch',
    method: 'Ngày viết theo ngày/tháng/năm (25/12/2024) hoặc năm-tháng-ngày (2024-12-25).',
    what: '{count} dòng có ngày trống, không đọc được hoặc không có trong lịch ({places}).',
    expected: 'một ngày trong lịch, dạng ngày/tháng/năm, ví dụ 25/12/2024',
    fix: 'Viết ngày dạng 25/12/2024.',
  },
  DATE_NO_YEAR: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ngày không ghi năm',
    method: 'Ngày chỉ có ngày và tháng (15/9) không được tự thêm năm.',
    what: '{count} dòng có ngày không ghi năm ({places}).',
    expected: 'ngày có đủ năm, ví dụ 15/09/2024',
    fix: 'Viết thêm năm, ví dụ 15/09/2024, rồi nộp lại.',
  },
  DATE_FUTURE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ngày sau hôm nộp tệp',
    method: 'Không thể đã thu hoặc đã chi sau ngày nộp tệp (giờ Việt Nam).',
    what: '{count} dòng có ngày sau hôm nộp tệp ({places}).',
    expected: 'một ngày không sau hôm nộp tệp',
    fix: 'Kiểm tra năm, và ngày với tháng có bị đổi chỗ không.',
  },
  DATE_OUTSIDE_PERIOD: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Ngày ngoài kỳ khai báo',
    method: 'Mọi dòng nên có ngày trong kỳ đã khai khi nộp.',
    what: '{count} dòng có ngày ngoài kỳ {from}–{to}, tổng {actual} ({places}).',
    expected: 'một ngày từ {from} đến {to}',
    fix: 'Nếu ngày ghi nhầm (ngày và tháng đổi chỗ, nhầm năm), sửa rồi nộp lại; nếu kỳ khai nhầm, nộp lại với kỳ đúng.',
  },
  DATE_SWAPPED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Có thể ngày và tháng bị đổi chỗ',
    method:
      'Ngày nằm ngoài kỳ mà đổi chỗ ngày với tháng thì lại nằm trong kỳ: Excel hay tự đổi như vậy. Chỉ nêu, không tự đổi.',
    what: '{count} dòng có ngày ngoài kỳ {from}–{to}, nhưng đổi chỗ ngày và tháng thì nằm trong kỳ ({places}).',
    expected: 'một ngày từ {from} đến {to}, dạng ngày/tháng/năm',
    fix: 'Xem chứng từ; nếu đúng là bị đổi chỗ, viết lại ngày dạng ngày/tháng/năm rồi nộp lại.',
  },
  VALUE_DATE_SWAPPED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Ngày giao dịch có thể bị đổi chỗ ngày và tháng',
    method:
      'Trong sao kê, ngày giao dịch đổi chỗ ngày với tháng thì đúng bằng ngày giá trị của cùng dòng: Excel hay tự đổi như vậy. Chỉ nêu, không tự đổi.',
    what: '{count} dòng có ngày giao dịch chỉ khác ngày giá trị ở chỗ ngày và tháng đổi chỗ ({places}).',
    expected: 'ngày giao dịch như sao kê gốc, dạng ngày/tháng/năm',
    fix: 'So với sao kê gốc của ngân hàng; nếu đúng là bị đổi chỗ, viết lại ngày dạng ngày/tháng/năm.',
  },
} as const satisfies CellRuleTable;

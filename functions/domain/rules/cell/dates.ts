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
    en: {
      title: 'Date unreadable or not in the calendar',
      what: 'Rows whose date is blank, unreadable or not in the calendar: {count} ({places}).',
      expected: 'a date of the calendar as day/month/year, such as 25/12/2024',
      fix: 'Write the date as 25/12/2024.',
    },
  },
  DATE_NO_YEAR: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ngày không ghi năm',
    method: 'Ngày chỉ có ngày và tháng (15/9) không được tự thêm năm.',
    what: '{count} dòng có ngày không ghi năm ({places}).',
    expected: 'ngày có đủ năm, ví dụ 15/09/2024',
    fix: 'Viết thêm năm, ví dụ 15/09/2024, rồi nộp lại.',
    en: {
      title: 'Date without a year',
      what: 'Rows whose date has no year: {count} ({places}).',
      expected: 'a date with its year, such as 15/09/2024',
      fix: 'Add the year, such as 15/09/2024, and submit the file again.',
    },
  },
  DATE_FUTURE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ngày sau hôm nộp tệp',
    method: 'Không thể đã thu hoặc đã chi sau ngày nộp tệp (giờ Việt Nam).',
    what: '{count} dòng có ngày sau hôm nộp tệp ({places}).',
    expected: 'một ngày không sau hôm nộp tệp',
    fix: 'Kiểm tra năm, và ngày với tháng có bị đổi chỗ không.',
    en: {
      title: 'Date after the day of submission',
      what: 'Rows dated after the day of submission: {count} ({places}).',
      expected: 'a date not after the day of submission',
      fix: 'Check the year, and whether day and month were swapped.',
    },
  },
  DATE_OUTSIDE_PERIOD: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Ngày ngoài kỳ khai báo',
    method: 'Mọi dòng nên có ngày trong kỳ đã khai khi nộp.',
    what: '{count} dòng có ngày ngoài kỳ {from}–{to}, tổng {actual} ({places}).',
    expected: 'một ngày từ {from} đến {to}',
    fix: 'Nếu ngày ghi nhầm (ngày và tháng đổi chỗ, nhầm năm), sửa rồi nộp lại; nếu kỳ khai nhầm, nộp lại với kỳ đúng.',
    en: {
      title: 'Date outside the declared period',
      what: 'Rows dated outside {from}–{to}: {count}, {actual} in all ({places}).',
      expected: 'a date from {from} to {to}',
      fix: 'If the date is wrong (day and month swapped, wrong year), correct it; if the declared period is wrong, submit the file again with the right one.',
    },
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
    en: {
      title: 'Day and month may be swapped',
      what: 'Rows dated outside {from}–{to}, but inside it with day and month swapped: {count} ({places}).',
      expected: 'a date from {from} to {to}, as day/month/year',
      fix: 'Excel often swaps them. Look at the vouchers; if so, write the dates as day/month/year and submit the file again.',
    },
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
    en: {
      title: 'Transaction date may be swapped',
      what: 'Rows whose transaction date is their value date with day and month swapped: {count} ({places}).',
      expected: 'the transaction date of the original statement, as day/month/year',
      fix: 'Compare with the bank’s original; Excel often swaps day and month. If so, write the date as day/month/year.',
    },
  },
} as const satisfies CellRuleTable;

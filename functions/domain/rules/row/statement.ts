import type { RuleTable } from '../rule.ts';

/** Lines of a bank statement, which carry a running balance. */
export const STATEMENT_RULES = {
  STATEMENT_BOTH_SIDES: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Một dòng vừa ghi nợ vừa ghi có',
    method: 'Mỗi dòng sao kê là tiền ra (ghi nợ) hoặc tiền vào (ghi có), không cả hai.',
    what: '{count} dòng sao kê có cả số tiền ghi nợ và số tiền ghi có ({places}).',
    expected: 'một số tiền: ghi nợ hoặc ghi có',
    fix: 'So với sao kê gốc của ngân hàng; tách thành hai dòng hoặc xoá số ghi nhầm rồi nộp lại.',
  },
  STATEMENT_AMOUNT_BLANK: {
    severity: 'error',
    consequence: 'flag',
    title: 'Dòng sao kê không ghi số tiền',
    method: 'Dòng sao kê để trống số tiền được nêu cùng với số mà số dư đã thay đổi; số đó không tự điền.',
    what: 'Dòng {row} không ghi số tiền, nhưng số dư thay đổi {difference} so với giao dịch liền trước.',
    expected: 'số tiền ghi nợ hoặc ghi có',
    fix: 'Xem sao kê gốc của ngân hàng, điền số tiền của dòng này rồi nộp lại.',
  },
  BALANCE_BREAK: {
    severity: 'error',
    consequence: 'flag',
    title: 'Số dư sao kê không nối nhau',
    method:
      'Số dư của mỗi dòng phải bằng số dư của giao dịch liền trước + ghi có − ghi nợ. Sao kê xếp mới nhất ở trên thì giao dịch liền trước nằm ở dòng dưới.',
    what: 'Dòng {row}: tính từ giao dịch liền trước, số dư phải là {expected}, sao kê ghi {actual}, lệch {difference}.',
    expected: 'số dư {expected}',
    fix: 'So với sao kê gốc: có thể thiếu một dòng ngay trước giao dịch này, một số tiền bị trống hay ghi sai, hoặc các dòng bị đảo thứ tự. Bổ sung rồi nộp lại.',
  },
  STATEMENT_MOVED_UNLISTED: {
    severity: 'error',
    consequence: 'flag',
    title: 'Sao kê không có dòng nào mà số dư thay đổi',
    method:
      'Sao kê không có dòng giao dịch nào thì số dư cuối kỳ phải bằng số dư đầu kỳ, dù hai số ấy in trong tệp hay khai kèm.',
    what: 'Sao kê không có dòng giao dịch nào, nhưng số dư đầu kỳ là {expected}, cuối kỳ là {actual}, lệch {difference}.',
    expected: 'số dư cuối kỳ {expected}',
    fix: 'Xem lại hai số dư với sao kê gốc của ngân hàng. Nếu kỳ này có giao dịch, nộp sao kê có đủ các dòng; nếu không, sửa số dư ghi nhầm rồi nộp lại.',
  },
  STATEMENT_DATES_UNORDERED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Ngày trong sao kê không theo thứ tự',
    method:
      'Các dòng sao kê xếp theo ngày, tăng dần hoặc giảm dần. Dòng đi ngược chiều được nêu, vẫn tính theo ngày ghi.',
    what: '{count} dòng có ngày đi ngược thứ tự của cả bảng ({places}).',
    expected: 'ngày tăng dần, hoặc giảm dần, trong cả bảng',
    fix: 'Xem các dòng này: thường là Excel đổi chỗ ngày và tháng. Sửa rồi nộp lại.',
  },
} as const satisfies RuleTable;

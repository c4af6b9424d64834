import type { RuleTable } from '../rule.ts';

/** A bank's statement as a whole: one account, one currency. */
export const STATEMENT_TABLE_RULES = {
  STATEMENT_CLOSING_DIFFERS: {
    severity: 'error',
    consequence: 'flag',
    title: 'Số dư cuối kỳ của sao kê không khớp',
    method: 'Số dư cuối kỳ ghi dưới bảng phải bằng số dư sau dòng cuối, hoặc số dư đầu kỳ + ghi có − ghi nợ.',
    what: 'Dòng {row} ghi số dư cuối kỳ {actual}, tính từ các dòng được {expected}, lệch {difference}.',
    expected: 'số dư cuối kỳ {expected}',
    fix: 'So với sao kê gốc: có thể thiếu dòng, hoặc tệp bị cắt. Bổ sung rồi nộp lại.',
  },
  STATEMENT_TWO_ACCOUNTS: {
    severity: 'error',
    consequence: 'flag',
    title: 'Một tệp sao kê có hai tài khoản',
    method: 'Mỗi tệp sao kê là của một tài khoản, để số dư nối được từ dòng này sang dòng khác.',
    what: 'Bảng có thêm tiêu đề của tài khoản khác ({places}); các dòng vẫn được đọc, nhưng số dư không nối được.',
    expected: 'một tài khoản trong một tệp',
    fix: 'Tách mỗi tài khoản thành một tệp rồi nộp lại.',
  },
  STATEMENT_CURRENCY: {
    severity: 'error',
    consequence: 'reject',
    title: 'Sao kê bằng ngoại tệ mà chưa khai tỷ giá',
    method:
      'Sao kê của tài khoản ngoại tệ phải được khai loại tiền và tỷ giá cuối kỳ; số ngoại tệ không bao giờ đọc thành đồng.',
    what: 'Sao kê bằng {currency}, mà tờ khai chưa ghi đúng loại tiền ấy cùng tỷ giá cuối kỳ.',
    expected: 'loại tiền {currency} và tỷ giá cuối kỳ trong tờ khai',
    fix: 'Khai loại tiền và tỷ giá cuối kỳ (số đồng cho 1 {currency}; ở dòng lệnh: --currency và --rate) rồi nộp lại; tài khoản tiền đồng thì bỏ hai mục ấy.',
  },
  STATEMENT_CURRENCIES: {
    severity: 'error',
    consequence: 'reject',
    title: 'Sao kê có cột của nhiều loại tiền',
    method:
      'Các cột ghi nợ, ghi có, số dư của một sao kê phải cùng một loại tiền, là loại tiền của tài khoản đã khai. Bảng có cả cột quy đổi thì không đoán cột nào là của tài khoản.',
    what: 'Các cột số tiền và dòng đầu tệp ghi nhiều loại tiền: {currency}. Không rõ cột nào là của tài khoản.',
    expected: 'ghi nợ, ghi có, số dư cùng một loại tiền',
    fix: 'Chỉ để lại các cột bằng loại tiền của tài khoản, xoá các cột quy đổi; tài khoản ngoại tệ thì khai loại tiền và tỷ giá cuối kỳ (ở dòng lệnh: --currency và --rate). Rồi nộp lại.',
  },
  STATEMENT_OUTSIDE_PERIOD: {
    severity: 'error',
    consequence: 'reject',
    title: 'Sao kê của kỳ khác',
    method: 'Ít nhất một dòng của sao kê phải thuộc kỳ đã khai, kể cả khi ngày và tháng bị đảo chỗ.',
    what: 'Các dòng của sao kê có ngày {from}–{to}, không dòng nào thuộc kỳ đã khai {declaredFrom}–{declaredTo}.',
    expected: 'kỳ khai có những ngày của sao kê: {from}–{to}',
    fix: 'Khai đúng kỳ của sao kê (ở dòng lệnh: --from và --to), hoặc chọn tệp sao kê của kỳ đã khai, rồi nộp lại.',
  },
  STATEMENT_CURRENCY_ASSUMED: {
    severity: 'info',
    consequence: 'flag',
    title: 'Sao kê không ghi loại tiền',
    method: 'Sao kê không ghi loại tiền, tờ khai cũng không, thì đọc là đồng Việt Nam.',
    what: 'Không chỗ nào của bảng ghi loại tiền; các số được đọc là đồng Việt Nam.',
    fix: 'Đúng là đồng thì không cần làm gì; nếu là ngoại tệ, khai loại tiền và tỷ giá rồi nộp lại.',
  },
} as const satisfies RuleTable;

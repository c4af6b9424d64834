import type { RuleTable } from './rule.ts';

/** One column over the whole file: whether it is there, and how its figures are to be read. */
export const COLUMN_RULES = {
  COLUMN_MISSING: {
    severity: 'error',
    consequence: 'reject',
    title: 'Thiếu cột bắt buộc',
    method: 'Mỗi mẫu có một số cột không thể thiếu.',
    what: 'Bảng không có cột “{column}”.',
    expected: 'cột “{column}” hoặc “{english}”',
    fix: 'Thêm cột “{column}” (tên tiếng Anh: {english}) rồi nộp lại; nếu bảng đã có cột này dưới tên khác, chỉ rõ đó là cột nào.',
  },
  COLUMN_REPEATED: {
    severity: 'error',
    consequence: 'reject',
    title: 'Một cột có hai lần',
    method: 'Mỗi cột của mẫu chỉ được có một lần, nếu không thì không biết lấy số ở đâu.',
    what: 'Cột “{column}” xuất hiện {times} lần trong dòng tiêu đề.',
    expected: 'một cột “{column}”',
    fix: 'Giữ lại một cột “{column}”, xoá hoặc đổi tên cột kia, rồi nộp lại.',
  },
  COLUMN_MONEY_UNREAD: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Cột ngoài mẫu có vẻ là số tiền',
    method:
      'Cột mà mẫu không có thì không được cộng vào sổ; nếu các ô của cột ấy giống số tiền thì nêu ra, vì có thể là tiền chưa được tính.',
    what: 'Có {count} cột ngoài mẫu mà các ô giống số tiền, bắt đầu từ {places}; các số này không được cộng vào sổ.',
    expected: 'mọi khoản tiền ở cột “Số tiền (đồng)”',
    fix: 'Nếu đó là tiền đã thu hoặc đã chi, chuyển vào cột “Số tiền (đồng)”, mỗi khoản một dòng, rồi nộp lại; nếu chỉ để tham khảo thì không cần làm gì.',
  },
  COLUMN_UNKNOWN: {
    severity: 'info',
    consequence: 'flag',
    title: 'Cột ngoài mẫu',
    method: 'Cột mà mẫu không có vẫn được giữ trong sổ nội bộ, không bao giờ công khai.',
    what: 'Có {columns} cột ngoài mẫu; nội dung được giữ riêng, không công khai.',
    fix: 'Không cần làm gì. Nếu đó là một cột của mẫu viết khác tên, hãy đổi theo tên trong mẫu.',
  },
  NUMBERS_MIXED: {
    severity: 'error',
    consequence: 'reject',
    title: 'Một cột viết số theo hai kiểu',
    method:
      'Trong một cột, hàng nghìn chỉ ngăn theo một kiểu: dấu chấm (1.234.567) hoặc dấu phẩy (1,234,567). Lẫn hai kiểu thì không đoán.',
    what: 'Cột “{column}” vừa có số ngăn hàng nghìn bằng dấu chấm (dòng {rowDot}), vừa có số ngăn bằng dấu phẩy (dòng {rowComma}).',
    expected: 'một kiểu cho cả cột, ví dụ 1.234.567',
    fix: 'Xem hai dòng này, viết lại cả cột theo một kiểu (nên dùng dấu chấm: 1.234.567), rồi nộp lại.',
  },
  NUMBERS_AMBIGUOUS: {
    severity: 'error',
    consequence: 'reject',
    title: 'Không rõ dấu chấm, dấu phẩy là hàng nghìn hay phần lẻ',
    method:
      'Số viết như 1.500 có thể là 1500 hoặc 1,5. Các ô khác trong cột quyết định; không ô nào quyết định được thì hỏi, không đoán.',
    what: 'Trong cột “{column}”, các số viết như 1.500 có thể là 1500 hoặc 1,5, mà cả cột không có ô nào cho biết.',
    expected: 'số viết rõ, ví dụ 1500 hoặc 1.500.000',
    fix: 'Chọn kiểu số của cột này (dấu chấm hay dấu phẩy ngăn hàng nghìn); hoặc viết lại số liền không có dấu, rồi nộp lại.',
  },
  NUMBERS_ASSUMED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Số lượng được đọc theo cách viết Việt Nam',
    method:
      'Cột số lượng chỉ toàn số viết như 1.500 thì được đọc theo cách viết Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy cho phần lẻ.',
    what: 'Cột “{column}” không có ô nào cho biết kiểu viết; được đọc là dấu chấm ngăn hàng nghìn, dấu phẩy cho phần lẻ.',
    expected: 'dấu chấm ngăn hàng nghìn, dấu phẩy cho phần lẻ: 1.500 hoặc 70,1',
    fix: 'Xem các dòng đọc thử: đúng thì không cần làm gì; sai thì chọn lại kiểu số của cột này.',
  },
} as const satisfies RuleTable;

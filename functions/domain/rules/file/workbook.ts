import type { RuleTable } from '../rule.ts';

/** Workbooks of Excel (.xlsx). */
export const WORKBOOK_RULES = {
  WORKBOOK_DAMAGED: {
    severity: 'error',
    consequence: 'reject',
    title: 'Tệp Excel bị hỏng',
    method: 'Tệp .xlsx phải mở ra được và có ít nhất một trang tính.',
    what: 'Tệp Excel này bị hỏng hoặc thiếu phần, không mở ra được.',
    expected: 'tệp .xlsx mở được bằng Excel',
    fix: 'Mở tệp gốc bằng Excel (Excel hỏi sửa tệp thì đồng ý), kiểm tra số liệu, chọn “Lưu thành” (Save As) một tệp .xlsx mới rồi nộp tệp mới.',
  },
  WORKBOOK_ENCRYPTED: {
    severity: 'error',
    consequence: 'reject',
    title: 'Tệp Excel có mật khẩu',
    method: 'Tệp đặt mật khẩu mở thì không đọc được.',
    what: 'Tệp Excel này phải có mật khẩu mới mở được.',
    expected: 'tệp Excel không đặt mật khẩu mở',
    fix: 'Mở bằng Excel, vào Tệp (File) → Thông tin (Info) → “Bảo vệ sổ làm việc” (Protect Workbook) → “Mã hoá bằng mật khẩu” (Encrypt with Password), xoá mật khẩu, lưu rồi nộp lại.',
  },
  WORKBOOK_TOO_LARGE: {
    severity: 'error',
    consequence: 'reject',
    title: 'Tệp Excel quá lớn',
    method:
      'Tệp .xlsx là tệp nén; cả tệp lẫn phần mở ra đều có mức tối đa, vì một tệp nhỏ có thể nở ra đến mức làm treo máy.',
    what: 'Tệp Excel này lớn hơn mức được nhận ({what}: nhiều nhất {limit}).',
    expected: '{what}: nhiều nhất {limit}',
    fix: 'Chép riêng phần số liệu sang một tệp Excel mới (bỏ hình ảnh, các dòng trống được kẻ khung), hoặc chia theo tháng, rồi nộp lại.',
  },
  WORKBOOK_TOO_WIDE: {
    severity: 'error',
    consequence: 'reject',
    title: 'Trang tính quá nhiều cột',
    method: 'Số cột của một trang tính có mức tối đa, cao hơn nhiều so với mọi bảng thật.',
    what: 'Trang tính có {columns} cột, nhiều hơn mức {limit}.',
    expected: 'nhiều nhất {limit} cột',
    fix: 'Xoá các cột trống ở bên phải bảng (chọn cột rồi bấm chuột phải, chọn Xoá), lưu rồi nộp lại.',
  },
  SHEET_NOT_FOUND: {
    severity: 'error',
    consequence: 'reject',
    title: 'Không có trang tính này',
    method: 'Trang tính được chọn phải có trong tệp Excel.',
    what: 'Tệp Excel không có trang tính tên “{sheet}”.',
    expected: 'một trong các trang tính: {sheets}',
    fix: 'Chọn lại trang tính: {sheets}.',
  },
  SHEETS_UNREAD: {
    severity: 'info',
    consequence: 'flag',
    title: 'Còn trang tính chưa đọc',
    method: 'Mỗi lần chỉ đọc một trang tính: trang đầu tiên, hoặc trang được chọn.',
    what: 'Chỉ một trang tính được đọc; còn {count} trang khác cũng có chữ.',
    fix: 'Nếu số liệu nằm ở trang khác, chọn trang đó. Nếu các trang đều là số liệu, chép chung vào một trang hoặc lưu mỗi trang thành một tệp.',
  },
  HIDDEN_ROWS: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Có dòng bị ẩn',
    method: 'Dòng bị ẩn hoặc bị lọc trong Excel vẫn nằm trong tệp, nên vẫn được đọc như mọi dòng.',
    what: 'Trang tính có {count} dòng bị ẩn; các dòng này cũng được đọc.',
    fix: 'Trong Excel bỏ lọc và bỏ ẩn (Unhide) để xem các dòng này; dòng nào không thuộc sổ thì xoá hẳn rồi nộp lại.',
  },
} as const satisfies RuleTable;

import type { RuleTable } from '../rule.ts';

/** Bytes that have to become rows and characters. */
export const BYTE_RULES = {
  FILE_EMPTY: {
    severity: 'error',
    consequence: 'reject',
    title: 'Tệp rỗng',
    method: 'Tệp phải có ít nhất một dòng tiêu đề và một dòng số liệu.',
    what: 'Tệp không có chữ nào.',
    expected: 'một bảng có dòng tiêu đề và số liệu',
    fix: 'Mở lại tệp trên máy, kiểm tra đã lưu xong, rồi nộp lại.',
  },
  FILE_NOT_A_TABLE: {
    severity: 'error',
    consequence: 'reject',
    title: 'Không phải tệp bảng',
    method:
      'Nhận bảng chữ (CSV, TXT) và tệp Excel (.xlsx). Tệp PDF, ảnh, tệp nén và tệp Excel đời cũ (.xls) được nhận ra qua những byte đầu.',
    what: 'Tệp này là {format}, không phải bảng CSV, TXT hay Excel (.xlsx), dù tên tệp có thể ghi khác.',
    expected: 'tệp CSV, TXT hoặc Excel (.xlsx)',
    fix: 'Mở bảng gốc bằng Excel (tệp .xls cũng vậy), chọn “Lưu thành” (Save As) → “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”, rồi nộp tệp vừa lưu; không nộp bản PDF hay ảnh chụp.',
  },
  FILE_ENCODING_UNKNOWN: {
    severity: 'error',
    consequence: 'reject',
    title: 'Không nhận ra bảng mã của chữ',
    method:
      'Chữ được đọc theo UTF-8, UTF-16, windows-1258, TCVN3 (ABC) hoặc VNI. Không bảng mã nào cho ra tiếng Việt thì trả lại tệp, không đoán.',
    what: 'Từ dòng {row} có chữ mà không bảng mã nào đã biết đọc ra được tiếng Việt.',
    expected: 'chữ tiếng Việt lưu theo Unicode (UTF-8)',
    fix: 'Mở tệp gốc bằng Excel, kiểm tra chữ hiện đúng, chọn “Lưu thành” (Save As) → “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”, rồi nộp lại.',
  },
  FILE_NUL_BYTES: {
    severity: 'error',
    consequence: 'reject',
    title: 'Tệp chứa ký tự không phải chữ',
    method: 'Bảng chữ không chứa byte 0. Tệp UTF-16 có byte 0 nhưng được nhận ra và đọc đúng.',
    what: 'Tệp chứa byte 0 ở dòng {row}: đây không phải bảng chữ, hoặc tệp đã hỏng khi chép hay tải về.',
    expected: 'chỉ có chữ và số',
    fix: 'Chép hoặc tải lại tệp từ bản gốc; mở được bằng Excel thì chọn “Lưu thành” (Save As) → “CSV UTF-8”, rồi nộp lại.',
  },
  FILE_NOT_UTF8: {
    severity: 'error',
    consequence: 'reject',
    title: 'Có đoạn chữ bị hỏng',
    method:
      'Tệp lưu theo bảng mã nào thì mọi chữ phải đọc được theo bảng mã đó, để tên người và địa danh không bị sai.',
    what: 'Tệp lưu theo UTF-8, nhưng từ dòng {row} có chữ hỏng, không đọc được.',
    expected: 'mọi chữ cùng một bảng mã, tốt nhất là UTF-8',
    fix: 'Nếu tệp được ghép từ nhiều tệp, lưu từng tệp thành “CSV UTF-8” rồi mới ghép; nếu không, chép lại tệp từ bản gốc. Sau đó nộp lại.',
  },
  FONT_CONVERTED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Chữ theo phông cũ, đã chuyển sang Unicode',
    method:
      'Chữ gõ theo phông cũ TCVN3 (ABC, tên phông .Vn…) hoặc VNI được nhận ra và chuyển sang Unicode; người nộp xem lại trước khi nhận.',
    what: 'Chữ trong tệp gõ theo phông cũ {font}; đã chuyển sang Unicode để đọc.',
    expected: 'chữ Unicode, ví dụ phông Times New Roman hoặc Arial',
    fix: 'Xem các dòng đọc thử: tên người và địa danh đúng thì không cần làm gì. Nếu sai, chọn lại phông, hoặc chuyển mã bằng UniKey rồi nộp lại.',
  },
  FILE_TOO_LARGE: {
    severity: 'error',
    consequence: 'reject',
    title: 'Tệp quá lớn',
    method: 'Mỗi tệp có dung lượng tối đa do nơi vận hành đặt.',
    what: 'Tệp có {bytes} byte, lớn hơn mức tối đa {limit} byte.',
    expected: 'nhiều nhất {limit} byte',
    fix: 'Chia tệp theo tháng hoặc theo quý rồi nộp từng phần.',
  },
  LINE_TOO_LONG: {
    severity: 'error',
    consequence: 'reject',
    title: 'Có dòng quá dài',
    method:
      'Một dòng không được dài quá 1.000.000 ký tự: dài hơn thì thường là thiếu dấu ngoặc kép hoặc không phải bảng.',
    what: 'Dòng {row} dài hơn {limit} ký tự.',
    expected: 'nhiều nhất {limit} ký tự một dòng',
    fix: 'Kiểm tra dấu ngoặc kép (") mở mà không đóng ở dòng này hoặc ngay trước nó, rồi nộp lại.',
  },
  LINE_ENDS_OLD_MAC: {
    severity: 'error',
    consequence: 'reject',
    title: 'Kiểu xuống dòng không đọc được',
    method: 'Mỗi dòng kết thúc bằng LF hoặc CR LF; kiểu CR của máy Macintosh đời cũ không được nhận.',
    what: 'Từ dòng {row}, các dòng chỉ ngăn nhau bằng ký tự CR, nên cả tệp dính thành một dòng.',
    expected: 'mỗi dòng kết thúc bằng LF hoặc CR LF',
    fix: 'Trong Excel chọn “Lưu thành” (Save As) → “CSV UTF-8 (phân cách bằng dấu phẩy)”, không chọn “CSV (Macintosh)”, rồi nộp lại.',
  },
  QUOTE_UNCLOSED: {
    severity: 'error',
    consequence: 'reject',
    title: 'Dấu ngoặc kép mở mà không đóng',
    method: 'Ô mở bằng dấu " phải đóng bằng dấu "; nếu không, không biết các dòng sau đó bắt đầu từ đâu.',
    what: 'Dòng {row} có dấu ngoặc kép (") mở mà không đóng cho đến hết tệp.',
    expected: 'mỗi dấu ngoặc kép mở có một dấu đóng',
    fix: 'Mở bằng Excel, xoá dấu ngoặc kép thừa ở dòng này, lưu lại dạng CSV UTF-8 rồi nộp lại.',
  },
} as const satisfies RuleTable;

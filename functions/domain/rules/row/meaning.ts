import type { RuleTable } from '../rule.ts';

/** Cells of one row that have to agree with each other, and what a movement needs to be one. */
export const MEANING_RULES = {
  AMOUNT_MISSING: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Không có số tiền, cũng không có hiện vật',
    method: 'Mỗi dòng phải có số tiền (0 cũng là một số) hoặc hiện vật.',
    what: '{count} dòng không ghi số tiền và cũng không ghi hiện vật ({places}).',
    expected: 'số tiền, hoặc tên và số lượng hiện vật',
    fix: 'Điền số tiền bằng đồng, hoặc tên và số lượng hiện vật.',
  },
  AMOUNT_WORDS_DIFFER: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số tiền bằng chữ khác số tiền bằng số',
    method: 'Dòng có cả số tiền bằng số và bằng chữ thì hai số phải bằng nhau; không tự chọn bên nào.',
    what: '{count} dòng có số tiền bằng chữ khác số tiền bằng số, lệch {difference} ({places}).',
    expected: 'số tiền bằng chữ đúng bằng số tiền bằng số',
    fix: 'Xem chứng từ gốc, sửa bên ghi sai rồi nộp lại.',
  },
  FOREIGN_INCOMPLETE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ngoại tệ ghi chưa đủ',
    method: 'Khoản ngoại tệ cần đủ bốn ô: loại tiền, số ngoại tệ, tỷ giá và ngày của tỷ giá.',
    what: '{count} dòng ngoại tệ thiếu loại tiền, số ngoại tệ, tỷ giá hoặc ngày tỷ giá ({places}).',
    expected: 'đủ loại tiền, số ngoại tệ, tỷ giá và ngày tỷ giá',
    fix: 'Điền đủ các cột “Loại tiền”, “Số tiền ngoại tệ”, “Tỷ giá”, “Ngày tỷ giá”; nếu khoản này là tiền đồng thì để trống cả bốn.',
  },
  FOREIGN_DIFFERS: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số tiền đồng không bằng ngoại tệ nhân tỷ giá',
    method: 'Số tiền bằng đồng phải bằng số ngoại tệ nhân tỷ giá, làm tròn đến đồng.',
    what: '{count} dòng có số tiền đồng khác số ngoại tệ nhân tỷ giá, lệch {difference} ({places}).',
    expected: 'số ngoại tệ nhân tỷ giá, làm tròn đến đồng',
    fix: 'Kiểm tra số ngoại tệ, tỷ giá và số tiền theo giấy báo có của ngân hàng; sửa ô sai rồi nộp lại.',
  },
  GOODS_AS_MONEY: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Hiện vật hoặc ngày công ghi thành tiền',
    method:
      'Hiện vật và ngày công không phải tiền: trị giá ghi ở cột “Trị giá quy đổi”, không ghi ở cột số tiền.',
    what: '{count} dòng ghi hình thức hiện vật hoặc ngày công mà lại có số tiền ({places}).',
    expected: 'trị giá của hiện vật hoặc ngày công ở cột “Trị giá quy đổi (đồng)”',
    fix: 'Nếu là hiện vật hoặc ngày công, chuyển con số sang cột “Trị giá quy đổi (đồng)”; nếu là tiền, sửa cột “Hình thức”.',
  },
  GOODS_INCOMPLETE: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Hiện vật ghi chưa đủ',
    method:
      'Hiện vật cần tên, số lượng, đơn vị tính; có trị giá thì cần căn cứ. Thiếu số lượng hoặc đơn vị tính thì không cộng được.',
    what: '{count} dòng hiện vật thiếu tên, số lượng, đơn vị tính hoặc căn cứ trị giá ({places}).',
    expected: 'tên, số lượng, đơn vị tính; có trị giá thì có căn cứ',
    fix: 'Bổ sung tên, số lượng và đơn vị tính (ví dụ mì gói, 120 thùng), và căn cứ của trị giá (hoá đơn, báo giá).',
  },
  DOCUMENT_MISSING: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Chi không có chứng từ, không có quyết định',
    method: 'Mỗi khoản chi cần số chứng từ hoặc số quyết định.',
    what: '{count} khoản chi, tổng {actual}, không ghi số chứng từ và cũng không ghi số quyết định ({places}).',
    expected: 'số chứng từ hoặc số quyết định',
    fix: 'Bổ sung số phiếu chi hoặc số quyết định rồi nộp lại tệp.',
    source: 'Nguyên tắc chứng từ kế toán; Thông tư 41/2022/TT-BTC',
  },
  PURPOSE_NOT_ALLOWED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Nội dung chi không thuộc quỹ này',
    method: 'Mỗi loại quỹ có danh sách nội dung chi, là cấu hình có ghi nguồn và mức chắc chắn.',
    what: '{count} khoản, tổng {actual}, chi cho “{purpose}” không thuộc nội dung của {fundKind} ({places}).',
    expected: 'một nội dung chi của {fundKind}',
    fix: 'Kiểm tra phân loại; nếu chi nhầm quỹ, lập bút toán điều chỉnh và nộp lại.',
  },
  POSSIBLE_DUPLICATE: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Có thể trùng',
    method:
      'Cùng ngày, số tiền, số chứng từ, người và ghi chú với một dòng trước. Hai khoản bằng nhau trong một ngày là chuyện thường, nên chỉ nêu, không xoá.',
    what: '{count} dòng trùng ngày, số tiền, số chứng từ, người và ghi chú với một dòng phía trên, tổng {actual} ({places}).',
    fix: 'Xem các dòng này; nếu thật sự ghi hai lần, xoá bớt rồi nộp lại tệp; nếu là hai khoản khác nhau thì không cần làm gì.',
  },
} as const satisfies RuleTable;

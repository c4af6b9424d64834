import type { RuleTable } from '../rule.ts';

/** What stands beside the movements of a book: promises, allotments, earmarks, goods, houses. */
export const BESIDE_RULES = {
  ALLOCATED_MORE_THAN_RECEIVED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Phân bổ nhiều hơn tiếp nhận',
    method:
      'Đăng ký, tiếp nhận, phân bổ, giải ngân là bốn giai đoạn của cùng một khoản tiền, không bao giờ cộng với nhau.',
    what: 'Đã phân bổ {actual}, nhiều hơn số đã tiếp nhận ({expected}): {difference}.',
    expected: 'số phân bổ không vượt số tiếp nhận và kết dư',
    fix: 'Kiểm tra bảng phân bổ; nếu dùng kết dư kỳ trước thì nộp giải trình.',
  },
  ROUND_SENT_DIFFERS: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Đợt phân bổ chuyển khác số đã duyệt',
    method: 'Tiền chuyển theo một đợt phân bổ phải bằng số đã phân bổ của đợt ấy.',
    what: 'Đợt “{round}”: phân bổ {expected}, đã chuyển {actual}, lệch {difference}.',
    expected: 'chuyển đúng số phân bổ: {expected}',
    fix: 'Kiểm tra cột “Đợt phân bổ” ở bảng chi; đợt chưa chuyển xong thì số lệch sẽ hết khi chuyển đủ.',
  },
  EARMARK_SPENT_ELSEWHERE: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Tiền có địa chỉ chỉ định đã dùng nơi khác',
    method:
      'Tiền ủng hộ chỉ định cho một xã, phường phải còn trong quỹ hoặc đã đến nơi ấy. Quỹ không còn đủ thì ít nhất phần thiếu đã dùng nơi khác.',
    what: 'Còn phải dành {expected} cho các nơi được chỉ định, quỹ chỉ còn {actual}: ít nhất {difference} đã dùng nơi khác.',
    expected: 'quỹ còn ít nhất {expected}',
    fix: 'Ghi rõ xã, phường ở các khoản chi đã dùng cho nơi được chỉ định; nếu dùng nơi khác, giải trình.',
    source: 'Nghị định 93/2021/NĐ-CP: sử dụng theo địa chỉ cụ thể',
  },
  FACTOR_NOT_FOLLOWED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Hệ số quy đổi không dùng được',
    method:
      'Hiện vật chỉ quy đổi đơn vị tính theo hệ số đã ghi, không trái nhau, không vòng, và ra số chẵn đến phần nghìn.',
    what: '{count} hệ số quy đổi không dùng được; các đơn vị tính ấy vẫn để riêng.',
    expected: 'hệ số lớn hơn 0, không trái nhau',
    fix: 'Sửa các dòng “Hệ số quy đổi” trong bảng xác nhận.',
  },
  HOUSE_AMOUNT_REPEATED: {
    severity: 'info',
    consequence: 'flag',
    title: 'Cùng số tiền của một nhà được ghi lại',
    method:
      'Một nhà có nhiều dòng vẫn là một nhà; cùng đơn vị tài trợ, cùng số tiền ghi lại có thể là một khoản kể hai lần.',
    what: '{count} dòng ghi lại cùng số tiền của cùng đơn vị cho cùng một nhà, tổng {actual}.',
    fix: 'Nếu là một khoản kể hai lần, để trống số tiền ở dòng sau.',
  },
} as const satisfies RuleTable;

import type { RuleTable } from '../rule.ts';

/** What stands beside the movements of a book: promises, allotments, earmarks, goods, houses. */
export const BESIDE_RULES = {
  ALLOCATED_MORE_THAN_RECEIVED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Phân bổ nhiều hơn tiếp nhận',
    method:
      'Đăng ký, tiếp nhận, phân bổ, giải ngân là bốn giai đoạn của cùng một khoản tiền, không bao giờ cộng với nhau.',
    what: 'Đã phân bổ {actual}, nhiều hơn số tiếp nhận và kết dư đầu kỳ ({expected}): {difference}.',
    expected: 'số phân bổ không vượt số tiếp nhận và kết dư',
    fix: 'Kiểm tra bảng phân bổ; nếu dùng kết dư kỳ trước thì khai số dư đầu kỳ.',
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
      'Tiền ủng hộ chỉ định cho một xã, phường phải còn trong quỹ hoặc đã đến nơi ấy, cũng tính xã, phường trước hoặc sau khi sắp xếp. Khoản chi không ghi xã, phường, tiền hoàn trả và tiền bàn giao được coi như đã đến nơi. Quỹ vẫn không còn đủ thì ít nhất phần thiếu đã dùng nơi khác.',
    what: 'Còn phải dành ít nhất {expected} cho {communes}, quỹ chỉ còn {actual}: ít nhất {short}\u00a0đ đã dùng nơi khác.',
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
    what: '{item}: hệ số quy đổi giữa {units} không dùng được ({why}); các đơn vị tính ấy vẫn để riêng.',
    expected: 'hệ số lớn hơn 0, không trái nhau',
    fix: 'Sửa các dòng “Hệ số quy đổi” của mặt hàng này trong bảng xác nhận.',
  },
  GOODS_BEFORE_RECEIPT: {
    severity: 'error',
    consequence: 'flag',
    title: 'Xuất hiện vật trước khi nhập',
    method:
      'Cuối mỗi tháng, hiện vật đã xuất không được nhiều hơn đã nhập: không thể phát thứ chưa có. Đơn vị tính khác nhau chỉ cộng theo hệ số đã ghi.',
    what: '{item}: đến hết ngày {date} đã xuất nhiều hơn số đã nhập {quantity}; sau ngày ấy mới nhập.',
    expected: 'nhập trước hoặc trong tháng xuất',
    fix: 'Kiểm tra ngày nhập và ngày xuất ở hai bảng; nếu phát trước, ghi sổ nhập sau thì sửa ngày nhập theo biên bản, hoặc giải trình.',
  },
  FINDINGS_NOT_LISTED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Không liệt kê hết cảnh báo',
    method: 'Cảnh báo cùng loại của một sổ được liệt kê nhiều nhất 50, còn lại chỉ đếm.',
    what: 'Ngoài những chỗ đã nêu còn {count} cảnh báo “{title}”.',
    fix: 'Sửa những chỗ đã nêu rồi nộp lại: những chỗ còn lại sẽ hiện ra.',
  },
  HOUSE_AMOUNT_REPEATED: {
    severity: 'info',
    consequence: 'flag',
    title: 'Cùng số tiền của một nhà được ghi lại',
    method:
      'Một nhà có nhiều dòng vẫn là một nhà; cùng đơn vị tài trợ, cùng số tiền ghi lại có thể là một khoản kể hai lần.',
    what: '{count} dòng ghi lại cùng số tiền của cùng đơn vị cho cùng một nhà, tổng {actual} ({places}).',
    fix: 'Nếu là một khoản kể hai lần, để trống số tiền ở dòng ghi lại rồi nộp lại sổ theo dõi nhà.',
  },
  TARGET_STATED_DIFFERS: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Số đã đạt theo báo cáo khác sổ',
    method:
      'Số đã đạt của một chỉ tiêu lấy từ sổ: tiền vận động và lượt hộ cộng từ sổ, nhà đã bàn giao đếm từ sổ theo dõi nhà. Số ghi trong bảng chỉ tiêu đứng bên cạnh và phải bằng số ấy.',
    what: '{indicator}, năm {year}: bảng chỉ tiêu ghi đã đạt {stated}, sổ cho thấy {reached} ({places}).',
    expected: 'bằng số trong sổ: {reached}',
    fix: 'Nộp bổ sung phần chưa vào sổ, hoặc sửa cột “Đã đạt (theo báo cáo)” rồi nộp lại bảng chỉ tiêu.',
  },
} as const satisfies RuleTable;

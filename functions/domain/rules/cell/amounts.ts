import type { CellRuleTable } from '../rule.ts';

/** Cells that hold amounts of money, quantities and counts. */
export const AMOUNT_RULES = {
  AMOUNT_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số tiền không đọc được',
    method:
      'Số tiền là số nguyên đồng: viết liền (1500000), ngăn hàng nghìn (1.500.000) hoặc kèm đơn vị (1,5 triệu); số âm là bút toán đảo.',
    what: '{count} dòng có “{column}” không đọc được thành số đồng ({places}).',
    expected: 'số nguyên đồng, ví dụ 1500000 hoặc 1.500.000',
    fix: 'Viết số nguyên đồng, ví dụ 1500000 hoặc 1.500.000; bỏ lời ghi khác ra khỏi ô số tiền.',
  },
  AMOUNT_FRACTION: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số tiền có phần lẻ của đồng',
    method: 'Sổ ghi đến đồng chẵn. Số tiền có phần lẻ nhỏ hơn một đồng thì không tự làm tròn.',
    what: '{count} dòng có “{column}” lẻ đến dưới một đồng ({places}).',
    expected: 'số nguyên đồng, ví dụ 1.500.000',
    fix: 'Xem chứng từ, viết số tiền đến đồng chẵn. Nếu đó là ngoại tệ, dùng các cột ngoại tệ; nếu cột tính theo nghìn hay triệu đồng, ghi đơn vị trong tên cột.',
  },
  AMOUNT_E_NOTATION: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số tiền bị Excel rút gọn',
    method: 'Số kiểu 1.5E+10 đã mất các chữ số cuối, nên không đọc thành số tiền.',
    what: '{count} dòng có “{column}” bị Excel viết gọn kiểu 1.5E+10, mất chữ số cuối ({places}).',
    expected: 'đủ các chữ số, ví dụ 15.000.000.000',
    fix: 'Trong tệp gốc chọn cả cột → Định dạng ô (Format Cells) → Số (Number), 0 số lẻ, kéo cột rộng ra cho hiện đủ số, lưu lại rồi nộp.',
  },
  AMOUNT_DITTO: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số tiền ghi “như trên”',
    method: 'Dấu “nt”, //, ″ ở cột số tiền không bao giờ được điền thay: mỗi khoản tiền phải ghi rõ số.',
    what: '{count} dòng ghi “như trên” ở “{column}” thay vì ghi số ({places}).',
    expected: 'số nguyên đồng, dù bằng số của dòng trên',
    fix: 'Viết đủ số tiền ở từng dòng rồi nộp lại.',
  },
  AMOUNT_FOREIGN: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ngoại tệ ghi trong cột tiền đồng',
    method: 'Cột số tiền chỉ ghi đồng. Ngoại tệ ghi ở các cột riêng, có tỷ giá và ngày của tỷ giá.',
    what: '{count} dòng ghi ngoại tệ (USD, EUR …) ở “{column}” ({places}).',
    expected: 'số nguyên đồng',
    fix: 'Ghi số tiền đã quy ra đồng ở cột này. Ở bảng thu, bảng chi, ngoại tệ ghi ở các cột “Loại tiền”, “Số tiền ngoại tệ”, “Tỷ giá”, “Ngày tỷ giá”; với sao kê của tài khoản ngoại tệ thì khai loại tiền và tỷ giá khi nộp.',
  },
  AMOUNT_OUTLIER: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Số tiền khác hẳn các dòng khác',
    method:
      'Số tiền lớn hơn hoặc nhỏ hơn gần như mọi dòng khác trên một nghìn lần thường là nhầm đơn vị (đồng, nghìn đồng, triệu đồng); chỉ nêu, không sửa.',
    what: '{count} dòng có “{column}” lớn hơn hoặc nhỏ hơn hầu hết các dòng khác trên một nghìn lần ({places}).',
    expected: 'số tiền cùng đơn vị với các dòng khác',
    fix: 'Xem chứng từ của các dòng này: đúng thì không cần làm gì; nhầm đơn vị hoặc thừa thiếu số 0 thì sửa rồi nộp lại.',
  },
  REVERSAL: {
    severity: 'info',
    consequence: 'flag',
    title: 'Bút toán đảo',
    method:
      'Số tiền âm, viết -500.000, 500.000- hoặc (500.000), là bút toán đảo: trừ vào chính khoản đó, không phải khoản mới.',
    what: '{count} dòng là bút toán đảo, tổng {actual} ({places}).',
    expected: 'số âm chỉ để rút lại một khoản đã ghi',
    fix: 'Không cần làm gì nếu đúng ý; nếu không, sửa dấu của số tiền.',
  },
  QUANTITY_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số lượng không đọc được',
    method: 'Số lượng viết bằng chữ số, dấu phẩy cho phần lẻ (70,1), nhiều nhất ba chữ số lẻ; không âm.',
    what: '{count} dòng có số lượng hiện vật không đọc được ({places}).',
    expected: 'một số không âm, ví dụ 120 hoặc 70,1',
    fix: 'Viết số lượng bằng chữ số, ví dụ 120 hoặc 70,1; đơn vị tính ghi ở cột riêng.',
  },
  QUANTITY_NEGATIVE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số lượng hiện vật là số âm',
    method:
      'Số lượng hiện vật không âm: hiện vật phát rồi thu lại là nhập kho, ghi ở bảng thu; hiện vật trả lại bên ủng hộ là xuất kho, ghi ở bảng chi.',
    what: '{count} dòng có số lượng hiện vật là số âm ({places}).',
    expected: 'số lượng không âm, ở bảng đúng chiều nhập hoặc xuất',
    fix: 'Hiện vật phát rồi thu lại: ghi số lượng dương ở bảng thu, hình thức “Hoàn trả”. Trả lại bên ủng hộ: ghi số lượng dương ở bảng chi, nội dung “Hoàn trả người ủng hộ”. Ghi nhầm dấu thì bỏ dấu trừ.',
  },
  COUNT_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số hộ hoặc số người không đọc được',
    method: 'Số hộ, số người là số nguyên từ 1; để trống nếu không có.',
    what: '{count} dòng có “{column}” không phải số nguyên dương ({places}).',
    expected: 'số nguyên từ 1, hoặc để trống',
    fix: 'Viết số nguyên, ví dụ 12; để trống nếu khoản này không tính theo hộ.',
  },
} as const satisfies CellRuleTable;

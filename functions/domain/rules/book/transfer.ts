import type { RuleTable } from '../rule.ts';

/** Money between levels: what one book sent against what another received. */
export const TRANSFER_RULES = {
  TRANSFER_NOT_RECEIVED: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Tiền chuyển cấp dưới chưa được ghi nhận',
    method:
      'Tiền chuyển cấp dưới phải có khoản “Cấp trên chuyển về” cùng số tiền ở đơn vị nhận. Quá 30 ngày thì nêu.',
    what: '{unit} chuyển {actual} ngày {date} (sổ {fund}) cho {other}, sau {days} ngày chưa được ghi nhận.',
    expected: 'khoản nhận {actual} ở đơn vị cấp dưới',
    fix: 'Đơn vị nhận ghi khoản “Cấp trên chuyển về” vào bảng thu; hoặc đơn vị chuyển sửa số tiền, đơn vị nhận.',
  },
  TRANSFER_TAKEN_BACK: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Bên chuyển ghi rút lại, bên nhận chưa ghi giảm',
    method:
      'Số tiền bên chuyển ghi giảm sau khi đã chuyển phải có khoản ghi giảm cùng số tiền ở sổ bên nhận.',
    what: '{unit} ghi giảm {actual} ngày {date} (sổ {fund}) của tiền đã chuyển cho {other}, bên nhận chưa ghi giảm.',
    expected: 'khoản ghi giảm {actual} ở bên nhận',
    fix: 'Bên nhận trả lại thì ghi số âm vào khoản “Cấp trên chuyển về”; nếu không trả thì bên chuyển bỏ dòng ghi giảm.',
  },
  TRANSFER_FROM_NOBODY: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Nhận tiền cấp trên mà cấp trên chưa ghi chuyển',
    method: 'Khoản “Cấp trên chuyển về” phải có khoản chuyển cùng số tiền trong sổ của cấp trên.',
    what: '{unit} ghi nhận {actual} ngày {date} (sổ {fund}), sổ cấp trên không có khoản chuyển đúng số ấy.',
    expected: 'khoản “Chuyển cấp dưới” {actual} ở cấp trên',
    fix: 'Cấp trên ghi khoản chuyển vào bảng chi; nếu không phải tiền cấp trên thì sửa hình thức ở bảng thu.',
  },
  TRANSFER_AMOUNTS_DIFFER: {
    severity: 'error',
    consequence: 'flag',
    title: 'Số chuyển và số nhận khác nhau',
    method: 'Cùng một lần chuyển, số tiền bên chuyển ghi và bên nhận ghi phải bằng nhau.',
    what: '{unit} chuyển {expected} ngày {date} (sổ {fund}), {other} ghi nhận {actual}, lệch {difference}.',
    expected: 'hai bên ghi cùng số tiền',
    fix: 'Hai đơn vị đối chiếu chứng từ; bên ghi sai nộp lại tệp.',
  },
  TRANSFER_EXPLANATION_UNKNOWN: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Giải trình cho cảnh báo không có giữa các đơn vị',
    method:
      'Mã bắt đầu bằng t hay x là mã của một cảnh báo về tiền chuyển giữa các cấp, đang có hoặc đã có, mà đơn vị giải trình là một bên.',
    what: '{unit} (sổ {fund}) giải trình {count} mã không phải của cảnh báo nào, nay hay trước, về tiền chuyển ở cấp này mà đơn vị là một bên ({places}).',
    expected: 'mã của một cảnh báo giữa hai đơn vị',
    fix: 'Chép lại mã từ trang của sổ hoặc trang “Đối soát toàn quốc”; số tiền của cảnh báo đã đổi thì mã cũng đổi.',
  },
} as const satisfies RuleTable;

import type { RuleTable } from '../rule.ts';

/** Balances of units that end and of those that follow them. */
export const HANDOVER_RULES = {
  BALANCE_NOT_HANDED_OVER: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Đơn vị đã kết thúc mà còn số dư',
    method:
      'Đơn vị kết thúc khi sắp xếp địa giới phải bàn giao hết số dư cho đơn vị mới, trừ khi sổ chưa đến ngày ấy.',
    what: 'Hết ngày {date}, ngày cuối của đơn vị, sổ còn {actual} chưa ghi bàn giao.',
    expected: 'số dư 0 đồng sau khi bàn giao',
    fix: 'Ghi khoản “Bàn giao số dư” vào bảng chi của đơn vị cũ, và “Nhận bàn giao số dư” vào bảng thu của đơn vị mới.',
  },
  OPENING_OF_NEW_UNIT: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Đơn vị mới lập mà khai số dư đầu kỳ',
    method:
      'Đơn vị mới chưa có tiền trước ngày đầu tiên của nó: tiền từ đơn vị cũ phải ghi là nhận bàn giao, nếu không thì số tiền ấy bị tính hai lần khi cộng sổ cũ với sổ mới.',
    what: 'Đơn vị bắt đầu từ {date} mà sổ khai số dư đầu kỳ {actual} ngay từ ngày ấy.',
    expected: 'số dư đầu kỳ 0 đồng, và khoản nhận bàn giao',
    fix: 'Nộp lại tệp với số dư đầu kỳ 0 và thêm khoản “Nhận bàn giao số dư” vào bảng thu.',
  },
  HANDOVER_NOT_TAKEN: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Số dư bàn giao chưa có đơn vị nào ghi nhận',
    method:
      'Mỗi khoản bàn giao của đơn vị cũ phải có khoản nhận bàn giao cùng số tiền ở một đơn vị lập từ nó; cặp ấy bù nhau bằng 0.',
    what: '{unit} ghi bàn giao {actual} ngày {date} (sổ {fund}), chưa đơn vị mới nào ghi nhận đúng số ấy.',
    expected: 'một khoản nhận bàn giao {actual} ở đơn vị mới',
    fix: 'Ghi khoản “Nhận bàn giao số dư” vào bảng thu của đơn vị mới, hoặc sửa số tiền ở bên ghi sai.',
  },
  HANDOVER_FROM_NOBODY: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Nhận bàn giao mà không rõ từ đâu',
    method:
      'Mỗi khoản nhận bàn giao phải có khoản bàn giao cùng số tiền ở một đơn vị cũ mà đơn vị này lập từ đó.',
    what: '{unit} ghi nhận bàn giao {actual} ngày {date} (sổ {fund}), không đơn vị cũ nào ghi bàn giao đúng số ấy.',
    expected: 'một khoản bàn giao {actual} ở đơn vị cũ',
    fix: 'Ghi khoản “Bàn giao số dư” vào bảng chi của đơn vị cũ, hoặc sửa số tiền ở bên ghi sai.',
  },
} as const satisfies RuleTable;

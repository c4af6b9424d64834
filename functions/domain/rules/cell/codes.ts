import type { CellRuleTable } from '../rule.ts';

/** Cells that name something of a list: a code, yes or no, a commune, a campaign. */
export const CODE_RULES = {
  CODE_UNKNOWN: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Mã không có trong danh mục',
    method: 'Các cột phân loại chỉ nhận mã hoặc tên trong danh mục của mẫu.',
    what: '{count} dòng có “{column}” ngoài danh mục ({places}).',
    expected: 'một trong các mã: {codes}; hoặc tên tiếng Việt của mã',
    fix: 'Dùng một trong các mã sau, hoặc tên tiếng Việt của mã: {codes}.',
  },
  CODE_MISSING: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Thiếu nội dung chi',
    method: 'Mỗi khoản chi phải ghi nội dung chi.',
    what: '{count} dòng để trống “{column}” ({places}).',
    expected: 'một trong các mã: {codes}; hoặc tên tiếng Việt của mã',
    fix: 'Điền một trong các mã sau, hoặc tên tiếng Việt của mã: {codes}.',
  },
  YES_NO_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ô có/không không đọc được',
    method: 'Ô có/không nhận: có, không, x, yes, no, true, false, 1, 0; trống là không.',
    what: '{count} dòng có “{column}” không phải có hoặc không ({places}).',
    expected: '“có”, “không” hoặc để trống',
    fix: 'Viết “có” hoặc “không”.',
  },
  COMMUNE_UNKNOWN: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Không rõ xã nào',
    method:
      'Xã sử dụng được tìm theo mã, hoặc theo tên trong tỉnh tại ngày chi; gần giống thì nêu ra, không tự sửa.',
    what: '{count} dòng ghi xã, phường không xác định được ({places}).',
    expected: 'mã xã 5 số, hoặc tên đầy đủ của xã tại ngày chi',
    fix: 'Ghi mã xã 5 số, hoặc tên đầy đủ như “Phường An Mỹ”, đúng với địa giới tại ngày chi.',
  },
  COMMUNE_AMBIGUOUS: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Có nhiều nơi cùng tên',
    method: 'Tên xã trùng nhau trong tỉnh tại ngày chi, hoặc trùng tên tỉnh, thì không đoán là nơi nào.',
    what: '{count} dòng ghi tên chung của nhiều nơi: {candidates} ({places}).',
    expected: 'mã xã 5 số của nơi đã nhận tiền',
    fix: 'Ghi mã xã 5 số ở cột này thay cho tên: {candidates}.',
  },
  COMMUNE_OTHER_DATE: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Xã của ngày khác, không có tại ngày chi',
    method:
      'Mã, tên xã phải đúng tại ngày chi; của ngày khác thì nêu từ ngày nào đến ngày nào và nay là đâu, không tự đổi.',
    what: '{count} dòng ghi xã, phường của ngày khác: {candidates} ({places}).',
    expected: 'xã, phường có tại ngày chi, hoặc tên cũ kèm chữ “cũ”',
    fix: 'Ghi mã hoặc tên xã tại ngày chi, hoặc tên cũ rồi thêm chữ “cũ”; ngày ghi sai thì sửa ngày. Trong danh mục: {candidates}.',
  },
  COMMUNE_IS_PROVINCE: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Ghi tỉnh ở chỗ cần ghi xã',
    method:
      'Ô này cần một xã, phường, đặc khu; tỉnh, thành phố có nhiều xã nên không cho biết tiền đến xã nào.',
    what: '{count} dòng ghi {unit}, nơi có {communes} xã, phường tại ngày chi, nên không rõ xã nào ({places}).',
    expected: 'mã hoặc tên một xã, phường của nơi ấy, như {example}',
    fix: 'Ghi mã xã 5 số hoặc tên đầy đủ của xã, như {example}; chi cho nhiều xã thì tách mỗi xã một dòng.',
  },
  CAMPAIGN_UNKNOWN: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Đợt vận động chưa khai báo',
    method: 'Cột “Đợt vận động” ghi mã một đợt trong danh mục.',
    what: '{count} dòng ghi đợt vận động chưa có trong danh mục ({places}).',
    expected: 'mã một đợt vận động đã khai báo',
    fix: 'Sửa mã đợt, hoặc khai báo đợt bằng “campaigns import”.',
  },
} as const satisfies CellRuleTable;

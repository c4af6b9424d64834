import type { RuleTable } from '../rule.ts';

/** Rows of registers: promises and allotments, targets, houses, decisions. And the other end of a transfer. */
export const REGISTER_RULES = {
  FIELD_MISSING: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Để trống ô bắt buộc',
    method:
      'Trong các bảng đăng ký, chỉ tiêu, nhà, giải trình, mỗi dòng phải đủ các ô mà mẫu ghi là bắt buộc.',
    what: '{count} dòng để trống “{column}” ({places}).',
    expected: 'một giá trị ở cột “{column}”',
    fix: 'Điền cột “{column}” rồi nộp lại tệp.',
  },
  NEGATIVE_NOT_ALLOWED: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số âm ở chỗ không thể âm',
    method:
      'Chỉ tiêu, số đăng ký, phân bổ và tiền tài trợ một căn nhà không âm; giảm đi thì nộp lại bảng đã sửa, không ghi dòng âm.',
    what: '{count} dòng có “{column}” là số âm ({places}).',
    expected: 'số không âm',
    fix: 'Bỏ dấu âm nếu ghi nhầm; nếu giảm so với bảng trước, ghi con số mới rồi nộp bảng thay thế.',
  },
  TARGET_UNIT_UNKNOWN: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Chỉ tiêu giao cho đơn vị không có trong năm đó',
    method:
      'Đơn vị được giao phải có trong danh mục vào ít nhất một ngày của năm; nhiều đơn vị cùng tên thì không đoán.',
    what: '{count} chỉ tiêu giao cho đơn vị không có, hoặc không rõ là đơn vị nào, trong năm {year} ({places}).',
    expected: 'mã (tỉnh 2 số, xã 5 số) hoặc tên đầy đủ của một đơn vị có trong năm {year}',
    fix: 'Ghi mã hoặc tên đầy đủ của đơn vị theo địa giới năm {year}; nếu sai năm thì sửa cột “Năm”; để trống nếu là chỉ tiêu của chính đơn vị nộp tệp.',
  },
  TARGET_UNIT_OUTSIDE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Chỉ tiêu giao cho đơn vị ngoài địa bàn',
    method:
      'Trung ương giao chỉ tiêu cho mọi đơn vị; tỉnh cho chính mình và xã, phường của mình theo địa giới năm đó; xã cho chính mình.',
    what: '{count} chỉ tiêu năm {year} giao cho đơn vị ngoài địa bàn của đơn vị nộp tệp ({places}).',
    expected: 'chính đơn vị nộp tệp, hoặc xã, phường thuộc tỉnh nộp tệp trong năm {year}',
    fix: 'Sửa mã hoặc tên nếu ghi nhầm; chỉ tiêu của đơn vị khác thì bỏ dòng này, để đơn vị ấy hoặc cấp trên của đơn vị ấy nộp.',
  },
  TARGET_YEAR_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Năm không đọc được',
    method: 'Năm của chỉ tiêu là bốn chữ số, từ 1990 đến 2100.',
    what: '{count} chỉ tiêu không ghi năm, hoặc ghi năm không đọc được ({places}).',
    expected: 'năm bốn chữ số, như 2026',
    fix: 'Ghi năm bằng bốn chữ số, như 2026.',
  },
  TARGET_MISSING: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Chỉ tiêu không ghi số',
    method: 'Mỗi dòng chỉ tiêu phải có số giao hoặc số đã đạt; 0 cũng là một số.',
    what: '{count} chỉ tiêu không ghi số giao và cũng không ghi số đã đạt ({places}).',
    expected: 'số giao, hoặc số đã đạt',
    fix: 'Điền số giao: đồng nếu là tiền vận động, số nhà hoặc số hộ nếu là việc khác.',
  },
  TARGET_COUNT_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Số nhà, số hộ của chỉ tiêu không đọc được',
    method: 'Chỉ tiêu không phải tiền thì đếm bằng số nguyên từ 0: số nhà, số hộ.',
    what: '{count} dòng có “{column}” không phải số nguyên từ 0 ({places}).',
    expected: 'số nguyên từ 0, như 12',
    fix: 'Ghi số nguyên, như 12; nếu là số tiền thì chọn chỉ tiêu VAN_DONG.',
  },
  TARGET_TWICE: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Một chỉ tiêu giao hai lần',
    method:
      'Cùng đơn vị, năm, chỉ tiêu và tổ chức mà có hai dòng thì không rõ dòng nào là chỉ tiêu; cả hai được giữ và nêu ra.',
    what: '{count} dòng lặp lại đơn vị, năm, chỉ tiêu và tổ chức của một dòng phía trên ({places}).',
    expected: 'mỗi đơn vị, năm, chỉ tiêu và tổ chức một dòng',
    fix: 'Giữ một dòng với con số cuối cùng rồi nộp lại; nếu của hai tổ chức thì ghi cột “Tổ chức đảm nhận”.',
  },
  ALLOCATION_UNIT_UNKNOWN: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Phân bổ cho đơn vị không rõ',
    method:
      'Đơn vị nhận phân bổ được tìm theo mã hoặc tên tại ngày ghi ở dòng; không rõ thì nêu ra, không đoán.',
    what: '{count} khoản, tổng {actual}, phân bổ cho đơn vị không xác định được ({places}).',
    expected: 'mã (tỉnh 2 số, xã 5 số) hoặc tên đầy đủ của đơn vị nhận',
    fix: 'Ghi mã hoặc tên đầy đủ của đơn vị nhận, đúng với địa giới tại ngày phân bổ, rồi nộp lại.',
  },
  HOUSE_STATUS_BACK: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Tình trạng nhà đi lùi',
    method:
      'Các dòng của một căn nhà, xếp theo ngày, phải đi tới: khảo sát, phê duyệt, khởi công, nghiệm thu, bàn giao.',
    what: '{count} dòng ghi tình trạng thấp hơn một ngày trước đó của cùng căn nhà ({places}).',
    expected: 'tình trạng không thấp hơn của ngày trước đó',
    fix: 'Xem hồ sơ căn nhà: sửa ngày hoặc tình trạng ghi nhầm; nếu là hai căn nhà thì ghi hai mã.',
  },
  DECISION_INCOMPLETE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Quyết định ghi chưa đủ',
    method:
      'Xác nhận hoặc bỏ khớp cần tệp và dòng của sao kê và của sổ; giải trình cần mã cảnh báo; quy đổi cần hiện vật, hai đơn vị tính và hệ số. Việc nào cũng cần lý do và chức danh.',
    what: '{count} dòng thiếu: {missing} ({places}).',
    expected: 'đủ các ô mà việc này cần: {missing}',
    fix: 'Điền các ô còn thiếu: {missing}.',
  },
  DECISION_SOURCE_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Mã tệp hoặc số dòng không đọc được',
    method:
      'Mã tệp là 8 đến 64 ký tự đầu của mã băm SHA-256, chỉ gồm chữ số và a đến f; số dòng là số nguyên từ 1, đếm như Excel.',
    what: '{count} dòng có “{column}” không đọc được ({places}).',
    expected: 'ít nhất 8 ký tự đầu của mã băm (0-9, a-f), hoặc số dòng từ 1',
    fix: 'Chép lại mã tệp và số dòng như báo cáo in; trong Excel đặt cột mã tệp là dạng chữ (Text) để không mất ký tự.',
  },
  DECISION_MARK_UNREADABLE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Mã cảnh báo không đúng dạng',
    method:
      'Giải trình phải nêu mã của cảnh báo như trang của sổ in: 10 ký tự gồm chữ số và chữ a đến f; cảnh báo giữa các đơn vị thì có t, x hay k ở trước.',
    what: '{count} dòng giải trình có mã cảnh báo không đúng dạng ({places}).',
    expected: 'mã 10 ký tự, ví dụ 3f0a91c2d4, hay x3f0a91c2d4',
    fix: 'Chép lại mã từ trang của sổ (nút “Chép mã”); trong Excel định dạng ô là Text để không mất số 0 ở đầu.',
  },
  REASON_NOT_PRINTED: {
    severity: 'info',
    consequence: 'flag',
    title: 'Lời giải trình không in ra được',
    method:
      'Lời giải trình có thể nhắc tên người, địa chỉ hay số tài khoản thì được giữ trong sổ nhưng trang công khai chỉ in rằng đã giải trình.',
    what: '{count} ô ở “{column}” có thể nhắc đến cá nhân nên trang công khai không in nguyên văn ({places}).',
    fix: 'Muốn người dân đọc được, nộp thêm một bảng xác nhận, giải trình với cùng mã cảnh báo, lời không nêu tên người, nơi ở, số tài khoản: dòng nộp sau thay dòng nộp trước.',
  },
  FACTOR_NOT_POSITIVE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Hệ số quy đổi không lớn hơn 0',
    method: 'Hệ số quy đổi là số lớn hơn 0, nhiều nhất ba chữ số phần lẻ.',
    what: '{count} dòng có hệ số quy đổi không đọc được hoặc không lớn hơn 0 ({places}).',
    expected: 'số lớn hơn 0, như 30 hoặc 0,5',
    fix: 'Ghi hệ số là một số lớn hơn 0; 1 thùng bằng 30 gói thì ghi 30.',
  },
  TRANSFER_UNIT_UNKNOWN: {
    severity: 'warning',
    consequence: 'flag',
    title: 'Không rõ đơn vị ở đầu kia của khoản chuyển',
    method:
      'Khoản chuyển giữa các cấp ghi đơn vị chuyển hoặc đơn vị nhận bằng mã hay tên tại ngày ấy; không rõ thì nêu ra, không đoán.',
    what: '{count} khoản chuyển giữa các cấp có “{column}” không xác định được ({places}).',
    expected: 'mã (TW, tỉnh 2 số, xã 5 số) hoặc tên đầy đủ của đơn vị',
    fix: 'Ghi mã hoặc tên đầy đủ của đơn vị, đúng với địa giới tại ngày chuyển, rồi nộp lại: có đơn vị thì hai đầu mới nối được với nhau.',
  },
} as const satisfies RuleTable;

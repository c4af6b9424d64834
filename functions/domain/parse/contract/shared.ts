import type { Column } from '../column.ts';

/** Columns that several kinds of table have. */
export const lineNo: Column = {
  name: 'line_no',
  title: 'Số thứ tự',
  also: ['STT', 'TT', 'Số TT', 'S.T.T', 'Thứ tự', 'No.', 'STT/No.', 'Số dòng'],
  type: 'text',
  private: true,
  description: 'Số thứ tự của dòng; không dùng để tính.',
  example: '1',
};

export const documentNo: Column = {
  name: 'document_no',
  title: 'Số chứng từ',
  also: [
    ...['Số CT', 'Số phiếu', 'Số phiếu thu', 'Số phiếu chi', 'Số bút toán', 'Số tham chiếu', 'Doc No'],
    ...['Chứng từ', 'Chứng từ số', 'Số hiệu chứng từ', 'Chứng từ số hiệu', 'Số hiệu', 'Mã chứng từ'],
    ...[
      'Phiếu thu',
      'Phiếu thu số',
      'Phiếu chi',
      'Phiếu chi số',
      'Số PT',
      'Số PC',
      'Số biên lai',
      'Biên lai',
    ],
    ...['Số biên nhận', 'Mã giao dịch', 'Mã GD', 'Số giao dịch', 'Số GD', 'Reference', 'Ref', 'Ref No'],
    ...['Receipt No', 'Voucher No'],
  ],
  type: 'text',
  description: 'Số phiếu hoặc số bút toán của ngân hàng, giữ nguyên như chữ (kể cả số 0 ở đầu).',
  example: 'PT-0012',
};

export const date: Column = {
  name: 'date',
  title: 'Ngày',
  also: [
    ...['Ngày tháng', 'Ngày chứng từ', 'Ngày thu', 'Ngày chi', 'Ngày giao dịch', 'Ngày tiếp nhận'],
    ...[
      'Ngày tháng năm',
      'Ngày tháng chứng từ',
      'Chứng từ ngày',
      'Chứng từ ngày tháng',
      'Ngày CT',
      'Ngày GD',
    ],
    ...['Ngày phiếu thu', 'Ngày phiếu chi', 'Ngày lập phiếu', 'Ngày nộp', 'Ngày nộp tiền', 'Ngày nhận'],
    ...['Ngày nhận tiền', 'Ngày ủng hộ', 'Ngày đóng góp', 'Ngày hỗ trợ', 'Ngày trao', 'Ngày giải ngân'],
    ...['Ngày chi tiền', 'Ngày thu tiền', 'Ngày chuyển', 'Ngày chuyển tiền', 'Ngày phát sinh'],
    ...['Ngày thực hiện', 'Transaction date'],
  ],
  otherwise: ['Ngày ghi sổ', 'Ngày tháng ghi sổ', 'Ngày vào sổ', 'Ngày hạch toán', 'Thời gian', 'Thời điểm'],
  type: 'date',
  required: true,
  description: 'Ngày thu hoặc ngày chi: ngày/tháng/năm hoặc năm-tháng-ngày.',
  example: '25/12/2024',
};

/** The amount of a book; each kind has further headings of its own. */
export const amount = (also: readonly string[], otherwise: readonly string[]): Column => ({
  name: 'amount_vnd',
  title: 'Số tiền (đồng)',
  also: [
    ...['Số tiền', 'Số tiền (VNĐ)', 'Amount', 'Amount (VND)', 'Tổng số tiền', 'Tổng tiền'],
    ...['Số tiền bằng số', 'Số tiền hỗ trợ'],
    ...also,
  ],
  otherwise: [
    'Thành tiền',
    'Tiền',
    'Tiền mặt',
    'Bằng tiền',
    'Chuyển khoản',
    'Tổng cộng',
    'Tổng số',
    'Cộng',
    ...otherwise,
  ],
  type: 'vnd',
  required: true,
  mayBeBlank: true,
  description: 'Số nguyên đồng; 0 cũng là một số. Để trống nếu dòng chỉ có hiện vật. Số âm là bút toán đảo.',
  example: '1.500.000',
});

/** What may stand beside an amount to say or to prove it. */
export const besideAmount: readonly Column[] = [
  {
    name: 'amount_words',
    title: 'Số tiền bằng chữ',
    also: ['Bằng chữ', 'Viết bằng chữ', 'Số tiền viết bằng chữ', 'Amount in words'],
    type: 'words',
    private: true,
    description: 'Số tiền đọc thành chữ, để đối chiếu với số tiền bằng số.',
    example: 'Một triệu năm trăm nghìn đồng',
  },
  {
    name: 'currency',
    title: 'Loại tiền',
    also: ['Nguyên tệ', 'Ngoại tệ', 'Loại ngoại tệ', 'Đơn vị tiền tệ', 'Loại tiền tệ', 'Mã tiền tệ', 'CCY'],
    type: 'text',
    private: true,
    description: 'Mã loại tiền khi nhận ngoại tệ: USD, EUR … Để trống nếu là đồng.',
    example: '',
  },
  {
    name: 'foreign_amount',
    title: 'Số tiền ngoại tệ',
    also: ['Số ngoại tệ', 'Số tiền nguyên tệ', 'Số nguyên tệ', 'Số lượng ngoại tệ', 'Số tiền (ngoại tệ)'],
    type: 'quantity',
    private: true,
    description: 'Số tiền theo ngoại tệ; số đồng quy đổi ghi ở cột số tiền.',
    example: '',
  },
  {
    name: 'exchange_rate',
    title: 'Tỷ giá',
    also: ['Tỷ giá quy đổi', 'Tỷ giá hạch toán', 'Tỉ giá', 'Tỉ giá quy đổi'],
    type: 'quantity',
    private: true,
    description: 'Một đơn vị ngoại tệ bằng bao nhiêu đồng.',
    example: '',
  },
  {
    name: 'rate_date',
    title: 'Ngày tỷ giá',
    also: ['Ngày tỉ giá', 'Tỷ giá ngày', 'Tỷ giá tại ngày', 'Ngày áp dụng tỷ giá'],
    type: 'date',
    private: true,
    description: 'Ngày của tỷ giá đã dùng.',
    example: '',
  },
];

export const goods: readonly Column[] = [
  {
    name: 'item',
    title: 'Hiện vật',
    also: [
      ...[
        'Tên hiện vật',
        'Mặt hàng',
        'Loại hiện vật',
        'Tên hàng',
        'Tên hàng hoá',
        'Hàng hoá',
        'Tên mặt hàng',
      ],
      ...[
        'Vật phẩm',
        'Tên vật phẩm',
        'Loại hàng',
        'Hiện vật ủng hộ',
        'Bằng hiện vật',
        'Ủng hộ bằng hiện vật',
      ],
    ],
    type: 'text',
    description: 'Tên hiện vật.',
    example: 'Gạo tẻ',
  },
  {
    name: 'quantity',
    title: 'Số lượng',
    also: ['SL', 'Khối lượng', 'Số lượng hiện vật', 'Số lượng, khối lượng'],
    type: 'quantity',
    description:
      'Số lượng hiện vật, không âm, dấu phẩy cho phần lẻ. Hiện vật phát rồi thu lại ghi ở bảng thu, hiện vật trả lại bên ủng hộ ghi ở bảng chi.',
    example: '70,1',
  },
  {
    name: 'unit',
    title: 'Đơn vị tính',
    also: ['ĐVT', 'Unit of measure', 'ĐV tính', 'Đ.vị tính', 'Hiện vật, đơn vị'],
    type: 'text',
    description: 'Đơn vị tính của hiện vật: kg, tấn, thùng, suất …',
    example: 'tấn',
  },
  {
    name: 'stated_value_vnd',
    title: 'Trị giá quy đổi (đồng)',
    also: [
      ...['Trị giá quy đổi', 'Trị giá', 'Giá trị quy đổi', 'Stated value', 'Trị giá hiện vật'],
      ...['Giá trị hiện vật', 'Quy ra tiền', 'Quy đổi ra tiền', 'Hiện vật quy ra tiền', 'Trị giá thành tiền'],
      ...['Hiện vật thành tiền', 'Hiện vật trị giá'],
    ],
    type: 'vnd',
    description: 'Trị giá hiện vật theo người tặng khai; không bao giờ cộng vào tiền.',
    example: '980.000.000',
  },
  {
    name: 'value_basis',
    title: 'Căn cứ trị giá',
    also: ['Căn cứ', 'Căn cứ quy đổi', 'Căn cứ định giá'],
    type: 'text',
    private: true,
    description: 'Trị giá dựa vào đâu: hoá đơn, báo giá, biên bản.',
    example: 'Hoá đơn 0000123',
  },
];

export const campaign: Column = {
  name: 'campaign',
  title: 'Đợt vận động',
  also: ['Mã đợt', 'Chiến dịch', 'Đợt ủng hộ', 'Đợt cứu trợ', 'Tên đợt vận động', 'Mã đợt vận động'],
  type: 'text',
  description: 'Mã đợt vận động trong danh mục, nếu có.',
  example: 'TET-2024',
};

export const note: Column = {
  name: 'note',
  title: 'Ghi chú',
  also: ['Chú thích', 'Notes'],
  otherwise: [
    ...['Diễn giải', 'Nội dung', 'Mô tả', 'Remark', 'Remarks', 'Details', 'Description', 'Trích yếu'],
    ...[
      'Nội dung ủng hộ',
      'Nội dung thu',
      'Nội dung giao dịch',
      'Nội dung chuyển khoản',
      'Nội dung chi tiết',
    ],
    ...['Lý do', 'Lý do nộp', 'Lý do chi', 'Lời nhắn'],
  ],
  type: 'text',
  private: true,
  description: 'Ghi chú hoặc diễn giải; không bao giờ công khai.',
  example: '',
};

/**
 * What a check writes beside the rows of a treasurer's own file. Known, so that a corrected file is read as it
 * comes back; read for nothing.
 */
export const repairColumns: readonly Column[] = [
  {
    name: 'repair_error',
    title: 'Lỗi',
    also: [],
    type: 'text',
    private: true,
    description: 'Do lần kiểm tra trước ghi; nộp lại thì để nguyên hay xoá đều được, không đọc đến.',
    example: '',
  },
  {
    name: 'repair_fix',
    title: 'Cách sửa',
    also: [],
    type: 'text',
    private: true,
    description: 'Do lần kiểm tra trước ghi; không đọc đến.',
    example: '',
  },
];

/** Of a transfer between levels: which round of allocation it belongs to. */
export const round: Column = {
  name: 'round',
  title: 'Đợt phân bổ',
  also: [
    ...['Mã đợt phân bổ', 'Tên đợt phân bổ', 'Lần phân bổ', 'Đợt cấp', 'Đợt cấp kinh phí', 'Đợt cấp tiền'],
    ...['Đợt chuyển kinh phí', 'Đợt chuyển tiền', 'Allocation round'],
  ],
  type: 'text',
  description:
    'Đợt phân bổ mà khoản chuyển giữa các cấp thuộc về; hai bên ghi giống nhau để nối được hai đầu.',
  example: '',
};

export const decisionNo: Column = {
  name: 'decision_no',
  title: 'Số quyết định',
  also: ['Quyết định', 'Quyết định số', 'Số QĐ', 'QĐ số', 'Quyết định chi', 'Quyết định hỗ trợ'],
  type: 'text',
  description: 'Số quyết định chi.',
  example: '15/QĐ-MTTQ-BVĐ',
};

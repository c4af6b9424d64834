import { BENEFICIARY_CLASSES, PURPOSES } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import {
  amount,
  besideAmount,
  campaign,
  date,
  decisionNo,
  documentNo,
  goods,
  lineNo,
  note,
  repairColumns,
  round,
} from './shared.ts';

const ownAmounts = [
  ...[
    'Số tiền chi',
    'Số chi',
    'Số tiền đã chi',
    'Số tiền đã hỗ trợ',
    'Số tiền được hỗ trợ',
    'Số tiền giải ngân',
  ],
  ...['Số tiền đã giải ngân', 'Số tiền cấp', 'Số tiền trao', 'Kinh phí', 'Kinh phí hỗ trợ', 'Số kinh phí'],
  ...['Tổng kinh phí', 'Tiền hỗ trợ', 'Hỗ trợ bằng tiền'],
];

const recipient: Column = {
  name: 'beneficiary_ref',
  title: 'Mã đối tượng',
  also: [
    ...['Người nhận', 'Họ tên người nhận', 'Họ và tên người nhận', 'Chủ hộ', 'Người thụ hưởng', 'Mã hộ'],
    ...['Họ tên chủ hộ', 'Họ và tên chủ hộ', 'Tên chủ hộ', 'Người nhận tiền', 'Họ tên người nhận tiền'],
    ...['Họ tên người thụ hưởng', 'Người được hỗ trợ', 'Họ tên người được hỗ trợ', 'Người hưởng'],
    ...['Hộ được hỗ trợ', 'Họ tên hộ gia đình', 'Tên đối tượng', 'Họ tên đối tượng'],
  ],
  otherwise: ['Họ và tên', 'Họ tên', 'Hộ gia đình'],
  type: 'text',
  private: true,
  description: 'Mã hoặc tên người nhận; không bao giờ công khai.',
  example: '',
};

const place: readonly Column[] = [
  {
    name: 'commune',
    title: 'Xã/phường',
    also: [
      ...['Xã, phường', 'Xã', 'Mã xã', 'Đơn vị thụ hưởng', 'Nơi sử dụng', 'Xã, phường, đặc khu'],
      ...['Xã, phường, thị trấn', 'Tên xã', 'Tên xã, phường', 'Mã xã, phường', 'Đơn vị được hỗ trợ'],
    ],
    otherwise: ['Phường', 'Địa phương', 'Địa bàn'],
    type: 'unit',
    description: 'Nơi sử dụng: mã 5 số hoặc tên đầy đủ theo địa giới tại ngày chi.',
    example: '20335',
  },
  {
    name: 'hamlet',
    title: 'Khu dân cư',
    also: [
      ...[
        'Thôn',
        'Bản',
        'Tổ dân phố',
        'Thôn, bản, tổ dân phố',
        'Khu phố',
        'Ấp',
        'Khóm',
        'Buôn',
        'Xóm',
        'Thôn, bản',
      ],
      ...['Thôn, xóm', 'Thôn, tổ dân phố', 'Thôn, khu phố', 'Ấp, khu phố', 'Tên thôn', 'Tổ, thôn'],
    ],
    type: 'text',
    private: true,
    description: 'Thôn, bản, tổ dân phố.',
    example: 'Thôn 3',
  },
];

const toUnit: Column = {
  name: 'to_unit',
  title: 'Đơn vị nhận tiền',
  also: [
    ...['Đơn vị nhận kinh phí', 'Đơn vị tiếp nhận', 'Đơn vị được cấp', 'Đơn vị được cấp kinh phí'],
    ...[
      'Đơn vị nhận phân bổ',
      'Đơn vị được phân bổ',
      'Chuyển cho đơn vị',
      'Đơn vị cấp dưới',
      'Receiving unit',
    ],
  ],
  type: 'unit',
  description:
    'Chỉ dùng cho khoản CHUYEN_CAP_DUOI: mã (tỉnh 2 số, xã 5 số) hoặc tên đầy đủ của đơn vị nhận tại ngày chuyển. Để trống thì đơn vị ở cột xã/phường là đơn vị nhận.',
  example: '',
};

/** No heading of a donor is among these, and none that may stand over several amounts ("Nguồn kinh phí"). */
const organisation: Column = {
  name: 'organisation',
  title: 'Đơn vị giúp đỡ',
  also: [
    ...['Tổ chức giúp đỡ', 'Cơ quan giúp đỡ', 'Đơn vị hỗ trợ', 'Tổ chức hỗ trợ', 'Đơn vị, tổ chức giúp đỡ'],
    ...['Đơn vị, tổ chức hỗ trợ', 'Cơ quan, đơn vị giúp đỡ', 'Cơ quan, đơn vị hỗ trợ', 'Tên đơn vị giúp đỡ'],
    ...[
      'Tên đơn vị hỗ trợ',
      'Đơn vị nhận giúp đỡ',
      'Đơn vị đỡ đầu',
      'Đơn vị nhận đỡ đầu',
      'Tổ chức đảm nhận',
    ],
    ...['Đơn vị đảm nhận', 'Organisation'],
  ],
  type: 'text',
  description:
    'Tổ chức giúp các hộ ở dòng này, nếu chỉ tiêu giao cho từng tổ chức: ghi như ở bảng chỉ tiêu. Số hộ của dòng được tính cho tổ chức ấy. Để trống là của chung. Tên có thể là của cá nhân thì không công khai và không tính.',
  example: '',
};

/** Money and goods that went out. */
export const disbursements: readonly Column[] = [
  lineNo,
  documentNo,
  date,
  decisionNo,
  {
    name: 'purpose',
    title: 'Nội dung chi',
    also: [
      ...['Mục chi', 'Mục đích chi', 'Nội dung hỗ trợ', 'Khoản chi', 'Khoản mục chi', 'Mục đích hỗ trợ'],
      ...['Mục đích sử dụng', 'Nội dung sử dụng', 'Nội dung chi hỗ trợ', 'Loại hỗ trợ', 'Hạng mục hỗ trợ'],
    ],
    type: 'code',
    codes: PURPOSES,
    required: true,
    description:
      'Chi cho việc gì. CHUYEN_CAP_DUOI là chuyển tiền cho cấp dưới, BAN_GIAO_SO_DU là số dư giao cho đơn vị mới khi sắp xếp địa giới: chưa phải đã dùng.',
    example: 'NHA_XAY_MOI',
  },
  ...place,
  {
    name: 'beneficiary_class',
    title: 'Đối tượng hỗ trợ',
    also: ['Đối tượng', 'Loại hộ', 'Diện hộ', 'Phân loại hộ', 'Loại đối tượng', 'Đối tượng được hỗ trợ'],
    type: 'code',
    codes: BENEFICIARY_CLASSES,
    private: true,
    description: 'Hộ nghèo, cận nghèo, hoàn cảnh khó khăn.',
    example: 'HO_NGHEO',
  },
  {
    name: 'households',
    title: 'Số hộ',
    also: ['Số hộ được hỗ trợ', 'Số hộ hỗ trợ', 'Số hộ gia đình', 'Số hộ dân'],
    type: 'count',
    description: 'Số hộ được hỗ trợ trong dòng này; chỉ công khai số cộng theo nội dung chi.',
    example: '12',
  },
  {
    name: 'persons',
    title: 'Số người',
    also: ['Số khẩu', 'Số nhân khẩu', 'Nhân khẩu', 'Số người được hỗ trợ'],
    type: 'count',
    private: true,
    description: 'Số người được hỗ trợ.',
    example: '',
  },
  recipient,
  organisation,
  amount(ownAmounts, ['Tiền chi']),
  ...besideAmount,
  ...goods,
  campaign,
  toUnit,
  round,
  {
    name: 'late',
    title: 'Chi bổ sung',
    also: ['Bổ sung', 'Hỗ trợ bổ sung'],
    type: 'yesNo',
    description: 'Khoản chi bổ sung cho hộ bị sót.',
    example: 'không',
  },
  note,
  ...repairColumns,
];

import { CHANNELS, DONOR_CLASSES } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import {
  amount,
  besideAmount,
  campaign,
  date,
  documentNo,
  goods,
  lineNo,
  note,
  repairColumns,
  round,
} from './shared.ts';

const donor: Column = {
  name: 'donor',
  title: 'Người ủng hộ',
  also: [
    ...[
      'Tên người ủng hộ',
      'Đơn vị ủng hộ',
      'Nhà hảo tâm',
      'Họ và tên',
      'Tên đơn vị, cá nhân ủng hộ',
      'Họ tên',
    ],
    ...[
      'Họ tên, địa chỉ',
      'Họ và tên, địa chỉ',
      'Tên, địa chỉ',
      'Họ tên người ủng hộ',
      'Họ và tên người ủng hộ',
    ],
    ...['Tên cá nhân, tổ chức', 'Tên tổ chức, cá nhân', 'Tên đơn vị, cá nhân', 'Tên cá nhân, đơn vị'],
    ...[
      'Cá nhân, tổ chức',
      'Tổ chức, cá nhân',
      'Đơn vị, cá nhân',
      'Cá nhân, đơn vị',
      'Cơ quan, đơn vị, cá nhân',
    ],
    ...['Cơ quan, tổ chức, cá nhân', 'Tên cơ quan, đơn vị, cá nhân', 'Tên cơ quan, tổ chức, cá nhân'],
    ...[
      'Tổ chức, cá nhân ủng hộ',
      'Cá nhân, tổ chức ủng hộ',
      'Đơn vị, cá nhân ủng hộ',
      'Cá nhân, đơn vị ủng hộ',
    ],
    ...['Tên tổ chức, cá nhân ủng hộ', 'Tên cá nhân, tổ chức ủng hộ', 'Tên đơn vị ủng hộ'],
    ...['Tên đơn vị, cá nhân đóng góp', 'Đơn vị, cá nhân đóng góp', 'Tổ chức, cá nhân đóng góp'],
    ...[
      'Người đóng góp',
      'Tên người đóng góp',
      'Đơn vị đóng góp',
      'Người nộp',
      'Người nộp tiền',
      'Tên người nộp',
    ],
    ...['Họ tên người nộp', 'Họ tên người nộp tiền', 'Họ và tên người nộp', 'Đơn vị nộp', 'Đơn vị nộp tiền'],
    ...['Tên nhà hảo tâm', 'Mạnh thường quân', 'Nhà tài trợ', 'Tên nhà tài trợ', 'Đơn vị tài trợ'],
    ...['Người chuyển', 'Người chuyển tiền', 'Tên người chuyển', 'Người gửi', 'Donor name'],
  ],
  otherwise: [
    'Tên đơn vị',
    'Cơ quan, đơn vị',
    'Tên cơ quan, đơn vị',
    'Cá nhân',
    'Tổ chức',
    'Tập thể, cá nhân',
  ],
  type: 'text',
  description: 'Tên tổ chức hoặc cá nhân. Tên cá nhân chỉ công khai khi có đồng ý.',
  example: 'Công ty TNHH Ví Dụ',
};

const ownAmounts = [
  ...['Số tiền ủng hộ', 'Số tiền đóng góp', 'Số tiền thu', 'Số thu', 'Số tiền đã thu', 'Số tiền tiếp nhận'],
  ...['Số tiền đã tiếp nhận', 'Số tiền nhận', 'Số tiền đã nhận', 'Số tiền nộp', 'Số tiền đã nộp'],
  ...['Số tiền tài trợ', 'Tiền ủng hộ', 'Tiền đóng góp', 'Ủng hộ bằng tiền'],
];

const fromUnit: Column = {
  name: 'from_unit',
  title: 'Đơn vị chuyển',
  also: [
    ...['Đơn vị chuyển về', 'Đơn vị cấp trên', 'Đơn vị cấp kinh phí', 'Nhận từ đơn vị', 'Chuyển từ đơn vị'],
    ...['Cấp trên chuyển về từ', 'Sending unit'],
  ],
  type: 'unit',
  description:
    'Chỉ dùng cho khoản CAP_TREN_CHUYEN: mã (TW là trung ương, tỉnh 2 số, xã 5 số) hoặc tên đầy đủ của đơn vị đã chuyển tại ngày nhận.',
  example: '',
};

/** Money and goods that came in. */
export const contributions: readonly Column[] = [
  lineNo,
  documentNo,
  date,
  donor,
  {
    name: 'donor_class',
    title: 'Đối tượng ủng hộ',
    also: ['Loại nhà hảo tâm', 'Phân loại', 'Phân loại người ủng hộ', 'Loại đối tượng ủng hộ'],
    type: 'code',
    codes: DONOR_CLASSES,
    description: 'Để trống thì coi là cá nhân (không công khai tên).',
    example: 'DOANH_NGHIEP',
  },
  {
    name: 'publish_name',
    title: 'Công khai tên',
    also: ['Đồng ý công khai', 'Đồng ý công khai tên', 'Cho phép công khai tên', 'Consent'],
    type: 'yesNo',
    description: 'Người ủng hộ có đồng ý công khai tên không. Trống là không, đối với cá nhân.',
    example: 'có',
  },
  {
    name: 'channel',
    title: 'Hình thức',
    also: [
      ...['Hình thức ủng hộ', 'Kênh tiếp nhận', 'Hình thức tiếp nhận', 'Hình thức thu', 'Hình thức nộp'],
      ...[
        'Hình thức đóng góp',
        'Hình thức thanh toán',
        'Phương thức thanh toán',
        'Phương thức',
        'Kênh ủng hộ',
      ],
    ],
    type: 'code',
    codes: CHANNELS,
    description: 'Tiền đến bằng cách nào. Cấp trên chuyển, bàn giao, lãi, hoàn trả không tính là ủng hộ.',
    example: 'CHUYEN_KHOAN',
  },
  amount(ownAmounts, ['Tiền thu']),
  ...besideAmount,
  ...goods,
  campaign,
  fromUnit,
  round,
  {
    name: 'earmark',
    title: 'Địa chỉ chỉ định',
    also: ['Chỉ định', 'Mục đích chỉ định', 'Nội dung chỉ định', 'Nơi chỉ định', 'Địa chỉ hỗ trợ chỉ định'],
    type: 'text',
    private: true,
    description: 'Nơi hoặc việc mà người ủng hộ chỉ định.',
    example: '',
  },
  note,
  ...repairColumns,
];

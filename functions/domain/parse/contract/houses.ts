import { HOUSE_STATUSES } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import { date, lineNo, note, repairColumns } from './shared.ts';

/** What is done to a house: the two purposes of a book that build. */
const WORKS = { NHA_XAY_MOI: 'Xây mới', NHA_SUA_CHUA: 'Sửa chữa' } as const;

/** Houses, step by step and funder by funder. */
export const houses: readonly Column[] = [
  lineNo,
  {
    name: 'house',
    title: 'Mã nhà',
    also: ['Mã căn nhà', 'Mã hồ sơ nhà', 'Mã hồ sơ', 'Số hồ sơ', 'Mã số nhà', 'House code'],
    type: 'text',
    required: true,
    private: true,
    description:
      'Mã của căn nhà trong sổ của đơn vị, không ghi tên chủ hộ. Nhiều dòng cùng mã là một căn nhà; không bao giờ công khai.',
    example: 'N-0012',
  },
  {
    name: 'work',
    title: 'Loại',
    also: ['Loại nhà', 'Loại hỗ trợ', 'Hình thức', 'Hình thức hỗ trợ', 'Xây mới/Sửa chữa', 'Work'],
    type: 'code',
    codes: WORKS,
    required: true,
    description: 'Xây mới hay sửa chữa.',
    example: 'NHA_XAY_MOI',
  },
  {
    name: 'status',
    title: 'Tình trạng',
    also: ['Trạng thái', 'Tiến độ', 'Giai đoạn', 'Tình trạng thực hiện', 'Tiến độ thực hiện', 'Status'],
    type: 'code',
    codes: HOUSE_STATUSES,
    required: true,
    description: 'Căn nhà đã đến bước nào vào ngày ghi ở dòng này.',
    example: 'KHOI_CONG',
  },
  {
    ...date,
    also: [...date.also, 'Ngày cập nhật', 'Ngày thay đổi tình trạng'],
    description: 'Ngày của tình trạng, hoặc ngày tài trợ: ngày/tháng/năm hoặc năm-tháng-ngày.',
  },
  {
    name: 'commune',
    title: 'Xã/phường',
    also: [
      ...[
        'Xã, phường',
        'Xã',
        'Mã xã',
        'Xã, phường, đặc khu',
        'Xã, phường, thị trấn',
        'Tên xã',
        'Tên xã, phường',
      ],
      ...['Mã xã, phường', 'Nơi xây dựng'],
    ],
    otherwise: ['Phường', 'Địa phương', 'Địa bàn', 'Địa chỉ'],
    type: 'unit',
    description: 'Nơi có căn nhà: mã 5 số hoặc tên đầy đủ theo địa giới tại ngày ghi ở dòng này.',
    example: '20335',
  },
  {
    name: 'funder',
    title: 'Đơn vị tài trợ',
    also: [
      ...['Nhà tài trợ', 'Nguồn tài trợ', 'Nguồn kinh phí', 'Nguồn hỗ trợ', 'Đơn vị hỗ trợ', 'Đơn vị ủng hộ'],
      ...['Tổ chức tài trợ', 'Tổ chức hỗ trợ', 'Funder'],
    ],
    type: 'text',
    description: 'Tổ chức chi trả phần tiền của dòng này; một căn nhà có nhiều nguồn thì mỗi nguồn một dòng.',
    example: 'Công ty TNHH Ví Dụ',
  },
  {
    name: 'amount_vnd',
    title: 'Số tiền (đồng)',
    also: [
      ...['Số tiền', 'Số tiền (VNĐ)', 'Số tiền hỗ trợ', 'Số tiền tài trợ', 'Kinh phí', 'Kinh phí hỗ trợ'],
      ...['Mức hỗ trợ', 'Amount'],
    ],
    otherwise: ['Thành tiền', 'Tổng số', 'Tổng cộng', 'Cộng'],
    type: 'vnd',
    description:
      'Số tiền mà nguồn ở dòng này chi cho căn nhà; số nguyên đồng, không âm. Để trống nếu dòng chỉ ghi tình trạng.',
    example: '60.000.000',
  },
  note,
  ...repairColumns,
];

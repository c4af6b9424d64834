import { ALLOCATION_STAGES } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import { date, decisionNo, lineNo, note, repairColumns, round } from './shared.ts';

/** Money that is not in the book yet: promised by a donor, or allotted to a lower unit. */
export const allocations: readonly Column[] = [
  lineNo,
  {
    name: 'stage',
    title: 'Giai đoạn',
    also: ['Đăng ký/Phân bổ', 'Đăng ký, phân bổ', 'Stage'],
    otherwise: ['Loại khoản', 'Loại'],
    type: 'code',
    codes: ALLOCATION_STAGES,
    required: true,
    description:
      'DANG_KY là người ủng hộ hứa, chưa chuyển; PHAN_BO là đã quyết định cấp cho đơn vị dưới. Hai giai đoạn không bao giờ cộng với nhau hay với tiền đã thu.',
    example: 'PHAN_BO',
  },
  {
    ...date,
    also: [...date.also, 'Ngày đăng ký', 'Ngày phân bổ', 'Ngày quyết định', 'Ngày QĐ'],
    description: 'Ngày đăng ký hoặc ngày phân bổ: ngày/tháng/năm hoặc năm-tháng-ngày.',
  },
  {
    ...round,
    description: 'Đợt phân bổ; khoản chuyển tiền của đợt ấy trong bảng thu, bảng chi ghi giống thế.',
    example: 'Đợt 1',
  },
  {
    name: 'to_unit',
    title: 'Đơn vị nhận',
    also: [
      ...['Đơn vị được phân bổ', 'Đơn vị nhận phân bổ', 'Đơn vị nhận tiền', 'Đơn vị nhận kinh phí'],
      ...['Đơn vị tiếp nhận', 'Đơn vị thụ hưởng', 'Đơn vị được cấp', 'Phân bổ cho', 'Nơi nhận'],
      ...['Xã/phường', 'Xã, phường', 'Xã, phường, đặc khu', 'Xã, phường, thị trấn', 'Tỉnh, thành phố'],
    ],
    otherwise: ['Đơn vị', 'Tên đơn vị', 'Địa phương', 'Xã', 'Phường', 'Tỉnh'],
    type: 'unit',
    description:
      'Mã (tỉnh 2 số, xã 5 số) hoặc tên đầy đủ của đơn vị được phân bổ, theo địa giới tại ngày ghi ở dòng này. Khoản đăng ký thì để trống cũng được.',
    example: '20335',
  },
  {
    name: 'amount_vnd',
    title: 'Số tiền (đồng)',
    also: [
      ...['Số tiền', 'Số tiền (VNĐ)', 'Amount', 'Số tiền đăng ký', 'Số tiền cam kết', 'Số tiền phân bổ'],
      ...['Số tiền được phân bổ', 'Kinh phí phân bổ', 'Mức phân bổ', 'Số phân bổ', 'Số đăng ký'],
    ],
    otherwise: ['Kinh phí', 'Thành tiền', 'Tổng số', 'Tổng cộng', 'Cộng'],
    type: 'vnd',
    required: true,
    description: 'Số nguyên đồng, không âm.',
    example: '50.000.000',
  },
  { ...decisionNo, description: 'Số quyết định phân bổ.' },
  {
    name: 'donor',
    title: 'Người đăng ký',
    also: [
      ...['Người đăng ký ủng hộ', 'Đơn vị đăng ký', 'Tên đơn vị, cá nhân đăng ký', 'Đơn vị, cá nhân đăng ký'],
      ...['Tổ chức, cá nhân đăng ký', 'Người ủng hộ', 'Đơn vị ủng hộ', 'Nhà tài trợ', 'Nhà hảo tâm'],
    ],
    type: 'text',
    private: true,
    description: 'Ai hứa ủng hộ; không bao giờ công khai, vì tiền chưa nhận.',
    example: '',
  },
  note,
  ...repairColumns,
];

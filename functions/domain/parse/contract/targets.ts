import { INDICATORS } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import { lineNo, note, repairColumns } from './shared.ts';

/** What units were to reach in a year. */
export const targets: readonly Column[] = [
  lineNo,
  {
    name: 'year',
    title: 'Năm',
    also: ['Năm kế hoạch', 'Kế hoạch năm', 'Chỉ tiêu năm', 'Năm giao', 'Year'],
    type: 'year',
    required: true,
    description: 'Năm của chỉ tiêu, bốn chữ số.',
    example: '2024',
  },
  {
    name: 'indicator',
    title: 'Chỉ tiêu',
    also: ['Tên chỉ tiêu', 'Nội dung chỉ tiêu', 'Loại chỉ tiêu', 'Indicator'],
    type: 'code',
    codes: INDICATORS,
    required: true,
    description: 'Chỉ tiêu về việc gì.',
    example: 'VAN_DONG',
  },
  {
    name: 'for_unit',
    title: 'Đơn vị',
    also: [
      ...['Tên đơn vị', 'Mã đơn vị', 'Đơn vị được giao', 'Đơn vị thực hiện', 'Giao cho', 'Địa phương'],
      ...['Xã/phường', 'Xã, phường', 'Xã, phường, đặc khu', 'Xã, phường, thị trấn', 'Xã', 'Mã xã'],
    ],
    type: 'unit',
    description:
      'Mã (tỉnh 2 số, xã 5 số) hoặc tên đầy đủ của đơn vị được giao; có vào bất cứ ngày nào trong năm đều được. Tỉnh giao cho xã, phường của mình; xã chỉ cho chính mình. Để trống là chính đơn vị nộp tệp.',
    example: '20335',
  },
  {
    name: 'organisation',
    title: 'Tổ chức đảm nhận',
    also: [
      ...[
        'Tổ chức đảm nhiệm',
        'Đơn vị đảm nhận',
        'Tổ chức thành viên',
        'Tổ chức thực hiện',
        'Tổ chức phụ trách',
      ],
      ...['Tổ chức giúp đỡ', 'Đơn vị giúp đỡ', 'Organisation'],
    ],
    type: 'text',
    description: 'Tổ chức nhận chỉ tiêu này, nếu giao cho từng tổ chức.',
    example: '',
  },
  {
    name: 'target',
    title: 'Chỉ tiêu giao',
    also: [
      ...['Số giao', 'Mức giao', 'Kế hoạch', 'Kế hoạch giao', 'Chỉ tiêu kế hoạch', 'Chỉ tiêu được giao'],
      ...['Số chỉ tiêu', 'Số kế hoạch', 'Chỉ tiêu phấn đấu', 'Target'],
    ],
    type: 'vnd',
    required: true,
    mayBeBlank: true,
    description: 'Đồng nếu chỉ tiêu là VAN_DONG, còn lại là số nhà, số hộ. Số nguyên, không âm.',
    example: '2.000.000.000',
  },
  {
    name: 'reached',
    title: 'Đã đạt (theo báo cáo)',
    also: [
      ...[
        'Đã đạt',
        'Đạt được',
        'Kết quả',
        'Kết quả thực hiện',
        'Đã thực hiện',
        'Thực hiện',
        'Số đã thực hiện',
      ],
      ...['Số đạt được', 'Reached'],
    ],
    type: 'vnd',
    description:
      'Số đã đạt mà báo cáo của đơn vị nêu, cùng đơn vị với chỉ tiêu giao; chỉ để đối chiếu với sổ, không thay số trong sổ.',
    example: '',
  },
  note,
  ...repairColumns,
];

import { DECISIONS } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import { lineNo, repairColumns } from './shared.ts';

const matched: readonly Column[] = [
  {
    name: 'statement_file',
    title: 'Tệp sao kê (mã tệp)',
    also: ['Tệp sao kê', 'Mã tệp sao kê', 'Mã băm sao kê'],
    type: 'text',
    description: 'Khi xác nhận hoặc bỏ khớp: mã của tệp sao kê, 8 ký tự đầu trở lên của mã băm SHA-256.',
    example: '3f9a1c07',
  },
  {
    name: 'statement_row',
    title: 'Dòng sao kê',
    also: ['Số dòng sao kê', 'Dòng trong sao kê'],
    type: 'count',
    description: 'Dòng nào của tệp sao kê, đếm như Excel.',
    example: '15',
  },
  {
    name: 'book_file',
    title: 'Tệp sổ (mã tệp)',
    also: ['Tệp sổ', 'Mã tệp sổ', 'Mã băm sổ', 'Tệp thu chi'],
    type: 'text',
    description: 'Khi xác nhận hoặc bỏ khớp: mã của tệp thu hay chi, 8 ký tự đầu trở lên của mã băm SHA-256.',
    example: '77b0e2d4',
  },
  {
    name: 'book_row',
    title: 'Dòng sổ',
    also: ['Số dòng sổ', 'Dòng trong sổ'],
    type: 'count',
    description: 'Dòng nào của tệp thu hay chi, đếm như Excel.',
    example: '42',
  },
];

const converted: readonly Column[] = [
  {
    name: 'item',
    title: 'Hiện vật',
    also: ['Tên hiện vật', 'Mặt hàng', 'Tên hàng'],
    type: 'text',
    description: 'Khi quy đổi: hiện vật nào.',
    example: '',
  },
  {
    name: 'from_measure',
    title: 'Từ ĐVT',
    also: ['Từ đơn vị tính', 'ĐVT gốc', 'Đơn vị tính gốc'],
    type: 'text',
    description: 'Khi quy đổi: đơn vị tính lớn hơn, như thùng.',
    example: '',
  },
  {
    name: 'to_measure',
    title: 'Sang ĐVT',
    also: ['Sang đơn vị tính', 'ĐVT quy đổi', 'Đơn vị tính quy đổi'],
    type: 'text',
    description: 'Khi quy đổi: đơn vị tính nhỏ hơn, như gói.',
    example: '',
  },
  {
    name: 'factor',
    title: 'Hệ số',
    also: ['Hệ số quy đổi', 'Tỷ lệ quy đổi', 'Factor'],
    type: 'quantity',
    description: 'Khi quy đổi: 1 đơn vị gốc bằng bao nhiêu đơn vị kia; 1 thùng bằng 30 gói thì ghi 30.',
    example: '',
  },
  {
    name: 'basis',
    title: 'Căn cứ quy đổi',
    also: ['Căn cứ', 'Căn cứ hệ số', 'Basis'],
    type: 'text',
    description: 'Hệ số dựa vào đâu: quy cách đóng gói, biên bản cân.',
    example: '',
  },
];

/** What people in charge decided about reconciliations. None of it changes a sum. */
export const decisions: readonly Column[] = [
  lineNo,
  {
    name: 'action',
    title: 'Việc',
    also: ['Loại việc', 'Quyết định', 'Hành động', 'Action'],
    type: 'code',
    codes: DECISIONS,
    required: true,
    description:
      'XAC_NHAN_KHOP, BO_KHOP: một dòng sao kê và một dòng sổ là một khoản, hay không phải. GIAI_TRINH: giải trình một cảnh báo. QUY_DOI: hệ số giữa hai đơn vị tính.',
    example: 'XAC_NHAN_KHOP',
  },
  ...matched,
  {
    name: 'finding',
    title: 'Mã cảnh báo',
    also: ['Cảnh báo', 'Mã phát hiện', 'Mã sai lệch', 'Finding'],
    type: 'text',
    description:
      'Khi giải trình: mã của cảnh báo, như trang của sổ in: 10 ký tự, giữa các đơn vị thì thêm một chữ ở đầu.',
    example: '',
  },
  ...converted,
  {
    name: 'reason',
    title: 'Lý do',
    also: ['Nội dung giải trình', 'Giải trình', 'Lí do', 'Nguyên nhân', 'Reason'],
    otherwise: ['Nội dung', 'Diễn giải'],
    type: 'text',
    required: true,
    description:
      'Vì sao. Lời giải trình sẽ công khai; lý do khớp, bỏ khớp và quy đổi giữ trong sổ cái. Không ghi tên hay số của một người.',
    example: 'Ngân hàng gộp hai phiếu thu trong một giao dịch',
  },
  {
    name: 'office',
    title: 'Chức danh',
    also: ['Chức vụ', 'Chức danh người quyết định', 'Người quyết định (chức danh)', 'Office'],
    type: 'text',
    required: true,
    description: 'Chức danh của người quyết định, không ghi họ tên.',
    example: 'Kế toán Ban vận động',
  },
  {
    name: 'date',
    title: 'Ngày',
    also: ['Ngày tháng', 'Ngày quyết định', 'Ngày xác nhận', 'Ngày giải trình', 'Date'],
    type: 'date',
    description: 'Ngày quyết định: ngày/tháng/năm hoặc năm-tháng-ngày.',
    example: '25/12/2024',
  },
  ...repairColumns,
];

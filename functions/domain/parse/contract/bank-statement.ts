import { ACCOUNT_SIDES } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import { lineNo, repairColumns } from './shared.ts';

const MOVEMENT = 'movement';

const dates: readonly Column[] = [
  {
    name: 'date',
    title: 'Ngày giao dịch',
    also: [
      ...[
        'Ngày',
        'Ngày GD',
        'Ngày giờ giao dịch',
        'Ngày giờ GD',
        'Thời gian giao dịch',
        'Ngày phát sinh',
        'TNX date',
      ],
      ...['TNX', 'Trans date', 'Txn date', 'Transaction date', 'Transaction time', 'Date time', 'Ngày tháng'],
    ],
    otherwise: [
      'Ngày hạch toán',
      'Ngày ghi sổ',
      'Accounting date',
      'Booking date',
      'Posting date',
      'Thời gian',
    ],
    type: 'date',
    required: true,
    description: 'Ngày ngân hàng ghi giao dịch.',
    example: '10/09/2024',
  },
  {
    name: 'value_date',
    title: 'Ngày giá trị',
    also: ['Ngày hiệu lực', 'Effective date', 'Ngày giá trị hiệu lực'],
    type: 'date',
    private: true,
    description: 'Ngày tiền có hiệu lực trên tài khoản.',
    example: '10/09/2024',
  },
];

const amounts: readonly Column[] = [
  {
    name: 'debit_vnd',
    title: 'Ghi nợ (đồng)',
    also: [
      ...['Ghi nợ', 'Phát sinh nợ', 'PS nợ', 'Nợ', 'Debit', 'Dr', 'Tiền ra', 'Số tiền ghi nợ', 'Số tiền nợ'],
      ...['Rút ra', 'Tiền rút ra', 'Số tiền rút', 'Doanh số nợ', 'Withdrawal', 'Withdrawals', 'Debit amount'],
      ...['Số tiền phát sinh nợ', 'Phát sinh ghi nợ'],
    ],
    type: 'vnd',
    requiredOneOf: MOVEMENT,
    mayBeBlank: true,
    description: 'Tiền ra khỏi tài khoản.',
    example: '',
  },
  {
    name: 'credit_vnd',
    title: 'Ghi có (đồng)',
    also: [
      ...[
        'Ghi có',
        'Phát sinh có',
        'PS có',
        'Có',
        'Credit',
        'Cr',
        'Tiền vào',
        'Số tiền ghi có',
        'Số tiền có',
      ],
      ...['Gửi vào', 'Tiền gửi vào', 'Số tiền gửi', 'Doanh số có', 'Deposit', 'Deposits', 'Credit amount'],
      ...['Số tiền phát sinh có', 'Phát sinh ghi có'],
    ],
    type: 'vnd',
    requiredOneOf: MOVEMENT,
    mayBeBlank: true,
    description: 'Tiền vào tài khoản.',
    example: '1.500.000',
  },
  {
    name: 'amount_vnd',
    title: 'Số tiền (đồng)',
    also: ['Số tiền', 'Số tiền giao dịch', 'Số tiền GD', 'Số tiền phát sinh', 'Amount', 'Transaction amount'],
    type: 'vnd',
    requiredOneOf: MOVEMENT,
    mayBeBlank: true,
    description: 'Khi sao kê chỉ có một cột tiền: số dương là tiền vào, số âm là tiền ra.',
    example: '',
  },
  {
    name: 'side',
    title: 'Nợ/Có',
    also: [
      ...[
        'Có/Nợ',
        'Nợ Có',
        'D/C',
        'C/D',
        'Dr/Cr',
        'Cr/Dr',
        'Debit/Credit',
        'Credit/Debit',
        'DC',
        'Loại phát sinh',
      ],
      ...['Ghi nợ/ghi có', 'Ghi nợ/có', 'Phát sinh nợ/có', 'Nợ/Có (D/C)', 'Dấu', 'Tăng/giảm'],
    ],
    type: 'code',
    codes: ACCOUNT_SIDES,
    description:
      'Khi sao kê chỉ có một cột tiền không dấu: dòng này là tiền ra (nợ, D) hay tiền vào (có, C).',
    example: '',
  },
  {
    name: 'balance_vnd',
    title: 'Số dư (đồng)',
    also: [
      ...['Số dư', 'Số dư cuối', 'Số dư cuối kỳ', 'Số dư sau giao dịch', 'Số dư tài khoản', 'Số dư luỹ kế'],
      ...['Balance', 'Account balance', 'Running balance', 'Closing balance', 'Ending balance'],
    ],
    type: 'vnd',
    private: true,
    description: 'Số dư của tài khoản sau giao dịch.',
    example: '5.000.000',
  },
];

/** A statement of one account, as its bank prints or exports it. */
export const bankStatement: readonly Column[] = [
  lineNo,
  ...dates,
  {
    name: 'document_no',
    title: 'Số chứng từ',
    also: [
      ...['Số CT', 'Số bút toán', 'Số tham chiếu', 'Doc No', 'Ref', 'Ref No', 'Reference', 'Reference No'],
      ...[
        'Mã giao dịch',
        'Mã GD',
        'Số giao dịch',
        'Số GD',
        'Transaction No',
        'Transaction number',
        'Transaction ID',
      ],
      ...['Mã tham chiếu', 'Trans ref', 'Số REF', 'Seq No', 'Số hiệu chứng từ'],
    ],
    type: 'text',
    private: true,
    description: 'Số bút toán của ngân hàng, giữ nguyên như chữ; có thể trống hoặc lặp lại.',
    example: '5213.660',
  },
  ...amounts,
  {
    name: 'description',
    title: 'Diễn giải',
    also: [
      ...[
        'Nội dung',
        'Nội dung giao dịch',
        'Nội dung chi tiết',
        'Mô tả',
        'Mô tả giao dịch',
        'Chi tiết giao dịch',
      ],
      ...[
        'Nội dung chuyển khoản',
        'Details',
        'Detail',
        'Remark',
        'Remarks',
        'Narrative',
        'Transaction details',
      ],
      ...['Transactions in detail', 'Transaction description', 'Transaction remarks', 'Chi tiết'],
    ],
    otherwise: ['Ghi chú'],
    type: 'text',
    private: true,
    description: 'Nội dung của giao dịch; không bao giờ công khai.',
    example: 'Ung ho quy vi nguoi ngheo',
  },
  {
    name: 'account',
    title: 'Tài khoản đối ứng',
    also: [
      ...['Số tài khoản đối ứng', 'TK đối ứng', 'Số TK đối ứng', 'Corresponsive account', 'Counter account'],
      ...['Số tài khoản', 'Tài khoản', 'Tài khoản nhận', 'Tài khoản chuyển', 'Corresponding account'],
    ],
    type: 'text',
    private: true,
    description: 'Số tài khoản của bên kia, giữ nguyên như chữ; không bao giờ công khai.',
    example: '',
  },
  {
    name: 'counterparty',
    title: 'Tên đối ứng',
    also: [
      ...['Đơn vị đối ứng', 'Tên tài khoản đối ứng', 'Tên TK đối ứng', 'Người chuyển', 'Người chuyển tiền'],
      ...['Đơn vị thụ hưởng', 'Đơn vị chuyển', 'Corresponsive name', 'Corresponding name', 'Đối tác'],
      ...['Tên chủ tài khoản đối ứng', 'Người hưởng', 'Người nhận, người chuyển'],
    ],
    type: 'text',
    private: true,
    description: 'Tên của bên kia; không bao giờ công khai.',
    example: '',
  },
  ...repairColumns,
];

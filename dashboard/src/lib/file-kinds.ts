/** What the sum of a file means, by the kind of table it is. */
import type { TableKind } from '#domain/codes.ts';
import { isBookKind } from '#domain/codes.ts';
import { formatVnd } from '#domain/format.ts';

interface Accepted {
  /** Absent where the table counts no money, or money of two stages that is never added up. */
  readonly amount?: string;
  readonly note?: string;
}

/** The sum of a file in full digits, and what it is where that is not money entered into the book. */
export function acceptedText({ kind, acceptedVnd }: { kind: TableKind; acceptedVnd: number }): Accepted {
  const amount = formatVnd(acceptedVnd);
  switch (kind) {
    case 'contributions':
    case 'disbursements':
      return { amount };
    case 'bankStatement':
      return { amount, note: 'ghi có trừ ghi nợ' };
    case 'houses':
      return { amount, note: 'không cộng vào sổ' };
    case 'allocations':
      // Nothing is summed where promised and allotted stand in one file: the page of the book tells them apart.
      return acceptedVnd === 0 ? {} : { amount, note: 'không cộng vào sổ' };
    case 'targets':
    case 'decisions':
      return {};
  }
}

/** What the sum is called at the head of the file's page. */
export const acceptedLabel = (kind: TableKind): string =>
  isBookKind(kind)
    ? 'Tổng đã ghi sổ'
    : kind === 'bankStatement'
      ? 'Ghi có trừ ghi nợ'
      : 'Tổng trong bảng (không cộng vào sổ)';

/** What becomes of the rows that were read. */
export const rowsTakenLabel = (kind: TableKind): string =>
  isBookKind(kind) ? 'Dòng đã ghi sổ' : 'Dòng đã ghi nhận';

type HiddenKind = Exclude<TableKind, 'contributions' | 'disbursements'>;

/** Why a file of this kind has no rows here. */
const HIDDEN: Readonly<Record<HiddenKind, string>> = {
  bankStatement:
    'Các dòng của sao kê không công khai: nội dung chuyển khoản thường có tên, số tài khoản, số điện thoại của người ủng hộ. Trang của sổ nêu tổng ghi có, ghi nợ, số dư, ngày còn thiếu và mức khớp với sổ.',
  allocations:
    'Các dòng của bảng này không công khai: lời hứa ủng hộ thường ghi tên người. Trang của sổ nêu tổng theo từng giai đoạn và từng đợt.',
  targets: 'Chỉ tiêu và số đã đạt được nêu ở trang đối soát, không chép lại từng dòng ở đây.',
  houses:
    'Các dòng của sổ theo dõi nhà không công khai: mã nhà và nơi ở có thể chỉ đến một gia đình. Trang của sổ nêu số nhà theo bước, theo năm.',
  decisions:
    'Lời giải trình được đặt cạnh điều cần xem ở trang của sổ, kèm chức danh và ngày; các dòng không chép lại ở đây.',
};

export const hiddenRowsText = (kind: TableKind): string | undefined =>
  isBookKind(kind) ? undefined : HIDDEN[kind];

import type { Campaign } from '#domain/campaigns/campaign.ts';
import { CHANNELS, DONOR_CLASSES, PURPOSES } from '#domain/codes.ts';
import { formatDate, formatMilli, formatVnd } from '#domain/format.ts';
import type { PublicContribution, PublicDisbursement } from '#domain/publish/row-schema.ts';
import type { Column } from './columns.ts';
import { fundName } from './funds.ts';

type PublicRow = PublicContribution | PublicDisbursement;

/** "70,1 tấn gạo": quantity, unit of measure, item, as far as they are there. */
function goodsText({ quantityMilli, unitOfMeasure, item }: PublicRow): string {
  const parts = [
    quantityMilli === undefined ? '' : formatMilli(quantityMilli),
    unitOfMeasure ?? '',
    item ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ') || '–';
}

const common = (campaigns: readonly Campaign[], href: (row: number) => string) => ({
  row: {
    id: 'row',
    label: 'Dòng',
    prefix: true,
    text: ({ row }: PublicRow) => String(row),
    href: ({ row }: PublicRow) => href(row),
  },
  date: { id: 'date', label: 'Ngày', text: ({ date }: PublicRow) => formatDate(date) },
  amount: {
    id: 'amount',
    label: 'Số tiền',
    numeric: true,
    text: ({ amountVnd }: PublicRow) => (amountVnd === undefined ? '–' : formatVnd(amountVnd)),
  },
  goods: {
    id: 'goods',
    label: 'Hiện vật',
    text: goodsText,
    note: ({ statedValueVnd }: PublicRow) =>
      statedValueVnd === undefined ? undefined : `trị giá khai ${formatVnd(statedValueVnd)}`,
  },
  campaign: {
    id: 'campaign',
    label: 'Đợt vận động',
    text: ({ campaign }: PublicRow) => (campaign === undefined ? '–' : fundName(campaigns, campaign)),
  },
});

/** What the rows at hand leave empty throughout gets no column. */
const filled = <Row extends PublicRow>(rows: readonly Row[], field: keyof Row): boolean =>
  rows.some((row) => row[field] !== undefined);

export function contributionColumns(
  rows: readonly PublicContribution[],
  campaigns: readonly Campaign[],
  href: (row: number) => string,
): readonly Column<PublicContribution>[] {
  const { row, date, amount, goods, campaign } = common(campaigns, href);
  return [
    row,
    date,
    {
      id: 'donor',
      label: 'Người ủng hộ',
      text: ({ donor }) => donor,
      // Whose name is not told is told by the class alone.
      note: ({ donor, donorClass }) =>
        DONOR_CLASSES[donorClass] === donor ? undefined : DONOR_CLASSES[donorClass],
    },
    {
      id: 'channel',
      label: 'Hình thức',
      text: ({ channel }) => (channel === undefined ? '–' : CHANNELS[channel]),
    },
    amount,
    ...(filled(rows, 'item') ? [goods] : []),
    {
      id: 'document',
      label: 'Số chứng từ (cuối)',
      text: ({ documentTail }) => (documentTail === undefined ? '–' : `…${documentTail}`),
    },
    ...(filled(rows, 'campaign') ? [campaign] : []),
  ];
}

const organisationColumn: Column<PublicDisbursement> = {
  id: 'organisation',
  label: 'Đơn vị giúp đỡ',
  text: ({ organisation }) => organisation ?? '–',
};

export function disbursementColumns(
  rows: readonly PublicDisbursement[],
  campaigns: readonly Campaign[],
  href: (row: number) => string,
): readonly Column<PublicDisbursement>[] {
  const { row, date, amount, goods, campaign } = common(campaigns, href);
  return [
    row,
    date,
    {
      id: 'purpose',
      label: 'Mục đích',
      text: ({ purpose }) => PURPOSES[purpose],
      note: ({ late }) => (late ? 'Chi bổ sung' : undefined),
    },
    { id: 'commune', label: 'Nơi dùng', text: ({ communeName }) => communeName ?? '–' },
    ...(filled(rows, 'organisation') ? [organisationColumn] : []),
    amount,
    ...(filled(rows, 'item') ? [goods] : []),
    {
      id: 'document',
      label: 'Số chứng từ',
      text: ({ documentNo }) => documentNo ?? '–',
      note: ({ decisionNo }) => decisionNo && `Quyết định ${decisionNo}`,
    },
    ...(filled(rows, 'campaign') ? [campaign] : []),
  ];
}

import type { Prices } from './prices.ts';
import type { Size, Use } from './sizes.ts';

/** One line of the bill: US dollars a month, and how it is worked out. */
export interface CostLine {
  readonly item: string;
  readonly formula: string;
  readonly usdPerMonth: number;
}

const MONTHS = 12;
const GB = 1e9;
const MILLION = 1e6;

/** The monthly bill of a place in its last counted year, line by line. */
export function monthlyCost(size: Size, use: Use, price: Prices): readonly CostLine[] {
  const files = (size.units * use.filesPerUnitYear) / MONTHS;
  const rows = size.rowsPerYear / MONTHS;
  return [
    ...pipeline(use, price, files, rows),
    ...storage(size, use, price, files),
    ...readers(size, use, price),
  ];
}

function pipeline(use: Use, price: Prices, files: number, rows: number): readonly CostLine[] {
  const ingest = use.ingestGb * (files * use.ingestSecondsPerFile + rows / use.ingestRowsPerSecond);
  const later =
    files * (use.reconcileGb * use.reconcileSecondsPerFile + use.publishGb * use.publishSecondsPerFile);
  const calls = files * use.functionsPerFile;
  const writes = files * (1 + use.ledgerWritesPerFile + use.siteWritesPerFile) + rows / use.rowsPerPage;
  const requests = files * use.queueRequestsPerFile + use.queuePollsPerMonth;
  return [
    {
      item: 'Lambda',
      formula: '(GB·giây ingest + reconcile + publish) × giá GB·giây + số lượt gọi × giá lượt gọi',
      usdPerMonth: (ingest + later) * price.lambdaGbSecond + (calls / MILLION) * price.lambdaCallPerMillion,
    },
    {
      item: 'S3: yêu cầu',
      formula: 'số lần ghi × giá ghi + số lần đọc (3 × số lần ghi) × giá đọc',
      usdPerMonth:
        (writes * (price.s3WritePerMillion + use.readsPerWrite * price.s3ReadPerMillion)) / MILLION,
    },
    {
      item: 'DynamoDB: yêu cầu',
      formula: 'số tệp × (25 ghi × giá ghi + 60 đọc × giá đọc)',
      usdPerMonth:
        (files *
          (use.tableWritesPerFile * price.dynamoWritePerMillion +
            use.tableReadsPerFile * price.dynamoReadPerMillion)) /
        MILLION,
    },
    {
      item: 'SQS, EventBridge',
      formula: '(số tệp × 9 + số lần hỏi hàng đợi) × giá SQS + số tệp × giá sự kiện',
      usdPerMonth: (requests * price.sqsRequestPerMillion + files * price.eventPerMillion) / MILLION,
    },
    {
      item: 'CloudWatch, X-Ray',
      formula: '13 cảnh báo + 12 chỉ số + nhật ký (6 kB mỗi lượt gọi) + vết',
      usdPerMonth:
        use.alarms * price.alarmMonth +
        use.metrics * price.metricMonth +
        ((calls * use.logBytesPerCall) / GB) * price.logGb +
        (calls / MILLION) * price.tracePerMillion,
    },
  ];
}

function storage(size: Size, use: Use, price: Prices, files: number): readonly CostLine[] {
  const bytesPerRow = use.rawBytesPerRow + use.ledgerBytesPerRow + use.siteBytesPerRow;
  const filesKept = files * MONTHS * use.yearsKept;
  const rowsGb = (size.rowsPerYear * use.yearsKept * bytesPerRow) / GB;
  const treeGb = (filesKept * (use.treeBytesPerFile + size.units * use.indexBytesPerUnit)) / GB;
  const tableGb = (filesKept * use.tableBytesPerFile) / GB;
  return [
    {
      item: 'S3: lưu trữ',
      formula:
        '(số dòng × (130 + 600 + 300) byte + số tệp × (60 kB + số đơn vị × 150 byte)) × 5 năm × giá GB·tháng',
      usdPerMonth: (rowsGb + treeGb) * price.s3StorageGbMonth,
    },
    {
      item: 'DynamoDB: lưu trữ, khôi phục',
      formula: 'số tệp/năm × 5 năm × 12 kB × (giá lưu trữ + giá khôi phục)',
      usdPerMonth: tableGb * (price.dynamoStorageGbMonth + price.dynamoRecoveryGbMonth),
    },
  ];
}

function readers(size: Size, use: Use, price: Prices): readonly CostLine[] {
  const views = size.viewsPerMonth;
  return [
    {
      item: 'CloudFront',
      formula: 'lượt xem × (250 kB × giá GB + 10 yêu cầu × giá yêu cầu + 2 lượt hàm biên)',
      usdPerMonth:
        ((views * use.bytesPerView) / GB) * price.cdnGb +
        (views *
          (use.requestsPerView * price.cdnRequestPerMillion +
            use.pagesPerView * price.cdnFunctionPerMillion)) /
          MILLION,
    },
  ];
}

/** What a place hands in and how much it is read. */
export interface Size {
  readonly name: string;
  /** Units that hand in files: communes, provinces, the centre. */
  readonly units: number;
  readonly rowsPerYear: number;
  readonly viewsPerMonth: number;
}

const NATION_ROWS = 10_000_000;
const COMMUNES = 3321;
const PROVINCES = 34;

export const SIZES: readonly Size[] = [
  { name: 'Một xã', units: 1, rowsPerYear: Math.round(NATION_ROWS / COMMUNES), viewsPerMonth: 1_000 },
  {
    name: 'Một tỉnh',
    units: Math.round(COMMUNES / PROVINCES) + 1,
    rowsPerYear: Math.round(NATION_ROWS / PROVINCES),
    viewsPerMonth: 50_000,
  },
  { name: 'Cả nước', units: COMMUNES + PROVINCES + 1, rowsPerYear: NATION_ROWS, viewsPerMonth: 5_000_000 },
];

/** How the pipeline uses the services. Measured where it says so, otherwise taken on the high side. */
export const USE = {
  /** Receipts and disbursements each month, and a campaign in the year. */
  filesPerUnitYear: 36,
  /** Measured: 26 MB in 200,361 rows. */
  rawBytesPerRow: 130,
  ledgerBytesPerRow: 600,
  siteBytesPerRow: 300,
  rowsPerPage: 100,
  /** A publication writes the path from the statement to the root anew, and keeps the former one. */
  treeBytesPerFile: 60_000,
  /** The index of all units, written anew at the most once for each file. */
  indexBytesPerUnit: 150,
  /** Files are kept for ever; this is the bill of the fifth year. */
  yearsKept: 5,
  ledgerWritesPerFile: 5,
  /** The path from the statement to the root, the report as JSON and CSV, what is told across units, and the pointer. */
  siteWritesPerFile: 13,
  /** Bundles start, files are opened, pages compared. */
  readsPerWrite: 3,
  ingestSecondsPerFile: 2,
  /** With 512 MB a function has about 0.3 of a processor. */
  ingestRowsPerSecond: 10_000,
  ingestGb: 0.5,
  reconcileSecondsPerFile: 3,
  reconcileGb: 1,
  publishSecondsPerFile: 6,
  publishGb: 1,
  tableWritesPerFile: 25,
  tableReadsPerFile: 60,
  tableBytesPerFile: 12_000,
  functionsPerFile: 3,
  queueRequestsPerFile: 9,
  /** Five long polls of 20 s at each of three queues, day and night. */
  queuePollsPerMonth: (3 * 5 * 30 * 86_400) / 20,
  logBytesPerCall: 6_000,
  metrics: 12,
  alarms: 13,
  /** A first page and the few after it, compressed. */
  bytesPerView: 250_000,
  requestsPerView: 10,
  pagesPerView: 2,
};
export type Use = typeof USE;

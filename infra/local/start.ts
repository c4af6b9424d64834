/** `npm start`: the whole product on this machine, with its sample books, until Ctrl-C. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildDashboard } from './dashboard-build.ts';
import { DataDirInUse } from './engines/lock.ts';
import { untilInterrupted } from './interrupt.ts';
import { describeNotRun } from './not-run.ts';
import { DEFAULT_DATA_DIR } from './paths.ts';
import { step } from './progress.ts';
import { readRun, writeRun } from './run-file.ts';
import { type Runner, startRunner } from './runner.ts';
import { loadSampleBooks } from './sample-load.ts';
import { type SiteServer, startSiteServer } from './site/site-server.ts';
import { templateHeaders } from './site/template-headers.ts';
import { synthesize } from './synth.ts';

const DEFAULT_PORT = 5173;

const onTrouble = (error: unknown): void => {
  console.error(`  ! ${error instanceof Error ? error.message : String(error)}`);
};

const made = ({ built }: { readonly built: boolean }): string => (built ? 'làm mới' : 'không đổi, dùng lại');

function readArguments(): { dataDir: string; port: number; portIsFixed: boolean; samples: boolean } {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, 'no-samples': { type: 'boolean' } },
  });
  const asked = values.port ?? process.env.PORT;
  const port = asked === undefined || asked === '' ? DEFAULT_PORT : Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`Cổng không hợp lệ: ${asked}`);
  return {
    dataDir: values.data ?? DEFAULT_DATA_DIR,
    port,
    portIsFixed: asked !== undefined && asked !== '' && port !== 0,
    samples: values['no-samples'] !== true,
  };
}

async function serve(
  runner: Runner,
  buildDir: string,
  port: number,
  portIsFixed: boolean,
): Promise<SiteServer> {
  const { assembly, stores, engines, dataDir } = runner;
  const server = await startSiteServer({
    buildDir,
    site: stores.site,
    inboxBucket: stores.inboxBucket,
    s3Endpoint: engines.s3Endpoint,
    headers: templateHeaders(assembly),
    port,
    portIsFixed,
    onTrouble,
  });
  writeRun(dataDir, { kind: 'start', ready: true, site: server.url });
  return server;
}

/** What is to be ended, last begun first. */
type Ends = (() => Promise<void>)[];

async function prepare(ends: Ends): Promise<void> {
  const { dataDir, port, portIsFixed, samples } = readArguments();
  mkdirSync(dataDir, { recursive: true });
  const synthesized = await step('Dựng hạ tầng từ mẫu CDK', synthesize, made);
  const runner = await step(
    'Bật máy kho (S3, SQS, DynamoDB)',
    () => startRunner({ dataDir, kind: 'start', work: true, assemblyDir: synthesized.dir, onTrouble }),
    begun,
  );
  ends.unshift(() => runner.stop());
  for (const line of describeNotRun(runner.wiring.notRun)) console.log(`  ${line}`);
  const built = await step('Dựng trang công khai', buildDashboard, made);
  const server = await serve(runner, built.dir, port, portIsFixed);
  ends.unshift(() => server.stop());
  if (samples) {
    await step(
      'Nạp sổ mẫu, đối chiếu, công khai',
      () => loadSampleBooks(runner),
      ({ handedIn, known }) =>
        handedIn === 0 ? `${known} tệp đã có trong sổ` : `${handedIn} tệp mới, ${known} tệp đã có`,
    );
  }
  console.log(welcome(server.url));
}

const begun = ({ recovered, renewed }: Runner): string =>
  [
    ...(renewed ? ['dựng lại số liệu công khai theo khuôn dạng mới'] : []),
    ...(recovered > 0 ? [`tiếp tục ${recovered} tệp dở dang của lần trước`] : []),
  ].join(', ');

async function start(): Promise<void> {
  const interrupted = untilInterrupted();
  const ends: Ends = [];
  try {
    await Promise.race([prepare(ends), interrupted]);
    await interrupted;
    console.log('\nĐang dừng…');
  } finally {
    for (const end of ends) await end();
  }
}

const welcome = (url: string): string => `
Sổ Công Khai đang chạy:  ${url}

Xem thử:
  ${url}/tinh/14   một tỉnh và các sổ của tỉnh
  ${url}/tinh/48   một tỉnh mới với sổ của các xã cũ, theo địa giới hiện nay
  ${url}/xa/20341~2025-06-30/so/QVNN   một sổ đã đối chiếu với ngân hàng
  ${url}/doi-soat?quy=BAO-LU-2025   tiền đang chuyển giữa các cấp
  ${url}/kiem-tra   kiểm tra một tệp trước khi nộp
  ${url}/phuong-phap   các quy tắc kiểm tra và đối chiếu

Làm thử (mở một cửa sổ lệnh khác):
  npx so-cong-khai status
  npx so-cong-khai submit TỆP.csv --kind contributions --unit 24 --fund QVNN --from 2026-01-01 --to 2026-01-31
  npx so-cong-khai publish --out trang-cong-khai

Nhấn Ctrl-C để dừng.`;

try {
  await start();
  console.log('Đã dừng.');
  // Ctrl-C may have come in mid-start: what was still being made must not hold the process back.
  process.exit(0);
} catch (error) {
  process.exitCode = 3;
  if (error instanceof DataDirInUse) {
    const site = error.running && readRun(error.dataDir, error.running.pid)?.site;
    console.error(
      `Thư mục dữ liệu ${error.dataDir} đang được một lần chạy khác dùng${site ? `: mở ${site}` : ''}.`,
    );
    console.error('Dừng lần chạy ấy (Ctrl-C), hoặc chọn nơi khác: npm start -- --data THƯ_MỤC');
  } else {
    console.error(`Không khởi động được: ${error instanceof Error ? error.message : String(error)}`);
  }
}

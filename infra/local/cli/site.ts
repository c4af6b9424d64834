import { parseArgs } from 'node:util';
import { groupDigits } from '#domain/format.ts';
import { POINTER_KEY } from '#domain/publish/schema.ts';
import { rebuildAll } from '#handlers/rebuild/rebuild.ts';
import { buildDashboard } from '../dashboard-build.ts';
import { readSnapshot } from '../snapshot-walk.ts';
import { ForeignDirectory, NothingPublished, type StaticSite, writeStaticSite } from '../static-site.ts';
import { COMMON_OPTIONS } from './common.ts';
import { CliFailure, EXIT, type ExitCode, usageError } from './failure.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';

interface SiteArguments {
  readonly out: string;
  readonly force: boolean;
}

function readArguments(args: readonly string[]): SiteArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { ...COMMON_OPTIONS, out: { type: 'string' }, force: { type: 'boolean' } },
  });
  if (values.out === undefined || values.out === '')
    throw usageError('Thiếu --out: thư mục để ghi trang công khai.');
  return { out: values.out, force: values.force === true };
}

/** `publish --out DIR`: a complete static site of the current ledger. */
export async function publish(
  args: readonly string[],
  open: () => Promise<Session>,
  output: Output,
): Promise<ExitCode> {
  const options = readArguments(args);
  const session = await open();
  try {
    await session.idle();
    const site = await write(session, options, output);
    output.result({ out: options.out, ...site }, [siteLine(options.out, site)]);
    return EXIT.done;
  } finally {
    await session.close();
  }
}

/** `rebuild --out DIR`: the same site, after everything right of the ledger was derived again from its slots. */
export async function rebuild(
  args: readonly string[],
  open: () => Promise<Session>,
  output: Output,
): Promise<ExitCode> {
  const options = readArguments(args);
  const session = await open();
  try {
    const rebuilt = await deriveAgain(session, output);
    const removed = await removeUnreachable(session);
    const site = await write(session, options, output);
    output.result({ out: options.out, ...rebuilt, removed, ...site }, [
      `Đã dựng lại từ ${groupDigits(rebuilt.slots)} vị trí của sổ cái: ${groupDigits(rebuilt.books)} sổ; bỏ ${groupDigits(removed)} đối tượng không còn dùng.`,
      siteLine(options.out, site),
    ]);
    return EXIT.done;
  } finally {
    await session.close();
  }
}

/** Once more where a file came in meanwhile: its own publication may have been overtaken by this one. */
async function deriveAgain({ stores, idle }: Session, output: Output) {
  const { table } = stores;
  for (;;) {
    await idle();
    const head = await table.head();
    output.note(`Dựng lại từ ${groupDigits(head)} vị trí của sổ cái…`);
    const rebuilt = await rebuildAll(stores);
    await idle();
    if ((await table.head()) === head) return rebuilt;
  }
}

/** Readers follow the pointer, so what it does not lead to is nobody's any more. */
async function removeUnreachable({ stores: { site } }: Session): Promise<number> {
  const pointer = await site.readText(POINTER_KEY);
  if (pointer === undefined) return 0;
  const kept = new Set<string>([POINTER_KEY]);
  for await (const { key } of readSnapshot(site, pointer)) kept.add(key);
  const gone: string[] = [];
  for await (const key of site.keys('data/')) if (!kept.has(key)) gone.push(key);
  await site.remove(gone);
  return gone.length;
}

async function write(
  { stores }: Session,
  { out, force }: SiteArguments,
  output: Output,
): Promise<StaticSite> {
  output.note('Dựng trang và ghi ra thư mục…');
  const { dir } = await buildDashboard();
  try {
    return await writeStaticSite(stores.site, dir, out, { force });
  } catch (error) {
    if (error instanceof NothingPublished) {
      throw new CliFailure(
        EXIT.refused,
        'Sổ chưa có gì để công khai: hãy nộp tệp trước (so-cong-khai submit).',
        error,
      );
    }
    if (error instanceof ForeignDirectory) {
      throw usageError(
        `Thư mục ${out} đang chứa thứ khác. Chọn thư mục trống, hoặc thêm --force để ghi chung vào đó.`,
        error,
      );
    }
    throw error;
  }
}

const siteLine = (out: string, { objects, pages, files }: StaticSite): string =>
  `Đã ghi trang công khai vào ${out}: ${groupDigits(objects)} đối tượng số liệu, ${groupDigits(pages)} địa chỉ, ${groupDigits(files)} tệp.`;

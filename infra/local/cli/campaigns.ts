import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { readCampaignsFile } from '#domain/campaigns/campaigns.ts';
import { COMMON_OPTIONS } from './common.ts';
import { oneFile } from './declaration.ts';
import { CliFailure, EXIT, type ExitCode, usageError } from './failure.ts';
import type { Output } from './output.ts';
import { handInReference } from './reference.ts';
import type { Session } from './session.ts';

/** `campaigns import FILE`: adds campaigns to the ledger. */
export async function campaigns(
  args: readonly string[],
  open: () => Promise<Session>,
  output: Output,
): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], options: COMMON_OPTIONS, allowPositionals: true });
  const [action, ...files] = positionals;
  if (action !== 'import') throw usageError(`campaigns ${action ?? ''}: chỉ có “campaigns import TỆP”.`);
  const file = oneFile(files);
  const codes = codesIn(file);
  const session = await open();
  try {
    const { step, record, digest } = await handInReference(
      session,
      file,
      'campaigns',
      'Danh mục bị trả lại:',
    );
    const again = step.state === 'DUPLICATE' ? 'Danh mục này đã có trong sổ' : 'Đã ghi danh mục vào sổ';
    output.result({ state: step.state, id: record.id, seq: record.seq, digest, codes }, [
      `${again}: ${codes.join(', ')} (vị trí ${record.seq})`,
    ]);
    return EXIT.done;
  } finally {
    await session.close();
  }
}

const MAX_LIST_BYTES = 256 * 1024;

function codesIn(file: string): FundCode[] {
  const bytes = readFileSync(file);
  const read = readCampaignsFile(bytes.length > MAX_LIST_BYTES ? '' : bytes.toString('utf8'));
  if (read.ok) return read.value.map(({ code }) => code);
  throw new CliFailure(
    EXIT.refused,
    `${file}: không phải danh mục đợt vận động hợp lệ (${read.error}). Cần JSON dạng {"campaigns": [{"code", "name", "fundKind", "from", "levels", …}]}.`,
  );
}

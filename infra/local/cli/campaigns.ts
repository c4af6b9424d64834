import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FUND_FOR_THE_POOR, type FundCode } from '#domain/campaigns/campaign.ts';
import { readCampaignsFile } from '#domain/campaigns/campaigns.ts';
import { type Instant, vietnamDay } from '#domain/date.ts';
import type { Declaration } from '#domain/submission.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { digestOf, handIn } from '../hand-in.ts';
import { COMMON_OPTIONS } from './common.ts';
import { checkedDeclaration, filenameOf, oneFile } from './declaration.ts';
import { CliFailure, EXIT, type ExitCode, usageError } from './failure.ts';
import { findingLines } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';

/** `campaigns import FILE`: adds campaigns to the ledger, through the same door as any file. */
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
  const declaration = declarationOf(file, new Date());
  const session = await open();
  try {
    const digest = await digestOf(file);
    const key = await handIn(session.clients, session.stores.inboxBucket, file, declaration, digest);
    const { step, record } = await outcomeOf(session, { ...declaration, key });
    if (step.state === 'REJECTED') {
      throw new CliFailure(
        EXIT.refused,
        ['Danh mục bị trả lại:', ...findingLines(record.findings)].join('\n'),
      );
    }
    await session.idle();
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

/** Reference data belongs to no unit; it is handed in at the centre, on the day it comes. */
function declarationOf(file: string, now: Date): Declaration {
  const receivedAt = now.toISOString() as Instant;
  const today = vietnamDay(receivedAt);
  return checkedDeclaration({
    unit: 'TW' as UnitCode,
    fund: FUND_FOR_THE_POOR as FundCode,
    kind: 'campaigns',
    period: { from: today, to: today },
    receivedAt,
    filename: filenameOf(file),
  });
}

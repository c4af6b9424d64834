import { statSync } from 'node:fs';
import { fileHref } from '#dashboard/src/routes.ts';
import type { Changes } from '#domain/check/changes.ts';
import { isBookKind, SUBMISSION_STATES, type SubmissionKind } from '#domain/codes.ts';
import type { Finding } from '#domain/finding.ts';
import { formatVnd, groupDigits } from '#domain/format.ts';
import type { Statement } from '#domain/publish/schema.ts';
import { distinct, supersessions } from '#domain/reconcile/supersede.ts';
import { err, type Result } from '#domain/result.ts';
import { ruleById } from '#domain/rules/catalogue.ts';
import type { Declaration, Submission } from '#domain/submission.ts';
import type { Unit } from '#domain/units/unit.ts';
import type { BookContext } from '#domain/validate/context.ts';
import { readContext } from '#domain/validate/declaration.ts';
import { campaignsOf } from '#handlers/campaigns-in-force.ts';
import { digestOf, handIn } from '../hand-in.ts';
import { bookLines, ofBook } from './book-lines.ts';
import { changesLines } from './changes-lines.ts';
import { CliFailure, EXIT, type ExitCode } from './failure.ts';
import { findingLines, withWords } from './findings.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Output } from './output.ts';
import { publishedStatement } from './published.ts';
import { lastColumns, refuseLongReading } from './saved-reading.ts';
import type { Session } from './session.ts';
import { submissionChanges } from './submission-changes.ts';
import { readSubmitArguments } from './submit-arguments.ts';

/** `submit FILE …`: hands a file in and tells what became of it, once it is published or sent back. */
export async function submit(
  args: readonly string[],
  open: () => Promise<Session>,
  output: Output,
): Promise<ExitCode> {
  const { file, declaration: said, savedReading } = readSubmitArguments(args, new Date());
  const session = await open();
  try {
    const known = await contextBeforeUpload(session, file, said);
    if (!known.ok) return tellRefused(known.error, output);
    const declaration = savedReading ? await withLastColumns(session, said, known.value.unit, output) : said;
    const digest = await digestOf(file);
    output.note(`Nộp ${file} (SHA-256 ${digest})`);
    const key = await handIn(session.clients, session.stores.inboxBucket, file, declaration, digest);
    const outcome = await outcomeOf(session, { ...declaration, key });
    if (outcome.step.state === 'REJECTED') return tellRejected(outcome, digest, output);
    output.note('Đã ghi sổ, đang đối chiếu và công khai…');
    await session.idle();
    const submission = await submissionIn(session, outcome);
    const unit = (await session.stores.units()).byId(submission.unitId);
    const statement = unit && (await publishedStatement(session.stores.site, unit, submission));
    if (unit === undefined || statement === undefined) {
      throw new CliFailure(
        EXIT.failed,
        'Tệp đã ghi sổ nhưng chưa công khai được. Xem lý do: npx so-cong-khai status',
      );
    }
    const replacedBy = await inForceInstead(session, submission);
    const changes =
      outcome.step.state === 'DUPLICATE' || replacedBy !== undefined
        ? undefined
        : await submissionChanges(session.stores, submission);
    return tellEntered(session, { ...outcome, submission, replacedBy, statement, changes }, unit, output);
  } finally {
    await session.close();
  }
}

/** What the file's size and its declaration alone decide; the file then never leaves the treasurer's machine. */
async function contextBeforeUpload(
  { stores }: Session,
  file: string,
  declaration: Declaration,
): Promise<Result<BookContext, Finding>> {
  const bytes = statSync(file).size;
  if (bytes > stores.maxFileBytes) {
    const params = { bytes, limit: stores.maxFileBytes };
    return err({ rule: 'FILE_TOO_LARGE', severity: 'error', count: 1, params });
  }
  return readContext(declaration, await stores.units(), await campaignsOf(stores.table));
}

/** Where nothing is said of how to read the file, the columns are as they were said last for such a file. */
async function withLastColumns(
  { stores }: Session,
  declaration: Declaration,
  unit: Unit,
  output: Output,
): Promise<Declaration> {
  const columns = await lastColumns(stores.table, unit.id, declaration);
  if (columns === undefined) return declaration;
  const mapped = Object.entries(columns).map(([name, heading]) => `${name}=${heading}`);
  output.note(`Nhận cột như lần nộp trước: ${mapped.join(', ')}. Không muốn vậy: --no-saved-reading`);
  const known = { ...declaration, reading: { columns } };
  refuseLongReading(known);
  return known;
}

function tellRefused(finding: Finding, output: Output): ExitCode {
  output.result({ state: 'REFUSED', published: false, findings: [withWords(finding)] }, [
    'CHƯA NỘP: tệp bị từ chối trước khi gửi, chưa có gì thay đổi trong sổ.',
    ...findingLines([finding]),
  ]);
  return EXIT.refused;
}

function tellRejected({ step, record }: Outcome, digest: string, output: Output): ExitCode {
  // The record of a file that stands in the ledger keeps the findings of that handing-in.
  const entered = record.state !== 'REJECTED';
  const findings = entered ? [] : record.findings;
  const reason = ruleById(step.because ?? '')?.title ?? step.because;
  const value = {
    state: step.state,
    id: record.id,
    digest,
    published: false,
    because: step.because,
    findings: findings.map(withWords),
  };
  output.result(value, [
    'BỊ TRẢ LẠI: không dòng nào được ghi sổ. Tệp gốc vẫn được giữ trong hộp nhận làm chứng.',
    ...(entered ? [`  Lý do: ${reason}. Lần nộp trước của tệp này vẫn nằm trong sổ như cũ.`] : []),
    ...findingLines(findings),
  ]);
  return EXIT.refused;
}

async function submissionIn({ stores }: Session, { record }: Outcome): Promise<Submission> {
  const slot = record.seq === undefined ? undefined : await stores.table.slot(record.seq);
  if (slot?.type !== 'submission') throw new Error(`sổ cái không có ${record.id} ở vị trí ${record.seq}`);
  return slot.submission;
}

/** The file that holds in place of this one; undefined while this one is in force. */
async function inForceInstead(
  { stores }: Session,
  { id, unitId, declaration: { fund } }: Submission,
): Promise<Submission | undefined> {
  const slots = await stores.table.submissionsOf({ unitId, fund });
  const superseded = supersessions(distinct(slots).map(({ submission }) => submission));
  let by = superseded.get(id);
  for (let next = by; next; next = superseded.get(next.id)) by = next;
  return by;
}

interface Entered extends Outcome {
  readonly submission: Submission;
  readonly replacedBy: Submission | undefined;
  /** The book that the file belongs to, as published with it. */
  readonly statement: Statement;
  /** Against the files that it replaced. */
  readonly changes: Changes | undefined;
}

function tellEntered(
  session: Session,
  { step, record, submission, replacedBy, statement, changes }: Entered,
  unit: Unit,
  output: Output,
): ExitCode {
  const { rows, acceptedVnd, quarantinedVnd, digest, declaration } = submission;
  const address = `${session.site ?? ''}${fileHref(unit, declaration.fund, digest)}`;
  const { findings } = record;
  const value = {
    state: step.state,
    id: record.id,
    seq: record.seq,
    digest,
    published: true,
    inForce: replacedBy === undefined,
    replacedBy: replacedBy?.digest,
    rows,
    acceptedVnd,
    quarantinedVnd,
    entries: submission.entries,
    address,
    findings: findings.map(withWords),
    ...(changes === undefined ? {} : { changes }),
    book: {
      status: statement.status,
      reasons: statement.reasons,
      closingVnd: statement.totals.closingVnd,
      findings: ofBook(statement).map(withWords),
    },
  };
  output.result(value, [
    headline(step.state, rows.quarantined),
    ...(replacedBy === undefined ? [] : outOfForce(digest, replacedBy)),
    `  Vị trí trong sổ cái: ${record.seq}`,
    `  Dòng trong tệp: ${groupDigits(rows.total)} = ghi sổ ${groupDigits(rows.accepted)} + để riêng ${groupDigits(rows.quarantined)} + bỏ qua ${groupDigits(rows.ignored)}`,
    ...acceptedLines(declaration.kind, acceptedVnd),
    ...(rows.quarantined > 0 ? [`  Tổng tiền để riêng: ${formatVnd(quarantinedVnd)}`] : []),
    ...(changes === undefined ? [] : changesLines(changes)),
    ...findingLines(findings),
    ...bookLines(statement),
    `  Trang công khai: ${address}${session.site === undefined ? '  (mở bằng npm start)' : ''}`,
  ]);
  return EXIT.done;
}

/** A plan or a decision is no money, and then nothing is added up. */
function acceptedLines(kind: SubmissionKind, acceptedVnd: number): string[] {
  if (isBookKind(kind)) return [`  Tổng tiền ghi sổ: ${formatVnd(acceptedVnd)}`];
  if (kind === 'bankStatement') return [`  Ghi có trừ ghi nợ: ${formatVnd(acceptedVnd)}`];
  return acceptedVnd === 0 ? [] : [`  Tổng trong bảng (không cộng vào sổ): ${formatVnd(acceptedVnd)}`];
}

/** What a treasurer must know who hands a former file in again. */
const outOfForce = (digest: string, by: Submission): string[] => [
  by.digest === digest
    ? '  KHÔNG CÒN HIỆU LỰC như khai lần này: chính tệp này sau đó đã được khai lại với kỳ hoặc số dư khác.'
    : `  KHÔNG CÒN HIỆU LỰC: tệp này đã được thay bằng tệp có mã băm ${by.digest}.`,
  `  Muốn dùng lại tệp này như khai lần này: nộp lại với --supersedes ${by.digest}`,
];

function headline(state: Outcome['step']['state'], quarantined: number): string {
  if (state === 'DUPLICATE') return 'TRÙNG: tệp này đã được nộp và ghi sổ trước đây; sổ không thay đổi.';
  if (quarantined > 0) {
    return `ĐÃ GHI SỔ, nhưng ${groupDigits(quarantined)} dòng để riêng, chưa tính vào số nào. Sửa các dòng ấy rồi nộp lại tệp.`;
  }
  return `${SUBMISSION_STATES[state].toUpperCase()} và đã công khai.`;
}

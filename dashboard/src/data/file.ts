import { RowPageSchema } from '#domain/publish/row-schema.ts';
import type { Statement, SubmissionNode } from '#domain/publish/schema.ts';
import { SubmissionNodeSchema } from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { entryCount, objectOfRow, pageCount, pageOfRow, slicesOf } from '../lib/paging.ts';
import type { Route } from '../routes.ts';
import { LoadFailure } from './failure.ts';
import type { Objects } from './objects.ts';
import type { FileData } from './pages.ts';

type FileRoute = Extract<Route, { page: 'file' }>;
type FilePart = Pick<FileData, 'fund' | 'file' | 'pageNo' | 'pages' | 'entries' | 'rows' | 'sought'>;

/** One file of a book with the page of rows asked for: by number, or the one that shows a row. */
export async function loadFile(objects: Objects, statement: Statement, route: FileRoute): Promise<FilePart> {
  const line = fileOf(statement.submissions, route.digest);
  if (line === undefined)
    throw new LoadFailure({ kind: 'missing', what: `Tệp ${route.digest} trong sổ này` });
  const file = await objects.object(line.object, SubmissionNodeSchema);
  const entries = entryCount(file.pages);
  const pages = pageCount(entries);
  const at = route.row === undefined ? undefined : await seek(objects, file, route.row);
  const pageNo = Math.min(at?.pageNo ?? route.pageNo ?? 1, pages);
  return {
    fund: statement.fund,
    file,
    pageNo,
    pages,
    entries,
    rows: await readRows(objects, file, pageNo),
    ...(route.row === undefined ? {} : { sought: { row: route.row, present: at?.present ?? false } }),
  };
}

/**
 * The same bytes may have been declared more than once, with another period or balance. Their address leads to the
 * declaration in force, else to the last one; lines are in order of handing in.
 */
function fileOf(
  lines: Statement['submissions'],
  sought: Sha256,
): Statement['submissions'][number] | undefined {
  const declared = lines.filter(({ digest }) => digest === sought);
  return declared.findLast(({ state }) => state !== 'SUPERSEDED') ?? declared.at(-1);
}

async function seek(objects: Objects, file: SubmissionNode, row: number) {
  const stored = objectOfRow(file.pages, row);
  if (stored === undefined) return undefined;
  const page = await objects.object(stored.object, RowPageSchema);
  return pageOfRow(
    page.rows.map((line) => line.row),
    stored.before,
    row,
  );
}

const readRows = (objects: Objects, file: SubmissionNode, pageNo: number) =>
  Promise.all(
    slicesOf(file.pages, pageNo).map(async ({ object, from, to }) => {
      const page = await objects.object(object, RowPageSchema);
      return page.kind === 'contributions'
        ? { ...page, rows: page.rows.slice(from, to) }
        : { ...page, rows: page.rows.slice(from, to) };
    }),
  );

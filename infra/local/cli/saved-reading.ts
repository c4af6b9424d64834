import type { LedgerTable } from '#adapters/ports.ts';
import type { Overrides } from '#domain/parse/reading.ts';
import { byReceipt } from '#domain/reconcile/supersede.ts';
import type { Declaration } from '#domain/submission.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { DECLARATION_FIELD, encodeDeclaration } from '#domain/upload.ts';
import { usageError } from './failure.ts';

/**
 * Which column is which, as it was said with the last file of this unit, fund and kind; undefined when it never
 * was. Only that is taken over: how numbers, days or letters are written is seen anew in each file, as what was
 * right of one would make wrong figures of another.
 */
export async function lastColumns(
  table: LedgerTable,
  unitId: UnitId,
  { fund, kind }: Declaration,
): Promise<Overrides['columns']> {
  const slots = await table.submissionsOf({ unitId, fund });
  const said = slots
    .map(({ submission }) => submission)
    .filter(({ declaration }) => declaration.kind === kind && declaration.reading?.columns !== undefined);
  return said.sort(byReceipt).at(-1)?.declaration.reading?.columns;
}

/** S3 takes as much with an object, names counted. */
const MAX_METADATA_BYTES = 2048;

/** What travels with a file is limited; throws CliFailure where the reading makes it too long. */
export function refuseLongReading(declaration: Declaration): void {
  if (DECLARATION_FIELD.length + encodeDeclaration(declaration).length <= MAX_METADATA_BYTES) return;
  throw usageError(
    'Phần chỉ cách đọc tệp quá dài, không gửi kèm tệp được (tối đa 2 kB). Đổi tiêu đề trong tệp cho giống mẫu, hoặc chỉ ghi --column cho những cột mà máy nhận sai; muốn bỏ cách đọc đã lưu: --no-saved-reading.',
  );
}

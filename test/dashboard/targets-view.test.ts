import { describe, expect, test } from 'vitest';
import { isOfOtherBooks, targetColumns, targetRows } from '#dashboard/src/lib/targets.ts';
import { fileHref } from '#dashboard/src/routes.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { TargetLine } from '#domain/targets/targets-schema.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitId } from '#domain/units/unit.ts';

const FUND = 'QVNN' as FundCode;
const [UNIT, PROVINCE] = ['20335', '49'].map((id) => shippedRegistry().byId(id as UnitId)) as [Unit, Unit];
const DIGEST = 'a'.repeat(64) as Sha256;
const ORGANISATION = 'Hội Chữ thập đỏ Mẫu';

const line = (more: Partial<TargetLine> = {}): TargetLine => ({
  year: 2024,
  indicator: 'NHA_XAY_MOI',
  target: 3,
  reached: 2,
  permille: 666,
  met: false,
  ...more,
});
/** What the cells of the only row say, by column; notes in brackets. */
const told = (only: TargetLine): Record<string, string> => {
  const [row] = targetRows([only]);
  if (row === undefined) throw new Error('no row');
  return Object.fromEntries(
    targetColumns([only], UNIT, FUND).map(({ id, text, note }) => {
      const quiet = note?.(row);
      return [id, quiet === undefined ? text(row) : `${text(row)} (${quiet})`];
    }),
  );
};

describe('targets of a book', () => {
  test('of units below are apart where the book knows no more than that they were set', () => {
    const { reached: _, permille: _p, ...set } = line({ unitId: UNIT.id });
    expect(isOfOtherBooks(set)).toBe(true);
    expect(
      [line(), line({ unitId: UNIT.id }), { ...set, statedReached: 1 }].map((one) => isOfOtherBooks(one)),
    ).toEqual([false, false, false]);
  });

  test('stand beside what its books show and what was stated', () => {
    expect(told(line({ statedReached: 3 }))).toEqual({
      whose: `${UNIT.name} (Nhà xây mới (nhà), năm 2024)`,
      target: '3',
      reached: '2',
      stated: '3',
      share: '66,6%',
      met: 'Chưa đạt',
    });
    expect(told(line())).not.toHaveProperty('stated');
  });

  test.each<[string, Partial<TargetLine>, Record<string, string>]>([
    ['in đồng', { indicator: 'VAN_DONG', target: 2_000_000 }, { target: '2.000.000\u00a0đ' }],
    ['met', { met: true, reached: 3, permille: 1000 }, { share: '100%', met: 'Đạt' }],
    [
      'of which the book does not tell',
      { reached: undefined, permille: undefined },
      { reached: '–', share: '–', met: 'Sổ này không cho biết' },
    ],
    ['set twice', { twice: true }, { target: '3 (giao nhiều lần, lấy lần sau cùng)' }],
    ['of houses that others pay for too', { shared: 1 }, { reached: '2 (trong đó 1 nhà làm chung)' }],
  ])('%s', (_, more, said) => {
    expect(told(line(more as Partial<TargetLine>))).toMatchObject(said);
  });

  test.each<[Partial<TargetLine>, string]>([
    [{ unitId: '20338' as UnitId, unitName: 'Phường Phước Hòa' }, 'Phường Phước Hòa'],
    [{ unplaced: 2 }, 'Đơn vị chưa rõ 2'],
    [{ organisation: ORGANISATION }, ORGANISATION],
    [{ organisations: 2 }, `${UNIT.name}: cộng 2 tổ chức`],
  ])('name whose they are: %j', (more, name) => {
    expect(told(line(more)).whose).toContain(name);
  });

  test.each<[string, Partial<TargetLine>, string]>([
    ['is not judged while those below are not counted', {}, 'Chưa tính cấp dưới'],
    ['is met where its own book reaches it', { met: true }, 'Đạt'],
    ['of one organisation is judged', { organisation: ORGANISATION }, 'Chưa đạt'],
  ])('of a province %s', (_, more, result) => {
    const [row] = targetRows([line(more)]);
    const column = targetColumns([line(more)], PROVINCE, FUND).find(({ id }) => id === 'met');
    expect(row && column?.text(row)).toBe(result);
  });

  test('lead to the row that sets them; a sum of rows leads nowhere', () => {
    const hrefOf = (only: TargetLine) => {
      const [row] = targetRows([only]);
      return row && targetColumns([only], UNIT, FUND)[0]?.href?.(row);
    };
    expect(hrefOf(line({ digest: DIGEST, row: 4 }))).toBe(fileHref(UNIT, FUND, DIGEST, 4));
    expect(hrefOf(line({ organisations: 2 }))).toBeUndefined();
  });

  test('begin with the latest year, and keep their order within it', () => {
    const rows = targetRows([
      line({ year: 2023 }),
      line({ organisations: 1 }),
      line({ organisation: ORGANISATION }),
    ]);
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '0']);
  });
});

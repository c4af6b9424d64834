import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { acrossOf } from '#domain/publish/across.ts';
import type { Unit } from '#domain/units/unit.ts';
import { provinceParts } from '#handlers/publish/publish-across.ts';
import { accountOf, movements, registry, unitOf } from './books.ts';

const [PROVINCE, COMMUNE, CONTINUING] = [unitOf('49'), unitOf('20335'), unitOf('01')];
const HALF_YEAR = { from: '2025-01-01', to: '2025-06-30' };

const sentBy = (unit: Unit, to: string, at: string) =>
  movements(
    'disbursements',
    'document_no,date,amount_vnd,purpose,to_unit',
    [`PC-1,2025-06-10,1000000,CHUYEN_CAP_DUOI,${to}`],
    { at, ...HALF_YEAR },
    unit,
  );
const receivedBy = (unit: Unit, from: string, at: string) =>
  movements(
    'contributions',
    'document_no,date,amount_vnd,channel,from_unit',
    [`PT-1,2025-06-12,1000000,CAP_TREN_CHUYEN,${from}`],
    { at, ...HALF_YEAR },
    unit,
  );
const partOf = (unit: Unit, file: ReturnType<typeof sentBy>) => accountOf([file], unit).part;

describe('a book’s part in what is told across units', () => {
  it.each([
    ['20335', { other: '20335' }],
    ['Xã Không Có Thật', { otherUnknown: true }],
    ['', {}],
  ])('says of a transfer to “%s” whether a unit is named, and whether it is known', (to, says) => {
    const { other, otherUnknown } = partOf(PROVINCE, sentBy(PROVINCE, to, '2025-07-20')).transfers[0] ?? {};
    expect({ ...(other && { other }), ...(otherUnknown && { otherUnknown }) }).toEqual(says);
  });

  it('leaves a transfer to a unit that nobody knows in transit, though another unit received as much', () => {
    const parts = [
      partOf(PROVINCE, sentBy(PROVINCE, 'Xã Không Có Thật', '2025-07-20')),
      partOf(COMMUNE, receivedBy(COMMUNE, '', '2025-07-20')),
    ];
    const { clearing, findings } = acrossOf(PROVINCE, parts, registry);
    expect(clearing).toMatchObject([{ transitVnd: 1_000_000, unsentVnd: 1_000_000, pairs: 0 }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['TRANSFER_NOT_RECEIVED', 'TRANSFER_FROM_NOBODY']);
  });

  it('says of a unit that ended when its last file came, to the centre too; of one that goes on, nothing', () => {
    const ended = partOf(PROVINCE, sentBy(PROVINCE, '20335', '2025-07-20'));
    expect(ended).toMatchObject({ asOf: '2025-06-30', receivedOn: '2025-07-20' });
    const commune = { ...ended, unit: COMMUNE, receivedOn: '2025-07-25' as IsoDate };
    expect(provinceParts(PROVINCE, [ended, commune])).toMatchObject([{ receivedOn: '2025-07-25' }]);
    const going = partOf(CONTINUING, sentBy(CONTINUING, '00001', '2025-07-20'));
    expect(going).not.toHaveProperty('receivedOn');
    expect(provinceParts(CONTINUING, [going, commune])[0]).not.toHaveProperty('receivedOn');
  });
});

import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { clearTransfers, isCleared, lateTransfers, type TransferSide } from '#domain/transfer/clear.ts';
import { got, HEIR, isAbove, madeOf, seen, sent, told } from './sides.ts';

const clear = (...sides: TransferSide[]) => clearTransfers(sides, { isAbove, madeOf });
const cleared = (...sides: TransferSide[]) => clear(...sides).map(seen);

type Row = [name: string, sides: TransferSide[], pairs: string[], left: string[]];
const A = '48001';
const B = '48002';
const toA = { other: A };
const toB = { other: B };

const expectRow = (_: string, sides: TransferSide[], pairs: string[], left: string[]) => {
  expect(cleared(...sides)).toEqual([{ pairs, left }]);
  expect(cleared(...[...sides].reverse())).toEqual([{ pairs, left }]);
};

describe('what a unit takes back', () => {
  it.each<Row>([
    [
      'nets with what it had entered, and what was entered again is received',
      [
        sent('48', 100, '2025-09-01', toA),
        sent('48', -100, '2025-09-02', toA),
        sent('48', 90, '2025-09-02', toA),
        got(A, 90, '2025-09-03'),
      ],
      ['09-01 48 100 + 09-02 48 -100 = ', '09-02 48 90 = 09-03 48001 90'],
      [],
    ],
    [
      'nets on the receiving side too, on the same day in any order of rows',
      [got(A, -7, '2025-09-01', { row: 1 }), got(A, 7, '2025-09-01', { row: 2 })],
      [' = 09-01 48001 -7 + 09-01 48001 7'],
      [],
    ],
    [
      'is the latest of two equal ones before it',
      [sent('48', 5, '2025-01-01', toA), sent('48', 5, '2025-02-01', toA), sent('48', -5, '2025-02-02', toA)],
      ['02-01 48 5 + 02-02 48 -5 = '],
      ['out 01-01 48 5'],
    ],
    [
      'is one of its own round first',
      [
        sent('48', 5, '2025-01-01', { other: A, round: '1' }),
        sent('48', 5, '2025-02-01', { other: A, round: '2' }),
        sent('48', -5, '2025-02-02', { other: A, round: '1' }),
      ],
      ['01-01 48 5 + 02-02 48 -5 = '],
      ['out 02-01 48 5'],
    ],
    [
      'is one of its own round however either row writes it',
      [
        sent('48', 5, '2025-01-01', { other: A, round: 'Đợt 1' }),
        sent('48', 5, '2025-02-01', { other: A, round: 'Đợt 2' }),
        sent('48', -5, '2025-02-02', { other: A, round: 'ĐỢT I' }),
      ],
      ['01-01 48 5 + 02-02 48 -5 = '],
      ['out 02-01 48 5'],
    ],
    [
      'does not come before it was entered',
      [sent('48', -5, '2025-01-01', toA), sent('48', 5, '2025-01-02', toA)],
      [],
      ['out 01-01 48 -5', 'out 01-02 48 5'],
    ],
    [
      'went to the same unit',
      [sent('48', 5, '2025-01-01', toA), sent('48', -5, '2025-01-02', toB)],
      [],
      ['out 01-01 48 5', 'out 01-02 48 -5'],
    ],
  ])('%s', expectRow);
});

describe('sums of one round, however each row writes it', () => {
  it.each<Row>([
    [
      'sent at any days are received as one',
      [
        sent('48', 5, '2025-01-10', { other: A, round: 'Đợt 1' }),
        sent('48', 7, '2025-05-10', { other: A, round: 'đợt 01' }),
        got(A, 12, '2025-05-12', { round: 'ĐỢT I' }),
      ],
      ['01-10 48 5 + 05-10 48 7 = 05-12 48001 12'],
      [],
    ],
    [
      'sent to nobody by name are all that units below took of it',
      [
        sent('48', 12, '2025-01-10', { round: 'Đợt 1' }),
        got(A, 5, '2025-01-12', { round: '1' }),
        got(B, 7, '2025-04-12', { round: 'ĐỢT I' }),
      ],
      ['01-10 48 12 = 01-12 48001 5 + 04-12 48002 7'],
      [],
    ],
  ])('%s', expectRow);
});

describe('what was sent to a unit by name', () => {
  it.each<Row>([
    [
      'is what that unit received of the same amount',
      [sent('48', 5, '2025-09-10', toA), got(B, 5, '2025-09-10'), got(A, 5, '2025-09-12')],
      ['09-10 48 5 = 09-12 48001 5'],
      ['in 09-10 48002 5'],
    ],
    [
      'may be noted as received 3 days before',
      [sent('48', 5, '2025-09-10', toA), got(A, 5, '2025-09-07')],
      ['09-10 48 5 = 09-07 48001 5'],
      [],
    ],
    [
      'is not received 4 days before',
      [sent('48', 5, '2025-09-10', toA), got(A, 5, '2025-09-06')],
      [],
      ['in 09-06 48001 5', 'out 09-10 48 5'],
    ],
    [
      'may be received any time after',
      [sent('48', 5, '2023-09-10', toA), got(A, 5, '2025-09-06')],
      ['09-10 48 5 = 09-06 48001 5'],
      [],
    ],
    [
      'is received in the same round first, however many days it took',
      [
        sent('48', 5, '2025-09-10', { other: A, round: '2' }),
        got(A, 5, '2025-09-10', { round: '1' }),
        got(A, 5, '2025-11-10', { round: '2' }),
      ],
      ['09-10 48 5 = 11-10 48001 5'],
      ['in 09-10 48001 5'],
    ],
    [
      'is received in the same round however either side writes it',
      [
        sent('48', 5, '2025-09-10', { other: A, round: 'Đợt II' }),
        got(A, 5, '2025-09-10', { round: 'Đợt 11' }),
        got(A, 5, '2025-11-10', { round: 'đợt 02' }),
      ],
      ['09-10 48 5 = 11-10 48001 5'],
      ['in 09-10 48001 5'],
    ],
    [
      'goes with the nearest in days of two equal ones',
      [sent('48', 5, '2025-01-10', toA), sent('48', 5, '2025-02-10', toA), got(A, 5, '2025-02-12')],
      ['02-10 48 5 = 02-12 48001 5'],
      ['out 01-10 48 5'],
    ],
    [
      'finds as many partners as there are',
      [
        sent('48', 5, '2025-01-04', toA),
        sent('48', 5, '2025-01-01', toA),
        got(A, 5, '2025-01-03'),
        got(A, 5, '2025-01-09'),
      ],
      ['01-01 48 5 = 01-09 48001 5', '01-04 48 5 = 01-03 48001 5'],
      [],
    ],
    [
      'is not what names another sender',
      [sent('48', 5, '2025-09-10', toA), got(A, 5, '2025-09-10', { other: 'TW' })],
      [],
      ['out 09-10 48 5', 'in 09-10 48001 5'],
    ],
  ])('%s', expectRow);
});

describe('what was sent to nobody by name', () => {
  it.each<Row>([
    [
      'is what a unit below received of the same amount, the nearest in days',
      [sent('48', 5, '2025-09-10'), got(A, 5, '2025-09-20'), got(B, 5, '2025-09-11')],
      ['09-10 48 5 = 09-11 48002 5'],
      ['in 09-20 48001 5'],
    ],
    [
      'is not what a unit received that is not below',
      [sent('48', 5, '2025-09-10'), got('66001', 5, '2025-09-11')],
      [],
      ['out 09-10 48 5', 'in 09-11 66001 5'],
    ],
    [
      'comes after what was sent by name',
      [
        sent('48', 5, '2025-09-10', { row: 1 }),
        sent('48', 5, '2025-09-10', { other: A, row: 2 }),
        got(A, 5, '2025-09-10'),
      ],
      ['09-10 48 5 = 09-10 48001 5'],
      ['out 09-10 48 5'],
    ],
    [
      'is received in the same round first',
      [
        sent('TW', 5, '2025-09-10', { round: 'X' }),
        got('48', 5, '2025-09-10'),
        got('66', 5, '2025-10-10', { round: 'X' }),
      ],
      ['09-10 TW 5 = 10-10 66 5'],
      ['in 09-10 48 5'],
    ],
  ])('%s', expectRow);
});

describe('what names an end that cannot be told', () => {
  const unknown = { unknown: true };
  it.each<Row>([
    [
      'was received by nobody, whatever others received',
      [sent('48', 5, '2025-09-10', unknown), got(A, 5, '2025-09-11')],
      [],
      ['out 09-10 48 5', 'in 09-11 48001 5'],
    ],
    [
      'was sent by nobody, whatever others sent to nobody by name',
      [sent('48', 5, '2025-09-10'), got(A, 5, '2025-09-11', unknown)],
      [],
      ['out 09-10 48 5', 'in 09-11 48001 5'],
    ],
    [
      'is what another unit sent to the receiver by name, of the same amount',
      [sent('48', 5, '2025-09-10', toA), got(A, 5, '2025-09-11', unknown)],
      ['09-10 48 5 = 09-11 48001 5'],
      [],
    ],
    [
      'is no part of a round',
      [
        sent('48', 12, '2025-09-01', { ...unknown, round: '3' }),
        got(A, 5, '2025-09-02', { round: '3' }),
        got(B, 7, '2025-09-02', { round: '3' }),
      ],
      [],
      ['out 09-01 48 12', 'in 09-02 48001 5', 'in 09-02 48002 7'],
    ],
    [
      'is no part of a round as a receipt either',
      [
        sent('48', 12, '2025-09-01', { round: '3' }),
        got(A, 5, '2025-09-02', { round: '3' }),
        got(B, 7, '2025-09-02', { ...unknown, round: '3' }),
      ],
      [],
      ['out 09-01 48 12', 'in 09-02 48001 5', 'in 09-02 48002 7'],
    ],
    [
      'is not the same transfer as one of another amount',
      [sent('48', 50, '2025-09-01', toA), got(A, 5, '2025-09-02', unknown)],
      [],
      ['out 09-01 48 50', 'in 09-02 48001 5'],
    ],
    [
      'takes back what named such an end, too, and nothing else',
      [
        sent('48', 5, '2025-09-01', { ...unknown, row: 1 }),
        sent('48', 5, '2025-09-01', { row: 2 }),
        sent('48', -5, '2025-09-02', unknown),
      ],
      ['09-01 48 5 + 09-02 48 -5 = '],
      ['out 09-01 48 5'],
    ],
  ])('%s', expectRow);
});

describe('what was sent to a unit that went into another, whole', () => {
  it.each<Row>([
    [
      'is received by that other, from the day on which it took the unit in',
      [sent('48', 5, '2025-02-10', toA), got(HEIR, 5, '2025-02-15')],
      ['02-10 48 5 = 02-15 48003 5'],
      [],
    ],
    [
      'is not received by that other before',
      [sent('48', 5, '2025-02-10', toA), got(HEIR, 5, '2025-02-14')],
      [],
      ['out 02-10 48 5', 'in 02-14 48003 5'],
    ],
    [
      'is not received by another unit',
      [sent('48', 5, '2025-02-10', toA), got(B, 5, '2025-02-15')],
      [],
      ['out 02-10 48 5', 'in 02-15 48002 5'],
    ],
    [
      'comes after what was sent to that other itself, however near',
      [
        sent('48', 5, '2025-02-10', toA),
        sent('48', 5, '2025-01-10', { other: HEIR }),
        got(HEIR, 5, '2025-02-15'),
      ],
      ['01-10 48 5 = 02-15 48003 5'],
      ['out 02-10 48 5'],
    ],
    [
      'is received in parts by the two',
      [
        sent('48', 12, '2025-02-10', toA),
        got(A, 5, '2025-02-11'),
        got(HEIR, 7, '2025-02-16', { other: '48' }),
      ],
      ['02-10 48 12 = 02-11 48001 5 + 02-16 48003 7'],
      [],
    ],
    [
      'is one finding where the amounts differ',
      [sent('48', 12, '2025-02-10', toA), got(HEIR, 7, '2025-02-16')],
      ['02-10 48 12 = 02-16 48003 7 (-5)'],
      [],
    ],
  ])('%s', expectRow);
});

describe('sums to the đồng', () => {
  it.each<Row>([
    [
      'pair several sent within 31 days with one received',
      [sent('48', 5, '2025-09-01', toA), sent('48', 7, '2025-10-02', toA), got(A, 12, '2025-10-05')],
      ['09-01 48 5 + 10-02 48 7 = 10-05 48001 12'],
      [],
    ],
    [
      'do not reach over more than 31 days',
      [sent('48', 5, '2025-09-01', toA), sent('48', 7, '2025-10-03', toA), got(A, 12, '2025-12-05')],
      [],
      ['out 09-01 48 5', 'out 10-03 48 7', 'in 12-05 48001 12'],
    ],
    [
      'reach over any days within one round',
      [
        sent('48', 5, '2025-01-01', { other: A, round: '1' }),
        sent('48', 7, '2025-06-01', { other: A, round: '1' }),
        got(A, 12, '2025-10-05', { round: '1' }),
      ],
      ['01-01 48 5 + 06-01 48 7 = 10-05 48001 12'],
      [],
    ],
    [
      'are of a whole round before they are of a part of it',
      [
        ...[4, 6, 3, -1, -2].map((amount, row) =>
          sent('48', amount, '2025-01-01', { other: A, round: '1', row }),
        ),
        got(A, 10, '2025-01-05', { round: '1' }),
      ],
      ['01-01 48 4 + 01-01 48 6 + 01-01 48 3 + 01-01 48 -1 + 01-01 48 -2 = 01-05 48001 10'],
      [],
    ],
    [
      'pair one sent with several received by that unit',
      [sent('48', 12, '2025-09-01', toA), got(A, 5, '2025-09-02'), got(A, 7, '2025-09-03')],
      ['09-01 48 12 = 09-02 48001 5 + 09-03 48001 7'],
      [],
    ],
    [
      'take in what was taken back in part',
      [sent('48', 100, '2025-09-01', toA), sent('48', -10, '2025-09-02', toA), got(A, 90, '2025-09-03')],
      ['09-01 48 100 + 09-02 48 -10 = 09-03 48001 90'],
      [],
    ],
    [
      'leave out what was sent to another unit',
      [sent('48', 5, '2025-09-01', toA), sent('48', 7, '2025-09-02', toB), got('48005', 12, '2025-09-05')],
      [],
      ['out 09-01 48 5', 'out 09-02 48 7', 'in 09-05 48005 12'],
    ],
    [
      'are no sums when one đồng is missing: sent and received that stand among others stay apart',
      [sent('48', 5, '2025-09-01', toA), sent('48', 7, '2025-09-02', toA), got(A, 11, '2025-09-05')],
      [],
      ['out 09-01 48 5', 'out 09-02 48 7', 'in 09-05 48001 11'],
    ],
    [
      'pair one sent in a round to nobody by name with all that units below received of that round',
      [
        sent('48', 12, '2025-09-01', { round: '3' }),
        got(A, 5, '2025-09-02', { round: '3' }),
        got(B, 7, '2025-10-20', { round: '3' }),
      ],
      ['09-01 48 12 = 09-02 48001 5 + 10-20 48002 7'],
      [],
    ],
    [
      'do not pair such a one with what was received more than 3 days before',
      [
        sent('48', 12, '2025-09-06', { round: '3' }),
        got(A, 5, '2025-09-02', { round: '3' }),
        got(B, 7, '2025-10-20', { round: '3' }),
      ],
      [],
      ['in 09-02 48001 5', 'out 09-06 48 12', 'in 10-20 48002 7'],
    ],
  ])('%s', expectRow);
});

describe('amounts that differ', () => {
  it.each<Row>([
    [
      'are one finding where nothing else is left between the two units',
      [sent('48', 50, '2025-09-01', toA), got(A, 5, '2025-10-02', { other: '48' })],
      ['09-01 48 50 = 10-02 48001 5 (-45)'],
      [],
    ],
    [
      'are two after more than 31 days',
      [sent('48', 50, '2025-09-01', toA), got(A, 5, '2025-10-03')],
      [],
      ['out 09-01 48 50', 'in 10-03 48001 5'],
    ],
    [
      'are one in a round, the nearest amounts first',
      [
        sent('48', 10, '2025-01-01', { other: A, round: '1' }),
        sent('48', 20, '2025-01-01', { other: A, round: '1' }),
        got(A, 25, '2025-07-01', { round: '1' }),
      ],
      ['01-01 48 20 = 07-01 48001 25 (5)'],
      ['out 01-01 48 10'],
    ],
    [
      'are two where it was received more than 3 days before, in one round too',
      [sent('48', 50, '2025-09-05', { other: A, round: '1' }), got(A, 5, '2025-09-01', { round: '1' })],
      [],
      ['in 09-01 48001 5', 'out 09-05 48 50'],
    ],
    [
      'are two where the same amount was received long before',
      [sent('48', 7, '2025-03-05', { other: A, round: '1' }), got(A, 7, '2025-01-17', { round: '1' })],
      [],
      ['in 01-17 48001 7', 'out 03-05 48 7'],
    ],
    [
      'are of a round what had been sent by then, not the nearest of later ones',
      [
        sent('48', 10, '2025-01-01', { other: A, round: '1' }),
        sent('48', 20, '2025-03-01', { other: A, round: '1' }),
        got(A, 21, '2025-01-05', { round: '1' }),
        got(A, 22, '2025-03-05', { round: '1' }),
      ],
      ['01-01 48 10 = 01-05 48001 21 (11)', '03-01 48 20 = 03-05 48001 22 (2)'],
      [],
    ],
    [
      'are two where each names another round',
      [sent('48', 50, '2025-09-01', { other: A, round: '1' }), got(A, 5, '2025-09-02', { round: '2' })],
      [],
      ['out 09-01 48 50', 'in 09-02 48001 5'],
    ],
    [
      'are two where one took back and the other received',
      [sent('48', -50, '2025-09-01', toA), got(A, 5, '2025-09-02')],
      [],
      ['out 09-01 48 -50', 'in 09-02 48001 5'],
    ],
    [
      'are two within one round too where one took back and the other received',
      [sent('48', -50, '2025-09-01', { other: A, round: '1' }), got(A, 5, '2025-09-02', { round: '1' })],
      [],
      ['out 09-01 48 -50', 'in 09-02 48001 5'],
    ],
    [
      'are two where another sender is named',
      [sent('48', 50, '2025-09-01', toA), got(A, 5, '2025-09-02', { other: 'TW' })],
      [],
      ['out 09-01 48 50', 'in 09-02 48001 5'],
    ],
  ])('%s', expectRow);
});

describe('a clearing', () => {
  it('has sums of what was sent, received, is in transit, was sent by nobody, and differs', () => {
    const [clearing] = clear(
      sent('48', 100, '2025-01-01', toA),
      got(A, 100, '2025-01-02'),
      sent('48', 50, '2025-05-01', toA),
      got(A, 45, '2025-05-02'),
      sent('48', 30, '2025-09-01', toB),
      got('48003', 8, '2025-09-01'),
    );
    expect(clearing).toMatchObject({
      sentVnd: 180,
      receivedVnd: 153,
      transitVnd: 30,
      unsentVnd: 8,
      differingVnd: -5,
    });
  });

  it('is made fund by fund, and not for a fund in which only zeros were written', () => {
    const found = clear(
      sent('48', 5, '2025-01-01', toA),
      got(A, 5, '2025-01-01', { fund: 'YAGI-2024' }),
      sent('48', 0, '2025-01-01', { other: A, fund: 'BAO-2025' }),
    );
    expect(found.map(({ fund, transitVnd, unsentVnd }) => [fund, transitVnd, unsentVnd])).toEqual([
      ['QVNN', 5, 0],
      ['YAGI-2024', 0, 5],
    ]);
  });

  it('is not cleared by sums that cancel out', () => {
    const cancelling = clear(sent('48', 5, '2025-01-01', toA), sent('48', -5, '2025-01-01', toB));
    expect(cancelling.map((one) => [one.transitVnd as number, isCleared(one)])).toEqual([[0, false]]);
    const differing = clear(
      sent('48', 50, '2025-01-01', toA),
      got(A, 45, '2025-01-01'),
      sent('48', 50, '2025-01-01', toB),
      got(B, 55, '2025-01-01'),
    );
    expect(differing.map((one) => [one.differingVnd as number, isCleared(one)])).toEqual([[0, false]]);
    expect(differing).toMatchObject([{ differingPairs: 2, differingGrossVnd: 10 }]);
  });

  it('is cleared when all that was sent was received', () => {
    const found = clear(sent('48', 5, '2025-01-01', toA), got(A, 5, '2025-01-02'));
    expect(found.map(isCleared)).toEqual([true]);
  });
});

describe('what is late', () => {
  const [clearing] = clear(
    sent('48', 1, '2025-08-31', toA),
    sent('48', 2, '2025-09-01', toB),
    sent('48', -3, '2025-01-01', { other: '48003' }),
    got('48004', 4, '2025-01-01'),
  );

  it.each([
    ['2025-09-15', 15, []],
    ['2025-09-16', 15, ['08-31 48 1']],
    ['2025-09-17', 15, ['08-31 48 1', '09-01 48 2']],
    ['2025-09-01', 0, ['08-31 48 1']],
  ])('on %s after %i days is what was sent earlier and nobody received', (asOf, days, late) => {
    if (clearing === undefined) throw new Error('no clearing');
    expect(lateTransfers(clearing, asOf as IsoDate, days).map(told)).toEqual(late);
  });
});

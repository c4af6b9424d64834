import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Indicator } from '#domain/codes.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import { acrossOf, acrossParts } from '#domain/publish/across.ts';
import {
  type Across,
  AcrossSchema,
  type BookPart,
  type Transfer,
  type Year,
} from '#domain/publish/across-schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { TRANSFER_DAYS } from '#domain/transfer/side.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitId } from '#domain/units/unit.ts';

const registry = shippedRegistry();

function unitOf(id: string): Unit {
  const unit = registry.byId(id as UnitId);
  if (unit === undefined) throw new Error(`${id} is not in the registry`);
  return unit;
}

const COMMUNE = unitOf('20335');
const PROVINCE = unitOf(COMMUNE.provinceId ?? '');
const COMMUNES = [...registry.all()].filter(({ provinceId }) => provinceId === PROVINCE.id).slice(0, 13);
const CENTRE = unitOf('TW');
const DIGEST = 'a'.repeat(64) as Sha256;
const CAME = '2025-06-30T02:00:00.000Z' as Instant;

interface Row {
  readonly date?: string;
  readonly other?: string | undefined;
  readonly round?: string | undefined;
}
let rows = 1;
const transfer = (
  direction: Transfer['direction'],
  amount: number,
  { date, other, round }: Row = {},
): Transfer => {
  rows += 1;
  return {
    direction,
    date: (date ?? '2025-03-01') as IsoDate,
    amountVnd: vnd(amount),
    row: rows,
    digest: DIGEST,
    since: CAME,
    ...(other === undefined ? {} : { other: other as UnitId }),
    ...(round === undefined ? {} : { round }),
  };
};
const sent = (amount: number, row?: Row) => transfer('out', amount, row);
const got = (amount: number, row?: Row) => transfer('in', amount, row);

const NO_YEAR: Omit<Year, 'year'> = {
  donationsVnd: vnd(0),
  usesVnd: vnd(0),
  households: 0,
  livelihoods: 0,
  newHouses: 0,
  repairs: 0,
};
const raised = (year: string, amount: number): Year => ({ ...NO_YEAR, year, donationsVnd: vnd(amount) });

const book = (unit: Unit, more: Partial<BookPart> = {}): BookPart => ({
  unit,
  fund: 'QVNN' as FundCode,
  asOf: '2025-06-30' as IsoDate,
  transfers: [],
  retracted: [],
  told: [[CAME, '2025-06-30' as IsoDate]],
  explanations: [],
  years: [],
  targets: [],
  ...more,
});

const target = (amount: number, unitId?: string, more: Partial<BookPart['targets'][number]> = {}) => {
  rows += 1;
  return {
    year: '2025',
    indicator: 'VAN_DONG' as Indicator,
    target: amount,
    digest: DIGEST,
    row: rows,
    since: CAME,
    ...(unitId === undefined ? {} : { unitId: unitId as UnitId }),
    ...more,
  };
};

const across = (...parts: BookPart[]): Across => acrossOf(PROVINCE, parts, registry, hashText);
const [FIRST, SECOND] = COMMUNES as [Unit, Unit];

describe('transfers of a province and its communes', () => {
  it('sent and received are a pair, and leave nothing open', () => {
    const shown = across(
      book(PROVINCE, { transfers: [sent(700, { other: FIRST.id })] }),
      book(FIRST, { transfers: [got(700, { date: '2025-03-04' })] }),
    );
    expect(shown.clearing).toMatchObject([
      {
        fund: 'QVNN',
        sentVnd: 700,
        receivedVnd: 700,
        transitVnd: 0,
        unsentVnd: 0,
        differingVnd: 0,
        pairs: 1,
        unpaired: 0,
      },
    ]);
    expect(shown.findings).toEqual([]);
  });

  it('name both books of a pair whose amounts differ, once, received less sent', () => {
    const shown = across(
      book(PROVINCE, { transfers: [sent(700, { other: FIRST.id })] }),
      book(FIRST, { transfers: [got(690, { date: '2025-03-04' })] }),
    );
    expect(shown.clearing).toMatchObject([{ differingVnd: -10, transitVnd: 0, unsentVnd: 0, pairs: 1 }]);
    expect(shown.findings).toMatchObject([
      {
        rule: 'TRANSFER_AMOUNTS_DIFFER',
        severity: 'error',
        expectedVnd: 700,
        actualVnd: 690,
        differenceVnd: -10,
        params: { unit: PROVINCE.name, fund: 'QVNN', other: FIRST.name },
      },
    ]);
  });

  it('that differ both ways are told in gross: neither difference hides the other', () => {
    const shown = across(
      book(PROVINCE, { transfers: [sent(100, { other: FIRST.id }), sent(100, { other: SECOND.id })] }),
      book(FIRST, { transfers: [got(40, { date: '2025-03-04' })] }),
      book(SECOND, { transfers: [got(160, { date: '2025-03-04' })] }),
    );
    const told = { differingVnd: 0, differingPairs: 2, differingGrossVnd: 120, unpaired: 0 };
    expect(shown.clearing).toMatchObject([told]);
    expect(acrossParts(shown).cleared).toMatchObject([told]);
    expect(shown.findings.map(({ differenceVnd }) => differenceVnd)).toEqual([-60, 60]);
  });

  it('that the sender alone took back in part are named at once, with what the receiver still has', () => {
    const shown = across(
      book(PROVINCE, {
        transfers: [sent(10, { other: FIRST.id }), sent(-4, { other: FIRST.id, date: '2025-06-29' })],
      }),
      book(FIRST, { transfers: [got(10, { date: '2025-03-04' })] }),
    );
    expect(shown.clearing).toMatchObject([{ transitVnd: -4, pairs: 1, unpaired: 1 }]);
    expect(shown.findings).toMatchObject([
      {
        rule: 'TRANSFER_TAKEN_BACK',
        actualVnd: 4,
        date: '2025-06-29',
        params: { unit: PROVINCE.name, other: FIRST.name },
      },
    ]);
  });

  it('to a unit that cannot be told stay in transit, whatever others received, and are named', () => {
    const to = { ...sent(700), otherUnknown: true as const };
    const shown = across(book(PROVINCE, { transfers: [to] }), book(FIRST, { transfers: [got(700)] }));
    expect(shown.clearing).toMatchObject([{ transitVnd: 700, unsentVnd: 700, pairs: 0 }]);
    expect(shown.findings).toMatchObject([
      { rule: 'TRANSFER_NOT_RECEIVED', params: { other: 'đơn vị ghi không rõ tên' } },
      { rule: 'TRANSFER_FROM_NOBODY' },
    ]);
  });

  it.each([
    ['2025-07-10', 0],
    ['2025-07-11', 1],
  ])('of a province that ended are late by the day on which its last file came: %s', (receivedOn, named) => {
    const lastDay = { asOf: '2025-06-30' as IsoDate, receivedOn: receivedOn as IsoDate };
    const late = sent(50, { other: FIRST.id, date: '2025-06-10' });
    expect(across(book(PROVINCE, { ...lastDay, transfers: [late] })).findings).toHaveLength(named);
  });

  it('are not late by when a file came that does not reach the last day of its unit', () => {
    const early = { asOf: '2025-03-31' as IsoDate, receivedOn: '2025-05-20' as IsoDate };
    expect(across(book(PROVINCE, { ...early, transfers: [sent(50, { other: FIRST.id })] })).findings).toEqual(
      [],
    );
  });

  it('that nobody sent are named at once', () => {
    const shown = across(book(PROVINCE), book(FIRST, { transfers: [got(40)] }));
    expect(shown.clearing).toMatchObject([{ unsentVnd: 40, unpaired: 1 }]);
    expect(shown.findings).toMatchObject([
      { rule: 'TRANSFER_FROM_NOBODY', actualVnd: 40, params: { unit: FIRST.name } },
    ]);
  });

  it.each([
    ['2025-03-31', 30, 0],
    ['2025-04-01', 31, 1],
    ['2026-04-01', 396, 1],
  ])('sent on 1 March and not received are named by %s, after %i days: %i', (asOf, days, named) => {
    expect((Date.parse(asOf) - Date.parse('2025-03-01')) / 86_400_000).toBe(days);
    expect(days > TRANSFER_DAYS).toBe(named === 1);
    const shown = across(
      book(PROVINCE, { asOf: asOf as IsoDate, transfers: [sent(700, { other: FIRST.id })] }),
    );
    expect(shown.findings.map(({ rule }) => rule)).toEqual(Array(named).fill('TRANSFER_NOT_RECEIVED'));
    expect(shown.clearing).toMatchObject([{ transitVnd: 700 }]);
    if (named === 1)
      expect(shown.findings).toMatchObject([
        { actualVnd: 700, params: { other: FIRST.name, days: TRANSFER_DAYS } },
      ]);
  });

  it('are late by the latest day of the books of the fund, of no other fund’s', () => {
    const parts = (fund: string) => [
      book(PROVINCE, { asOf: '2025-03-05' as IsoDate, transfers: [sent(700)] }),
      book(SECOND, { asOf: '2025-05-01' as IsoDate, fund: fund as FundCode }),
    ];
    expect(across(...parts('QVNN')).findings).toHaveLength(1);
    expect(across(...parts('YAGI-2024')).findings).toEqual([]);
  });

  it('from the centre are told above, and not among the province’s own', () => {
    const province = book(PROVINCE, { transfers: [got(900), sent(700, { other: FIRST.id })] });
    const below = across(province, book(FIRST, { transfers: [got(700)] }));
    expect(below.clearing).toMatchObject([{ sentVnd: 700, receivedVnd: 700, unsentVnd: 0 }]);
    const above = acrossOf(
      undefined,
      [book(CENTRE, { transfers: [sent(900, { other: PROVINCE.id })] }), province],
      registry,
      hashText,
    );
    expect(above.clearing).toMatchObject([
      { sentVnd: 900, receivedVnd: 900, transitVnd: 0, unsentVnd: 0, pairs: 1 },
    ]);
    expect([...below.findings, ...above.findings]).toEqual([]);
    expect(above.unit).toBeUndefined();
    expect(below.unit).toEqual(PROVINCE);
  });

  it('never pair two communes: money goes down, not across', () => {
    const shown = across(
      book(PROVINCE),
      book(FIRST, { transfers: [sent(40)] }),
      book(SECOND, { transfers: [got(40)] }),
    );
    expect(shown.clearing).toMatchObject([{ transitVnd: 40, unsentVnd: 40, pairs: 0, unpaired: 2 }]);
  });

  it('point to their places in the books as they are listed', () => {
    const shown = across(
      book(SECOND, { transfers: [got(5), got(40)] }),
      book(PROVINCE, { transfers: [got(900), sent(40, { other: SECOND.id })] }),
    );
    const at = ([at, i]: readonly [number, number]) => shown.books[at]?.transfers[i];
    const [clearing] = shown.clearing;
    expect(
      clearing?.pairing.map(({ out, in: taken }) => [...out, ...taken].map((side) => at(side)?.amountVnd)),
    ).toEqual([[40, 40]]);
    expect(clearing?.open.map((side) => at(side)?.amountVnd)).toEqual([5]);
  });
});

describe('a transfer across a change of units', () => {
  const BEFORE = '2025-06-30';
  const going = (id: UnitId) => registry.successors(id).filter(({ on }) => on === '2025-07-01');
  const inHanoi = registry
    .all()
    .filter(({ provinceId, validTo }) => provinceId === '01' && validTo === BEFORE);
  const shownOf = (receiver: Unit, heir: Unit, above: Unit | undefined, sender: Unit) =>
    acrossOf(
      above,
      [
        book(sender, { transfers: [sent(50, { date: '2025-06-25', other: receiver.id })] }),
        book(heir, { transfers: [got(50, { date: '2025-07-03', other: sender.id })] }),
      ],
      registry,
      hashText,
    ).clearing;

  it('to a commune that went whole into another is cleared when that one receives it', () => {
    const whole = inHanoi.filter(({ id }) => going(id).length === 1 && going(id)[0]?.extent === 'WHOLE');
    expect(whole.length).toBeGreaterThan(50);
    for (const unit of whole.slice(0, 30)) {
      const heir = unitOf(going(unit.id)[0]?.to ?? '');
      expect(shownOf(unit, heir, unitOf('01'), unitOf('01')), unit.id).toMatchObject([
        { pairs: 1, unpaired: 0, transitVnd: 0, unsentVnd: 0 },
      ]);
    }
  });

  it('to a commune that went into two is cleared by neither', () => {
    const split = inHanoi.filter(({ id }) => going(id).length > 1);
    expect(split.length).toBeGreaterThan(10);
    for (const unit of split.slice(0, 30)) {
      for (const { to } of going(unit.id)) {
        expect(shownOf(unit, unitOf(to), unitOf('01'), unitOf('01')), unit.id).toMatchObject([
          { pairs: 0, unpaired: 2, transitVnd: 50, unsentVnd: 50 },
        ]);
      }
    }
  });

  it('to a province that was merged is cleared when the new one receives it', () => {
    const heir = unitOf(going(PROVINCE.id)[0]?.to ?? '');
    expect(shownOf(PROVINCE, heir, undefined, CENTRE)).toMatchObject([{ pairs: 1, unpaired: 0 }]);
  });
});

describe('units at the other end of a transfer', () => {
  const ABROAD = unitOf('25159');
  const ABROAD_CALLED = { id: ABROAD.id, name: 'Thị trấn Cát Tiên', province: 'Tỉnh Lâm Đồng' };
  const to = (other: string) => sent(700, { other });

  it('are named where nothing else in the object names them: by id, of another province with that', () => {
    const shown = across(book(PROVINCE, { transfers: [to(ABROAD.id), to('14'), to(ABROAD.id)] }));
    expect(shown.others).toEqual([{ id: '14', name: 'Tỉnh Sơn La' }, ABROAD_CALLED]);
  });

  it('are named with their province where it is the nation that is told of', () => {
    const shown = acrossOf(
      undefined,
      [book(CENTRE, { transfers: [to(ABROAD.id), to(FIRST.id)] })],
      registry,
      hashText,
    );
    expect(shown.others).toEqual([
      { id: FIRST.id, name: FIRST.name, province: PROVINCE.name },
      ABROAD_CALLED,
    ]);
  });

  it('are named without it where they lie in the province that is told of', () => {
    // Ended before the last day of the books: not silent then.
    const ended = unitOf('20338');
    expect(ended.validTo).toBe('2024-12-31');
    const shown = across(book(PROVINCE, { transfers: [to(ended.id)] }));
    expect(shown.others).toEqual([{ id: ended.id, name: ended.name }]);
  });

  it('are not named twice: not those that keep books here, nor silent ones', () => {
    const silent = unitOf('20341');
    const shown = across(
      book(PROVINCE, { transfers: [to(FIRST.id), to(silent.id), sent(1)] }),
      book(FIRST, { transfers: [got(700, { other: PROVINCE.id })] }),
    );
    expect(shown.silent.map(({ id }) => id)).toContain(silent.id);
    expect(shown).not.toHaveProperty('others');
  });

  it('are not named of transfers that another object tells of', () => {
    const shown = across(book(PROVINCE, { transfers: [got(900, { other: 'TW' })] }));
    expect(shown).not.toHaveProperty('others');
  });

  it('are called the same by findings', () => {
    const late = { asOf: '2025-06-30' as IsoDate, transfers: [to(ABROAD.id)] };
    expect(across(book(PROVINCE, late)).findings).toMatchObject([
      { rule: 'TRANSFER_NOT_RECEIVED', params: { other: 'Thị trấn Cát Tiên, Tỉnh Lâm Đồng' } },
    ]);
  });
});

const side = fc.record({
  out: fc.boolean(),
  commune: fc.constantFrom(...COMMUNES.slice(0, 3)),
  named: fc.boolean(),
  amount: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 1, arbitrary: fc.integer({ min: -4, max: 9 }) },
  ),
  date: fc
    .integer({ min: 0, max: 90 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)),
  round: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  fund: fc.constantFrom('QVNN', 'QVNN', 'YAGI-2024'),
});

/** Books of a province and three communes in two funds. */
const parts = fc.array(side, { maxLength: 14 }).map((sides): BookPart[] => {
  const made = sides.map(({ out, commune, named, amount, date, round, fund }) => ({
    unit: out ? PROVINCE : commune,
    fund,
    transfer: transfer(out ? 'out' : 'in', amount, {
      date,
      round,
      other: named ? (out ? commune.id : PROVINCE.id) : undefined,
    }),
  }));
  const books = Map.groupBy(made, ({ unit, fund }) => `${unit.id} ${fund}`);
  return [...books.values()].flatMap((own) =>
    own
      .slice(0, 1)
      .map(({ unit, fund }) =>
        book(unit, { fund: fund as FundCode, transfers: own.map(({ transfer: one }) => one) }),
      ),
  );
});

describe('the clearing of any books', () => {
  it('comes to zero when and only when every transfer is in a pair that agrees', () => {
    fc.assert(
      fc.property(parts, (books) => {
        for (const {
          transitVnd,
          unsentVnd,
          differingVnd,
          sentVnd,
          receivedVnd,
          unpaired,
          open,
          pairing,
          pairs,
        } of across(...books).clearing) {
          expect(receivedVnd - sentVnd).toBe(unsentVnd + differingVnd - transitVnd);
          expect([pairs, unpaired]).toEqual([pairing.length, open.length]);
          const agrees = open.length === 0 && pairing.every(({ differenceVnd }) => differenceVnd === 0);
          if (agrees) expect([transitVnd, unsentVnd, differingVnd]).toEqual([0, 0, 0]);
          if (agrees) expect(receivedVnd).toBe(sentVnd);
          // Where nothing was taken back, sums cannot hide one another.
          if (books.every(({ transfers }) => transfers.every(({ amountVnd }) => amountVnd > 0)))
            expect(transitVnd === 0 && unsentVnd === 0).toBe(open.length === 0);
        }
      }),
    );
  });

  it('has findings that explain every đồng between sent and received, once it is late', () => {
    fc.assert(
      fc.property(parts, (books) => {
        const { clearing, findings } = across(
          ...books.map((one) => ({ ...one, asOf: '2026-12-31' as IsoDate })),
        );
        const signOf: Record<string, number> = {
          TRANSFER_NOT_RECEIVED: -1,
          TRANSFER_TAKEN_BACK: 1,
          TRANSFER_FROM_NOBODY: 1,
        };
        const told = findings.map(({ rule, actualVnd, differenceVnd }) =>
          rule === 'TRANSFER_AMOUNTS_DIFFER'
            ? (differenceVnd ?? 0)
            : (signOf[rule] ?? Number.NaN) * (actualVnd ?? 0),
        );
        const between = clearing.map(({ receivedVnd, sentVnd }) => receivedVnd - sentVnd);
        expect(told.reduce((a, b) => a + b, 0)).toBe(between.reduce((a, b) => a + b, 0));
        const isClear = clearing.every(
          ({ unpaired, differingPairs }) => unpaired === 0 && differingPairs === 0,
        );
        expect(findings.length === 0).toBe(isClear);
      }),
    );
  });

  it('shows each transfer of an amount once, in a pair or open, per fund, with its amounts', () => {
    fc.assert(
      fc.property(parts, (books) => {
        const shown = across(...books);
        const amountOf = ([at, i]: readonly [number, number]) =>
          shown.books[at]?.transfers[i]?.amountVnd ?? Number.NaN;
        const all = (sides: readonly (readonly [number, number])[]) =>
          sides.reduce((sum, one) => sum + amountOf(one), 0);
        const used = shown.clearing.flatMap(({ pairing, open }) => [
          ...pairing.flatMap((pair) => [...pair.out, ...pair.in]),
          ...open,
        ]);
        const moving = shown.books.flatMap(({ transfers }, at) =>
          transfers.flatMap(({ amountVnd }, i) => (amountVnd === 0 ? [] : [`${at} ${i}`])),
        );
        expect(used.map(([at, i]) => `${at} ${i}`).sort()).toEqual(moving.sort());
        for (const { fund, pairing, open, sentVnd } of shown.clearing) {
          for (const pair of pairing) expect(all(pair.in) - all(pair.out)).toBe(pair.differenceVnd);
          const own = [...pairing.flatMap((pair) => [...pair.out, ...pair.in]), ...open];
          expect(own.every(([at]) => shown.books[at]?.fund === fund)).toBe(true);
          const outs = own.filter(([at, i]) => shown.books[at]?.transfers[i]?.direction === 'out');
          expect(all(outs)).toBe(sentVnd);
        }
      }),
    );
  });

  it('is the same in whatever order the books come, and is what the schema says', () => {
    fc.assert(
      fc.property(
        parts.chain((books) =>
          fc.tuple(fc.constant(books), fc.shuffledSubarray(books, { minLength: books.length })),
        ),
        ([books, shuffled]) => {
          const shown = across(...books);
          expect(across(...shuffled)).toEqual(shown);
          expect(v.parse(AcrossSchema, structuredClone(shown))).toEqual(shown);
        },
      ),
    );
  });

  it('redraws from the books that it shows', () => {
    fc.assert(
      fc.property(parts, (books) => {
        const shown = across(...books);
        expect(across(...shown.books)).toEqual(shown);
      }),
    );
  });

  it('is told by a node of the tree in sums, with how many findings there are', () => {
    fc.assert(
      fc.property(parts, (books) => {
        const shown = across(...books);
        const told = acrossParts(shown);
        expect(told.cleared.map(({ fund, transitVnd }) => [fund, transitVnd])).toEqual(
          shown.clearing.map(({ fund, transitVnd }) => [fund, transitVnd]),
        );
        const { error, warning, info } = told.acrossFindings;
        expect(error + warning + info).toBe(shown.findings.length);
        expect(error).toBe(shown.findings.filter(({ severity }) => severity === 'error').length);
      }),
    );
  });
});

describe('plans', () => {
  /** As Tam Kỳ planned for 2023: 2 tỷ in all, and every one of 13 communes its own. */
  const each = 154_000_000;
  const plan = (reached: readonly number[], more: readonly BookPart[] = []) =>
    across(
      book(PROVINCE, { targets: [target(2_000_000_000), ...COMMUNES.map(({ id }) => target(each, id))] }),
      ...COMMUNES.map((unit, i) => book(unit, { years: [raised('2025', reached[i] ?? 0)] })),
      ...more,
    );
  const everyone = COMMUNES.map(() => each);

  it('have 13 communes', () => expect(COMMUNES).toHaveLength(13));

  it('count the communes that reached theirs beside what all reached together', () => {
    const most = [...everyone];
    most[4] = each - 1;
    expect(plan(most).plans).toEqual([
      {
        fund: 'QVNN',
        year: '2025',
        indicator: 'VAN_DONG',
        target: 2_000_000_000,
        reached: 13 * each - 1,
        units: 13,
        unitsMet: 12,
        unitsTarget: 13 * each,
        unitsReached: 13 * each - 1,
        unitsBelow: 0,
        met: false,
      },
    ]);
    expect(plan(everyone).plans).toMatchObject([{ units: 13, unitsMet: 13, reached: 13 * each, met: true }]);
  });

  it('are not met by one commune for another', () => {
    const rich = COMMUNES.map((_, i) => (i === 0 ? 2_000_000_000 : 0));
    expect(plan(rich).plans).toMatchObject([{ reached: 2_000_000_000, unitsMet: 1, met: false }]);
  });

  it('ask nothing of communes without a target, and tell how many there were at the end of the year', () => {
    const inYear = (year: string) =>
      across(
        book(PROVINCE, { targets: [target(1, undefined, { year }), target(1, FIRST.id, { year })] }),
        book(FIRST, { years: [raised(year, 1)] }),
      ).plans;
    const there = registry.communeCount(PROVINCE.id, '2024-12-31' as IsoDate);
    expect(there).toBeGreaterThan(1);
    expect(inYear('2024')).toMatchObject([{ units: 1, unitsMet: 1, unitsBelow: there, met: true }]);
    // The province ended in the middle of 2025: no commune of it was there at the end.
    expect(inYear('2025')).toMatchObject([{ units: 1, unitsMet: 1, unitsBelow: 0, met: true }]);
  });

  it('fall short of the whole when every unit met its own', () => {
    const shown = across(
      book(PROVINCE, { targets: [target(3), target(1, FIRST.id), target(1, SECOND.id)] }),
      ...[FIRST, SECOND].map((unit) => book(unit, { years: [raised('2025', 1)] })),
    );
    expect(shown.plans).toMatchObject([{ target: 3, reached: 2, units: 2, unitsMet: 2, met: false }]);
  });

  it('count the greatest of what a commune and the province set for it, once', () => {
    for (const [own, met] of [
      [each + 1, 12],
      [each - 1, 13],
      [each, 13],
    ] as const) {
      const shown = plan(everyone, [book(FIRST, { fund: 'QVNN' as FundCode, targets: [target(own)] })]);
      expect(shown.plans).toMatchObject([
        { units: 13, unitsMet: met, unitsTarget: 12 * each + Math.max(own, each) },
      ]);
      expect(shown.unitPlans.filter(({ unit }) => unit.id === FIRST.id)).toMatchObject([
        { target: Math.max(own, each) },
      ]);
    }
  });

  it('show each unit’s with what it reached, of its own book alone', () => {
    const shown = plan(everyone);
    expect(shown.unitPlans).toHaveLength(13);
    expect(shown.unitPlans.every(({ reached, target: wanted }) => reached === each && wanted === each)).toBe(
      true,
    );
    expect(shown.unitPlans.map(({ unit }) => unit.id)).toEqual(COMMUNES.map(({ id }) => id).sort());
  });

  it('of one year, fund or indicator are no other’s', () => {
    const shown = across(
      book(FIRST, {
        targets: [
          target(5),
          target(2, undefined, { indicator: 'NHA_XAY_MOI' }),
          target(9, undefined, { year: '2024' }),
        ],
        years: [
          raised('2024', 9),
          { ...raised('2025', 4), newHouses: 2, repairs: 7, livelihoods: 8, households: 11 },
        ],
      }),
      book(FIRST, { fund: 'YAGI-2024' as FundCode, years: [raised('2025', 500)] }),
    );
    expect(
      shown.plans.map(({ fund, year, indicator, reached, units, unitsMet }) => [
        fund,
        year,
        indicator,
        reached,
        units,
        unitsMet,
      ]),
    ).toEqual([
      ['QVNN', '2024', 'VAN_DONG', 9, 1, 1],
      ['QVNN', '2025', 'NHA_XAY_MOI', 2, 1, 1],
      ['QVNN', '2025', 'VAN_DONG', 4, 1, 0],
    ]);
  });

  it('count what the indicator names', () => {
    const year: Year = {
      year: '2025',
      donationsVnd: vnd(1),
      usesVnd: vnd(99),
      households: 2,
      livelihoods: 3,
      newHouses: 4,
      repairs: 5,
    };
    const indicators = { VAN_DONG: 1, HO_GIUP: 2, SINH_KE: 3, NHA_XAY_MOI: 4, NHA_SUA_CHUA: 5 } as const;
    for (const [indicator, reached] of Object.entries(indicators)) {
      const shown = across(
        book(FIRST, {
          years: [year],
          targets: [target(reached, undefined, { indicator: indicator as Indicator })],
        }),
      );
      expect(shown.unitPlans).toMatchObject([{ reached, target: reached }]);
      expect(shown.plans).toMatchObject([{ unitsMet: 1 }]);
    }
  });

  it('of the province alone have no share', () => {
    const shown = across(
      book(PROVINCE, { targets: [target(10)], years: [raised('2025', 4)] }),
      book(FIRST, { years: [raised('2025', 6)] }),
    );
    expect(shown.plans).toMatchObject([{ target: 10, reached: 10, units: 0, unitsMet: 0, unitsTarget: 0 }]);
    expect(shown.unitPlans).toEqual([]);
  });

  it('stated by the province as reached otherwise than the books show are named, its own and those below', () => {
    const shown = across(
      book(PROVINCE, {
        targets: [
          target(20, undefined, { stated: 12 }),
          target(7, FIRST.id, { stated: 7 }),
          target(3, SECOND.id, { stated: 2 }),
        ],
        years: [raised('2025', 1)],
      }),
      book(FIRST, { targets: [target(7, undefined, { stated: 99 })], years: [raised('2025', 7)] }),
      book(SECOND, { years: [raised('2025', 3)] }),
    );
    expect(
      shown.findings.map(({ rule, expectedVnd, actualVnd, differenceVnd, params }) => [
        rule,
        expectedVnd,
        actualVnd,
        differenceVnd,
        params?.unit,
      ]),
    ).toEqual([
      ['TARGET_STATED_DIFFERS', 11, 12, 1, PROVINCE.name],
      ['TARGET_STATED_DIFFERS', 3, 2, -1, PROVINCE.name],
    ]);
  });

  it('do not depend on the order of books', () => {
    const books = [
      book(PROVINCE, {
        targets: [target(20), target(7, FIRST.id), target(3, SECOND.id)],
        years: [raised('2025', 1)],
      }),
      book(FIRST, { targets: [target(7)], years: [raised('2025', 7)] }),
      book(SECOND, { targets: [target(4)], years: [raised('2025', 3)] }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(books, { minLength: 3 }), (shuffled) => {
        expect(across(...shuffled)).toEqual(across(...books));
      }),
      { numRuns: 12 },
    );
    expect(across(...books).plans).toMatchObject([
      { target: 20, reached: 11, units: 2, unitsMet: 1, unitsTarget: 11 },
    ]);
  });
});

describe('units of which nothing was handed in', () => {
  const own = registry
    .communes('2025-06-30' as IsoDate)
    .filter(({ provinceId }) => provinceId === PROVINCE.id);

  it('are those below that have no book of any fund, as many as there were on the last day of the books', () => {
    const across = acrossOf(
      PROVINCE,
      [book(PROVINCE), book(COMMUNE), book(COMMUNE, { fund: 'X' as FundCode })],
      registry,
      hashText,
    );
    expect(across.below).toBe(own.length);
    expect(across.silent).toHaveLength(own.length - 1);
    expect(across.silent.map(({ id }) => id)).not.toContain(COMMUNE.id);
  });

  it('are told of a province that ended as of its last day, however late its books came', () => {
    const late = acrossOf(PROVINCE, [book(COMMUNE, { asOf: '2025-12-31' as IsoDate })], registry, hashText);
    expect(PROVINCE.validTo).toBe('2025-06-30');
    expect(late.below).toBe(own.length);
  });

  it('are provinces where the centre is above', () => {
    const day = '2025-12-31' as IsoDate;
    const across = acrossOf(undefined, [book(CENTRE, { asOf: day })], registry, hashText);
    expect(across.below).toBe(34);
    expect(across.silent).toHaveLength(34);
  });
});

describe('a finding that came and went while files came one by one', () => {
  const later = (hours: number, day = '2025-06-30') => `${day}T0${hours}:00:00.000Z` as Instant;
  const ours = book(PROVINCE, { transfers: [sent(700, { other: FIRST.id })] });
  const theirs = (since: Instant, more: Partial<BookPart> = {}) =>
    book(FIRST, { transfers: [{ ...got(700, { date: '2025-03-04' }), since }], ...more });
  const [{ mark } = { mark: '' }] = across(ours).findings;
  const explained = (of: string) => [
    {
      ...{ mark: of, text: 'Đang làm thủ tục', by: 'Kế toán', on: '2025-06-30' as IsoDate, digest: DIGEST },
      ...{ row: 2, came: later(3) },
    },
  ];

  it('within a day is not told as settled, and the next day it is', () => {
    expect(mark).toMatch(/^x/);
    expect(across(ours, theirs(later(5))).resolved).toEqual([]);
    expect(across(ours, theirs(later(5, '2025-07-01'))).resolved).toMatchObject([
      { mark, resolved: { on: '2025-07-01', unitId: FIRST.id } },
    ]);
  });

  it('may have been explained in between: that is no explanation in vain', () => {
    const shown = across(ours, theirs(later(5), { explanations: explained(mark) }));
    expect(shown.findings).toEqual([]);
    expect(shown.resolved).toMatchObject([{ mark, explained: { unitId: FIRST.id } }]);
    const vain = across(ours, theirs(later(5), { explanations: explained('x0123456789') }));
    expect(vain.findings).toMatchObject([
      { rule: 'TRANSFER_EXPLANATION_UNKNOWN', rows: [2], unitId: FIRST.id },
    ]);
  });

  it('is not known to be unknown where more was taken back than is kept', () => {
    const untold = { ...ours, untold: later(4) };
    const shown = across(untold, theirs(later(5), { explanations: explained('x0123456789') }));
    expect(shown.findings.map(({ rule }) => rule)).not.toContain('TRANSFER_EXPLANATION_UNKNOWN');
  });
});

describe('findings between units are explained, and settled, each by itself', () => {
  const PAID = '2025-03-01';
  const out = (amount: number, more: Row & { since?: Instant; first?: string } = {}) => ({
    ...sent(amount, { date: PAID, other: FIRST.id, ...more }),
    ...(more.since === undefined ? {} : { since: more.since }),
    ...(more.first === undefined ? {} : { first: more.first.repeat(64) as Sha256 }),
  });
  const explains = (of: string) => ({
    ...{ mark: of, text: 'Đã hỏi', by: 'Kế toán', on: '2025-06-30' as IsoDate, digest: DIGEST, row: 2 },
    came: CAME,
  });
  const marks = (shown: Across) => shown.findings.map(({ mark }) => mark);

  it.each([
    ['another round', { round: 'Đợt 1' }, { round: 'Đợt 2' }],
    ['another file', { first: 'b' }, { first: 'c' }],
  ])('what was said of one does not slide to its like of %s', (_, one, other) => {
    const both = across(book(PROVINCE, { transfers: [out(100, one), out(100, other)] }));
    expect(new Set(marks(both)).size).toBe(2);
    for (const alone of [one, other]) {
      const [mark = ''] = marks(across(book(PROVINCE, { transfers: [out(100, alone)] })));
      expect(marks(both)).toContain(mark);
      const rest = alone === one ? other : one;
      const left = across(
        book(PROVINCE, { transfers: [out(100, rest)] }),
        book(FIRST, { explanations: [explains(mark)] }),
      );
      expect(left.findings[0]).toMatchObject({ rule: 'TRANSFER_NOT_RECEIVED', status: 'OPEN' });
    }
  });

  it('only by those that it is between', () => {
    const transfers = [out(100)];
    const [mark = ''] = marks(across(book(PROVINCE, { transfers })));
    const by = (unit: Unit) =>
      across(book(PROVINCE, { transfers }), book(unit, { explanations: [explains(mark)] }));
    expect(by(FIRST).findings.map(({ status }) => status)).toEqual(['EXPLAINED']);
    expect(by(SECOND).findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['TRANSFER_NOT_RECEIVED', 'OPEN'],
      ['TRANSFER_EXPLANATION_UNKNOWN', 'OPEN'],
    ]);
  });

  it('and to explain an explanation in vain makes no other of these', () => {
    const transfers = [out(100)];
    const vain = across(book(PROVINCE, { transfers, explanations: [explains('x0123456789')] }));
    const mark = vain.findings.find(({ rule }) => rule === 'TRANSFER_EXPLANATION_UNKNOWN')?.mark ?? '';
    const again = across(
      book(PROVINCE, { transfers, explanations: [explains('x0123456789'), explains(mark)] }),
    );
    expect(again.findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['TRANSFER_NOT_RECEIVED', 'OPEN'],
      ['TRANSFER_EXPLANATION_UNKNOWN', 'EXPLAINED'],
    ]);
  });

  it('one of two amounts of a day is settled while the other stands', () => {
    const transfers = [out(100), out(250)];
    const received = { ...got(100, { date: '2025-03-02' }), since: '2025-07-05T02:00:00.000Z' as Instant };
    const shown = across(book(PROVINCE, { transfers }), book(FIRST, { transfers: [received] }));
    expect(shown.findings.map(({ actualVnd }) => actualVnd)).toEqual([250]);
    expect(shown.resolved.map(({ actualVnd }) => actualVnd)).toEqual([100]);
  });

  it('a day that is corrected settles nothing, and the finding keeps its age', () => {
    const later = '2025-08-01T02:00:00.000Z' as Instant;
    const wrong = { ...out(100), until: later, by: 'd'.repeat(64) as Sha256 };
    const right = { ...out(100, { date: '2025-03-02', since: later }), digest: 'd'.repeat(64) as Sha256 };
    const shown = across(
      book(PROVINCE, {
        transfers: [right],
        retracted: [wrong],
        told: [
          [CAME, '2025-06-30' as IsoDate],
          [later, '2025-07-31' as IsoDate],
        ],
      }),
    );
    expect(shown.resolved).toEqual([]);
    expect(shown.findings).toMatchObject([{ date: '2025-03-02', since: '2025-06-30' }]);
  });

  it('the list of one fund takes no room from another, and says how many it leaves out', () => {
    const many = Array.from({ length: 501 }, (_, i) => out(1000 + i));
    const other = { ...book(PROVINCE, { transfers: [out(5)] }), fund: 'YAGI-2024' as FundCode };
    const shown = across(book(PROVINCE, { transfers: many }), other);
    expect(shown.findings.filter(({ fund }) => fund === 'YAGI-2024')).toHaveLength(1);
    expect(shown.unlisted).toEqual([{ fund: 'QVNN', count: 1 }]);
    expect(shown.findings[0]?.actualVnd).toBe(1500);
    expect(shown.findingCounts.warning).toBe(502);
  });
});

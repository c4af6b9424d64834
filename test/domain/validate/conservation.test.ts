import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPortions } from '#test/support/read-book.ts';
import { contextOf, contributionsOf, readBook } from './support.ts';

/** A line with what must become of it. `readable`: the amount that counts, wherever the row ends. */
interface Line {
  readonly text: string;
  readonly fate: 'accepted' | 'quarantined' | 'ignored';
  readonly readable: number;
}

const HEADING = 'Số CT,Ngày,Người ủng hộ,Đối tượng ủng hộ,Hình thức,Số tiền,Hiện vật,Số lượng,ĐVT,Ghi chú';
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const grouped = (vnd: number) => String(vnd).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
const printed = (vnd: number) =>
  fc.constantFrom(
    String(vnd),
    grouped(vnd),
    `${grouped(vnd)} đồng`,
    vnd < 0 ? `(${grouped(-vnd)})` : grouped(vnd),
    vnd < 0 ? `${grouped(-vnd)}-` : `${grouped(vnd)}đ`,
    // Three decimals could be thousands: a file with nothing else would go back for it.
    vnd % 10 === 0 ? `"${vnd / 1000} nghìn"`.replace('.', ',') : String(vnd),
  );
const day = fc.constantFrom('05/03/2024', '2024-03-05', '1/1/2024', '31/12/2024', '01/01/2023');
const name = fc.constantFrom('', 'MTQ', 'Công ty Ví Dụ', '"A, B"', '"dòng\n hai"', 'Nguyễn Ví Dụ');
const klass = fc.constantFrom('', 'CA_NHAN', 'doanh nghiệp', 'TAP_THE');
const channel = fc.constantFrom('', 'TIEN_MAT', 'LAI_TIEN_GUI', 'CAP_TREN_CHUYEN');
const goods = fc.constantFrom(',,', ',,', 'Gạo,5,kg', '"Mì, gói",,', 'Nước,"7,5",thùng');

const sound: fc.Arbitrary<Line> = fc
  .tuple(
    day,
    name,
    klass,
    channel,
    amount.chain((vnd) => fc.tuple(fc.constant(vnd), printed(vnd))),
    goods,
  )
  .map(([on, who, what, how, [vnd, text], things]) => ({
    text: `PT,${on},${who},${what},${how},${text},${things},`,
    fate: 'accepted',
    readable: vnd,
  }));
const goodsOnly: fc.Arbitrary<Line> = day.map((on) => ({
  text: `,${on},,,HIEN_VAT,,Gạo,5,kg,`,
  fate: 'accepted',
  readable: 0,
}));
/** Set aside, but its amount can be read. */
const broken: fc.Arbitrary<Line> = fc
  .tuple(amount, fc.constantFrom('x', '', '31/02/2024', '05/03/2999'), fc.constantFrom('', 'XE_DAP'))
  .map(([vnd, on, how]) => ({ text: `PT,${on},A,,${how},${vnd},,,,`, fate: 'quarantined', readable: vnd }));
const unreadable: fc.Arbitrary<Line> = fc
  .constantFrom(
    'PT,05/03/2024,A,,,năm triệu,,,,',
    'PT,05/03/2024,A,,,nt,,,,',
    'PT,05/03/2024,A,,,,,,,',
    'PT,05/03/2024,A,,,5',
    'PT,05/03/2024,A"B,,,5,,,,',
    'PT,05/03/2024,A,,,5,,,,,x',
  )
  .map((text) => ({ text, fate: 'quarantined', readable: 0 }));
const skipped: fc.Arbitrary<Line> = fc
  .constantFrom('', ',,,,,,,,,', '  ', 'Tổng cộng,,,,,123,,,,', 'Cộng mang sang,,,,,9,,,,', 'Tổng cộng')
  .map((text) => ({ text, fate: 'ignored', readable: 0 }));
const file = fc.record({
  before: fc.array(fc.constantFrom('', ',,,,,,,,,'), { maxLength: 2 }),
  lines: fc.array(fc.oneof({ weight: 4, arbitrary: sound }, goodsOnly, broken, unreadable, skipped), {
    maxLength: 40,
  }),
  end: fc.constantFrom('\n', '\r\n'),
});

const OTHER_INFLOWS = new Set<string | undefined>(['LAI_TIEN_GUI', 'CAP_TREN_CHUYEN']);

const sum = (lines: readonly Line[]) => lines.reduce((total, { readable }) => total + readable, 0);

describe('nothing is lost, nothing invented', () => {
  it('each row ends as exactly one of three, and every readable đồng is accounted for', () => {
    fc.assert(
      fc.property(file, ({ before, lines, end }) => {
        const { entries, outcome } = readBook(
          [...before, HEADING, ...lines.map(({ text }) => text), ''].join(end),
        );
        const of = (fate: Line['fate']) => lines.filter((line) => line.fate === fate);
        if (of('accepted').length === 0) {
          expect(outcome.ok).toBe(false);
          expect(entries).toEqual([]);
          return;
        }
        if (!outcome.ok) throw new Error(outcome.error[0].rule);
        const { rows, acceptedVnd, quarantinedVnd, sums, entries: count } = outcome.value;
        expect(rows).toMatchObject({
          total: before.length + 1 + lines.length,
          accepted: of('accepted').length,
          quarantined: of('quarantined').length,
          ignored: before.length + 1 + of('ignored').length,
        });
        const money = entries.reduce((total, { amountVnd }) => total + (amountVnd ?? 0), 0);
        expect(money).toBe(sum(of('accepted')));
        expect([acceptedVnd, quarantinedVnd]).toEqual([sum(of('accepted')), sum(of('quarantined'))]);
        expect(count).toBe(entries.length);
        expect(new Set(entries.map(({ row }) => row)).size).toBe(rows.accepted);
        expect(sums.days.reduce((total, { inVnd }) => total + inVnd, 0)).toBe(money);
        expect(sums.bySource.reduce((total, { amountVnd }) => total + amountVnd, 0)).toBe(money);
        for (const { source, amountVnd } of sums.bySource) {
          const own = contributionsOf(entries).filter(
            ({ channel, donorClass }) => (OTHER_INFLOWS.has(channel) ? channel : donorClass) === source,
          );
          expect(own.reduce((total, entry) => total + (entry.amountVnd ?? 0), 0)).toBe(amountVnd);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('and a total states what was computed up to it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sound, broken, unreadable), { minLength: 1, maxLength: 20 }), (lines) => {
        fc.pre(lines.some(({ fate }) => fate === 'accepted'));
        const { outcome } = readBook(
          [HEADING, ...lines.map(({ text }) => text), `Tổng cộng,,,,,${sum(lines)},,,,`].join('\n'),
        );
        expect(outcome).toMatchObject({
          value: { controlTotals: [{ statedVnd: sum(lines), computedVnd: sum(lines) }] },
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('any bytes at all', () => {
  const bytes = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom(
          HEADING,
          '\n',
          '\r\n',
          'Ngày,Số tiền\n',
          'Tổng cộng,,',
          '01/01/2024,',
          '999999999999999,',
          '"',
        )
        .map((text) => Buffer.from(text)),
    ),
    { maxLength: 30 },
  );
  it('end in a report or in reasons, never in an exception', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom('contributions' as const, 'disbursements' as const),
        (portions, kind) => {
          const { outcome } = readPortions(portions, { kind, context: contextOf({ kind }), overrides: {} });
          expect(outcome.refusal !== undefined || outcome.table !== undefined).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

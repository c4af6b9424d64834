import { isUse, type Purpose } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import { isQuarantined, type SampleContribution, type SampleDisbursement } from '../book.ts';
import { addDays, someDay } from '../days.ts';
import { person } from '../names.ts';
import type { Prng } from '../prng.ts';
import { Store } from './goods.ts';

export interface DisbursementPlan {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** How many payments to try; fewer come about where the money does not reach. */
  readonly rows: number;
  /** No more than this in all. */
  readonly budgetVnd: number;
  readonly purposes: Readonly<Partial<Record<Purpose, number>>>;
  /** Communes of use as cells: codes or names. */
  readonly communes: readonly string[];
  readonly documentPrefix: string;
  readonly decision: string;
  readonly campaign?: string;
  /** Codes of drives by purpose. */
  readonly drives?: Readonly<Partial<Record<Purpose, string>>>;
  /** Payments settled elsewhere, such as transfers to lower levels. */
  readonly fixed?: readonly SampleDisbursement[];
}

interface Rate {
  /** At least and at most for one household, in thousands of đồng. */
  readonly thousands: readonly [number, number];
  readonly households: readonly [number, number];
}

/** Paid as a plan says, not by rates. */
type Fixed = 'CHUYEN_CAP_DUOI' | 'BAN_GIAO_SO_DU' | 'HOAN_TRA' | 'PHI_NGAN_HANG';
const isFixed = (purpose: Purpose): purpose is Fixed => !isUse(purpose);

const RATES: Readonly<Record<Exclude<Purpose, Fixed>, Rate>> = {
  NHA_XAY_MOI: { thousands: [50_000, 60_000], households: [1, 1] },
  NHA_SUA_CHUA: { thousands: [20_000, 25_000], households: [1, 1] },
  SINH_KE: { thousands: [5_000, 10_000], households: [1, 4] },
  GIAO_DUC: { thousands: [1_000, 1_000], households: [1, 10] },
  Y_TE: { thousands: [1_000, 3_000], households: [1, 3] },
  TET: { thousands: [500, 500], households: [5, 40] },
  CUU_DOI: { thousands: [300, 300], households: [5, 30] },
  DOT_XUAT: { thousands: [2_000, 5_000], households: [1, 2] },
  THIET_HAI_NGUOI: { thousands: [25_000, 25_000], households: [1, 1] },
  THIET_HAI_NHA: { thousands: [25_000, 50_000], households: [1, 6] },
  DI_DOI: { thousands: [30_000, 30_000], households: [1, 8] },
  CONG_TRINH_CONG_DONG: { thousands: [30_000, 90_000], households: [0, 0] },
  KHAC: { thousands: [500, 2_000], households: [1, 3] },
};

/** What may be spent by a day: what there was, what had come in and was entered, less what was spent. */
function purse(
  openingVnd: number,
  received: readonly SampleContribution[],
  spent: readonly SampleDisbursement[],
) {
  const moves = [
    ...received
      .filter((row) => !isQuarantined(row))
      .map((row) => ({ date: row.date, vnd: row.amountVnd ?? 0 })),
    ...spent.map((row) => ({ date: row.date, vnd: -(row.amountVnd ?? 0) })),
  ];
  return {
    /** The least that will be left on this day or any later one, as things stand. */
    free(day: IsoDate): number {
      const days = [...new Set([day, ...moves.map((move) => move.date).filter((date) => date > day)])];
      const left = (on: IsoDate) =>
        moves.reduce((sum, move) => (move.date <= on ? sum + move.vnd : sum), openingVnd);
      return Math.min(...days.map(left));
    },
    spend: (date: IsoDate, vnd: number) => moves.push({ date, vnd: -vnd }),
  };
}

/**
 * Payments of a period in order of day, numbered. Never more than there is on any day, never more goods than came
 * in: a flaw has to be put in by hand.
 */
export function makeDisbursements(
  prng: Prng,
  plan: DisbursementPlan,
  openingVnd: number,
  received: readonly SampleContribution[],
): SampleDisbursement[] {
  const fixed = plan.fixed ?? [];
  const money = purse(openingVnd, received, fixed);
  const store = new Store(received);
  const rows: SampleDisbursement[] = [...fixed];
  let leftVnd = plan.budgetVnd;
  const days = Array.from({ length: plan.rows }, () => someDay(prng, plan.from, plan.to)).sort();
  for (const date of days) {
    const purpose = prng.weighted(inSeason(plan, date));
    if (isFixed(purpose)) throw new Error(`${purpose} is a fixed payment`);
    const { thousands, households: range } = RATES[purpose];
    const rateVnd = Math.round(prng.int(...thousands) / 100) * 100_000;
    const most = Math.floor(Math.min(leftVnd, money.free(date)) / rateVnd);
    const goods = prng.chance(0.2) ? store.take(prng, date) : undefined;
    const wanted = Math.max(1, prng.int(...range));
    const households = Math.min(wanted, most);
    if (households < 1 && goods === undefined) continue;
    const amountVnd = goods && prng.chance(0.7) ? 0 : Math.max(0, households) * rateVnd;
    money.spend(date, amountVnd);
    leftVnd -= amountVnd;
    rows.push(
      payment(prng, plan, {
        date,
        purpose,
        amountVnd,
        goods,
        households: range[1] === 0 ? 0 : amountVnd > 0 ? households : wanted,
      }),
    );
  }
  return rows
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((row, i) => ({
      ...row,
      documentNo: row.documentNo ?? `${plan.documentPrefix}-${String(i + 1).padStart(3, '0')}`,
      decisionNo: row.decisionNo ?? `${1 + Math.floor(i / 2)}/${plan.decision}`,
    }));
}

/** Tết is in the first weeks of a year's book, and then much of what is paid. */
function inSeason(plan: DisbursementPlan, date: IsoDate): DisbursementPlan['purposes'] {
  const { TET, ...others } = plan.purposes;
  return TET === undefined || date > addDays(plan.from, 35) ? others : { ...others, TET: TET * 6 };
}

interface Payment {
  readonly date: IsoDate;
  readonly purpose: Purpose;
  readonly amountVnd: number;
  readonly goods: SampleDisbursement['goods'] | undefined;
  readonly households: number;
}

function payment(
  prng: Prng,
  plan: DisbursementPlan,
  { date, purpose, amountVnd, goods, households }: Payment,
): SampleDisbursement {
  const campaign = plan.drives?.[purpose] ?? plan.campaign;
  return {
    date,
    purpose,
    commune: prng.pick(plan.communes),
    hamlet: prng.pick(['Thôn', 'Khối phố', 'Tổ dân phố', 'Bản']).concat(` Mẫu ${prng.int(1, 9)}`),
    beneficiaryClass: prng.weighted({ HO_NGHEO: 5, HO_CAN_NGHEO: 3, HOAN_CANH_KHO_KHAN: 2 }),
    ...(amountVnd === 0 ? {} : { amountVnd }),
    ...(goods === undefined ? {} : { goods }),
    ...(households === 0 ? {} : { households, persons: households * prng.int(2, 5) }),
    ...(households === 1
      ? { beneficiaryRef: prng.chance(0.3) ? person(prng) : `HN-${prng.int(1000, 9999)}` }
      : {}),
    ...(campaign === undefined ? {} : { campaign }),
  };
}

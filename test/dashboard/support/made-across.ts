/** Money between levels, and plans, of the made-up snapshot: some of it on its way, from nobody, or of two amounts. */
import { createHash } from 'node:crypto';
import { SNAPSHOT_VERSION as version } from '#domain/publish/node-parts.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitId } from '#domain/units/unit.ts';
import { DAY, FUND } from './made-totals.ts';

const unitOf = (id: string): Unit => {
  const unit = shippedRegistry().byId(id as UnitId);
  if (unit === undefined) throw new Error(`no unit ${id}`);
  return unit;
};
export const CENTRE = unitOf('TW');
export const SON_LA = unitOf('14');
/** Units of today: their codes were others' before. */
export const TO_HIEU_UNIT = unitOf('03646@2025-07-01');
export const CHIENG_AN_UNIT = unitOf('03664@2025-07-01');

export const digestOf = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;
export const SENT_VND = 1_500_000_000;
export const TRANSIT_VND = 500_000_000;
export const PASSED_VND = 120_000_000;
export const TAKEN_VND = 119_000_000;
export const UNSENT_VND = 7_000_000;

export const SENDS = digestOf('centre sends');
export const PASSES = digestOf('province passes on');
export const TAKES = digestOf('commune takes');
export const GIVEN = digestOf('commune was given');
const TAKES_TOP = digestOf('province takes');
const EXPLAINS = digestOf('commune explains');
export const TARGETS = digestOf('targets of the province');

const SINCE = '2025-10-02';
const CAME = `${SINCE}T02:00:00.000Z`;
const part = (unit: Unit, transfers: readonly object[], targets: readonly object[] = []) => ({
  ...{ unit, fund: FUND, asOf: DAY, years: [], retracted: [], told: [[CAME, DAY]], explanations: [] },
  transfers: transfers.map((line) => ({ ...line, since: CAME })),
  targets: targets.map((line) => ({ ...line, since: CAME })),
});

export const nationAcross = {
  ...{ type: 'across', version },
  books: [
    part(CENTRE, [
      {
        direction: 'out',
        date: '2025-08-01',
        amountVnd: SENT_VND - TRANSIT_VND,
        row: 2,
        digest: SENDS,
        other: '14',
      },
      {
        direction: 'out',
        date: '2025-09-20',
        amountVnd: TRANSIT_VND,
        row: 3,
        digest: SENDS,
        other: '14',
        round: 'Đợt 2',
      },
    ]),
    part(SON_LA, [
      { direction: 'in', date: '2025-08-02', amountVnd: SENT_VND - TRANSIT_VND, row: 2, digest: TAKES_TOP },
    ]),
  ],
  clearing: [
    {
      ...{ fund: FUND, sentVnd: SENT_VND, receivedVnd: SENT_VND - TRANSIT_VND, transitVnd: TRANSIT_VND },
      ...{ unsentVnd: 0, differingVnd: 0, pairs: 1, unpaired: 1 },
      pairing: [{ out: [[0, 0]], in: [[1, 0]], differenceVnd: 0 }],
      open: [[0, 1]],
    },
  ],
  plans: [],
  unitPlans: [],
  below: 3,
  findingCounts: { error: 1, warning: 1, info: 0 },
  silent: [],
  findings: [
    {
      ...{
        rule: 'TRANSFER_NOT_RECEIVED',
        severity: 'warning',
        count: 1,
        digest: SENDS,
        rows: [3],
        date: '2025-09-20',
      },
      ...{ actualVnd: TRANSIT_VND, params: { unit: CENTRE.name, other: SON_LA.name, fund: FUND, days: 10 } },
      ...{
        mark: 't0123456789',
        since: SINCE,
        status: 'OPEN',
        fund: FUND,
        unitId: CENTRE.id,
        parties: ['14', 'TW'],
      },
    },
  ],
  resolved: [],
};

export const PLANS = [
  {
    ...{ fund: FUND, year: '2025', indicator: 'VAN_DONG', target: 400_000_000, reached: 339_083_709 },
    ...{ units: 13, unitsMet: 11, unitsTarget: 390_000_000, unitsBelow: 75, met: false },
  },
  {
    ...{
      fund: FUND,
      year: '2025',
      indicator: 'NHA_XAY_MOI',
      reached: 7,
      units: 0,
      unitsMet: 0,
      unitsTarget: 0,
      unitsBelow: 75,
      met: false,
    },
  },
];

export const provinceAcross = {
  ...{ type: 'across', version, unit: SON_LA },
  books: [
    part(
      SON_LA,
      [
        {
          direction: 'out',
          date: '2025-08-14',
          amountVnd: PASSED_VND,
          row: 2,
          digest: PASSES,
          other: '03646@2025-07-01',
          round: 'Đợt 1',
        },
      ],
      [
        {
          year: '2025',
          indicator: 'VAN_DONG',
          unitId: '03646@2025-07-01',
          target: 30_000_000,
          digest: TARGETS,
          row: 2,
        },
        {
          year: '2025',
          indicator: 'VAN_DONG',
          unitId: '03664@2025-07-01',
          target: 30_000_000,
          digest: TARGETS,
          row: 3,
        },
      ],
    ),
    part(TO_HIEU_UNIT, [
      { direction: 'in', date: '2025-08-15', amountVnd: TAKEN_VND, row: 6, digest: TAKES },
    ]),
    part(CHIENG_AN_UNIT, [
      { direction: 'in', date: '2025-09-01', amountVnd: UNSENT_VND, row: 4, digest: GIVEN },
    ]),
  ],
  clearing: [
    {
      ...{
        fund: FUND,
        sentVnd: PASSED_VND,
        receivedVnd: TAKEN_VND + UNSENT_VND,
        transitVnd: 0,
        unsentVnd: UNSENT_VND,
      },
      ...{ differingVnd: TAKEN_VND - PASSED_VND, pairs: 1, unpaired: 1 },
      pairing: [{ out: [[0, 0]], in: [[1, 0]], differenceVnd: TAKEN_VND - PASSED_VND }],
      open: [[2, 0]],
    },
  ],
  plans: PLANS,
  unitPlans: [
    {
      ...{
        fund: FUND,
        year: '2025',
        indicator: 'VAN_DONG',
        unit: TO_HIEU_UNIT,
        target: 30_000_000,
        reached: 36_083_709,
      },
      ...{ digest: TARGETS, row: 2 },
    },
    {
      ...{
        fund: FUND,
        year: '2025',
        indicator: 'VAN_DONG',
        unit: CHIENG_AN_UNIT,
        target: 30_000_000,
        reached: 3_000_000,
      },
      ...{ digest: TARGETS, row: 3 },
    },
  ],
  below: 3,
  findingCounts: { error: 1, warning: 1, info: 0 },
  silent: [],
  findings: [
    {
      ...{ rule: 'TRANSFER_AMOUNTS_DIFFER', severity: 'error', count: 1, digest: PASSES, rows: [2] },
      ...{ expectedVnd: PASSED_VND, actualVnd: TAKEN_VND, differenceVnd: TAKEN_VND - PASSED_VND },
      ...{ date: '2025-08-14', params: { unit: SON_LA.name, other: TO_HIEU_UNIT.name, fund: FUND } },
      ...{
        mark: 'x0123456789',
        since: SINCE,
        status: 'EXPLAINED',
        fund: FUND,
        unitId: SON_LA.id,
        parties: [TO_HIEU_UNIT.id, '14'],
      },
      explained: {
        ...{
          text: 'Ngân hàng thu phí chuyển tiền',
          by: 'Kế toán',
          on: '2025-10-05',
          digest: EXPLAINS,
          row: 2,
        },
        unitId: TO_HIEU_UNIT.id,
      },
    },
    {
      ...{ rule: 'TRANSFER_FROM_NOBODY', severity: 'warning', count: 1, digest: GIVEN, rows: [4] },
      ...{ date: '2025-09-01', actualVnd: UNSENT_VND, params: { unit: CHIENG_AN_UNIT.name, fund: FUND } },
      ...{
        mark: 'x9876543210',
        since: SINCE,
        status: 'OPEN',
        fund: FUND,
        unitId: CHIENG_AN_UNIT.id,
        parties: [CHIENG_AN_UNIT.id, '14'],
      },
    },
  ],
  resolved: [],
};

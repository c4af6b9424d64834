/** Invented books of 2024 with statements of a bank, transfers, plans, houses and decisions, handed in for real. */
import { csv, given, spent } from '#test/domain/validate/support.ts';
import { Counter } from '#test/support/counter.ts';
import type { TestEngines } from '#test/support/engines.ts';
import { makePipeline, publicBytes } from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';
import type { Site } from './snapshot.ts';

export const [QUANG_NAM, TAN_THANH, PHUOC_HOA] = ['49', '20335', '20338'] as const;
/** Without a book: a commune of the province, and one of another. */
const [AN_MY, CAT_TIEN] = ['20341', '25159'] as const;
const MARCH = { from: '2024-03-01', to: '2024-03-31' } as const;
const INTO = { kind: 'contributions' } as const;
const OUT_OF = { kind: 'disbursements' } as const;

const sent = (day: string, to: string, millions: number) =>
  spent({
    ...{ document_no: `PC ${day} ${to}`, date: `${day}/2024`, purpose: 'CHUYEN_CAP_DUOI', commune: '' },
    ...{ amount_vnd: `${millions}.000.000`, to_unit: to, round: 'Đợt 1' },
  });
const received = (day: string, from: string, millions: number) =>
  given({
    ...{ document_no: `PT ${day} ${from}`, date: `${day}/2024`, donor: '', donor_class: '' },
    ...{ channel: 'CAP_TREN_CHUYEN', amount_vnd: `${millions}.000.000`, from_unit: from, round: 'Đợt 1' },
  });

/** A line of a statement; `moved` is signed. */
const line = (date: string, document: string, moved: number, balance: number) => ({
  ...{ date, document_no: document, description: 'chuyen tien' },
  debit_vnd: moved < 0 ? String(-moved) : '',
  credit_vnd: moved > 0 ? String(moved) : '',
  balance_vnd: String(balance),
});

const house = (name: string, status: string, day: string, funder: string, amount: string) => ({
  ...{ house: name, work: 'NHA_XAY_MOI', status, date: `${day}/2024`, commune: TAN_THANH },
  ...{ funder, amount_vnd: amount },
});

const target = (unit: string, figure: string) => ({
  ...{ year: '2024', indicator: 'VAN_DONG', for_unit: unit, target: figure },
});

/** In transit from province to communes, and what a commune was given less than was sent. */
export const [ON_ITS_WAY_VND, SHORT_VND] = [10_000_000, 1_000_000];
/** In transit from the centre to a commune that keeps no book. */
export const STRAIGHT_DOWN_VND = 5_000_000;

/** Hands all of it in, explains one finding of the commune's book, and gives what is public then. */
export async function publishReconciled(engines: TestEngines): Promise<Site> {
  const pipeline = await makePipeline(engines);
  const counter = new Counter(engines, pipeline);
  const published = new Published(pipeline.site);
  await counter.enter(csv([given({ amount_vnd: '200.000.000', date: '10/01/2024' })]), {
    unit: 'TW',
    ...INTO,
  });
  await counter.enter(csv([sent('01/02', QUANG_NAM, 100), sent('03/02', CAT_TIEN, 5)]), {
    unit: 'TW',
    ...OUT_OF,
  });
  await counter.enter(csv([received('02/02', 'TW', 100)]), { unit: QUANG_NAM, ...INTO });
  const passedOn = [sent('01/03', TAN_THANH, 2), sent('01/03', PHUOC_HOA, 30), sent('02/03', AN_MY, 10)];
  await counter.enter(csv(passedOn), { unit: QUANG_NAM, ...OUT_OF });
  await counter.enter(csv([received('04/03', QUANG_NAM, 29)]), { unit: PHUOC_HOA, ...INTO });
  const plans = [target('', '300.000.000'), target(TAN_THANH, '1.000.000'), target(PHUOC_HOA, '50.000.000')];
  await counter.enter(csv(plans), { unit: QUANG_NAM, kind: 'targets' });

  const here = { unit: TAN_THANH } as const;
  const gifts = [
    given({ document_no: 'PT-1', date: '05/03/2024' }),
    received('10/03', QUANG_NAM, 2),
    given({ document_no: 'PT-2', date: '07/03/2024', amount_vnd: '500.000', channel: 'TIEN_MAT' }),
  ];
  await counter.enter(csv(gifts), { ...here, ...MARCH, ...INTO, openingVnd: 5_000_000 as never });
  const uses = [
    spent({ document_no: 'PC-1', date: '15/03/2024', amount_vnd: '3.000.000', commune: TAN_THANH }),
  ];
  await counter.enter(csv(uses), { ...here, ...MARCH, ...OUT_OF, cashVnd: 400_000 as never });
  const lines = [
    line('05/03/2024', 'PT-1', 1_000_000, 6_000_000),
    line('10/03/2024', 'FT240', 2_000_000, 8_000_000),
    line('15/03/2024', 'PC-1', -3_000_000, 5_000_000),
    line('20/03/2024', 'FT999', -11_000, 4_989_000),
  ];
  await counter.enter(csv(lines), { ...here, ...MARCH, kind: 'bankStatement', account: '4503211' });
  const houses = [
    house('N-1', 'KHOI_CONG', '02/03', 'Ngân hàng Ví Dụ', '50.000.000'),
    house('N-1', 'BAN_GIAO', '20/03', '', ''),
    house('N-2', 'KHAO_SAT', '05/03', '', ''),
  ];
  await counter.enter(csv(houses), { ...here, ...MARCH, kind: 'houses' });
  await counter.publish();

  const { findings } = await published.statement('QVNN', QUANG_NAM, TAN_THANH);
  const [first] = findings;
  if (first === undefined) throw new Error('a book without a finding to explain');
  const explained = {
    ...{ action: 'GIAI_TRINH', finding: first.mark, reason: 'Đã có công văn gửi ngân hàng.' },
    ...{ office: 'Kế toán', date: '02/04/2024' },
  };
  await counter.enter(csv([explained]), { ...here, ...MARCH, kind: 'decisions' });
  await counter.publish();
  return publicBytes(pipeline.site);
}

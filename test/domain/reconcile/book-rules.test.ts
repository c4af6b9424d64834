import { describe, expect, it } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { BookKind } from '#domain/codes.ts';
import type { Finding } from '#domain/finding.ts';
import { reconcile } from '#domain/reconcile/account.ts';
import { makeBook } from '#domain/reconcile/book.ts';
import { renderFinding } from '#domain/rules/render.ts';
import type { Declaration } from '#domain/submission.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { filed } from '#test/support/made-books.ts';

const registry = shippedRegistry();

interface Given {
  readonly kind: BookKind;
  readonly rows: string;
  readonly from: string;
  readonly to: string;
  readonly openingVnd?: number;
  readonly closingVnd?: number;
  readonly supersedes?: string;
  readonly additional?: boolean;
}

let second = 0;
function file({ kind, rows, from, to, ...rest }: Given) {
  second += 1;
  const heading =
    kind === 'contributions'
      ? 'document_no,date,amount_vnd,item,quantity,unit'
      : 'document_no,date,purpose,amount_vnd,item,quantity,unit';
  const declaration = {
    unit: '20335',
    fund: 'QVNN',
    kind,
    period: { from, to },
    receivedAt: `2024-12-31T00:00:${String(second % 60).padStart(2, '0')}Z`,
    ...rest,
  } as Declaration;
  return filed({ kind, rows: [], text: `${heading}\n${rows}\n`, declaration });
}

function findingsOf(...given: Given[]): Finding[] {
  second = 0;
  const unit = registry.byId('20335' as UnitId);
  if (unit === undefined) throw new Error('20335 is not in the registry');
  return reconcile(makeBook({ unit, fund: 'QVNN' as FundCode, registry, hash: hashText }, given.map(file)))
    .statement.findings;
}

const january = { from: '2024-01-01', to: '2024-01-31' };
const february = { from: '2024-02-01', to: '2024-02-29' };
const income = (rows: string, more: Partial<Given> = {}): Given => ({
  kind: 'contributions',
  rows,
  ...january,
  openingVnd: 0,
  ...more,
});
const spending = (rows: string, more: Partial<Given> = {}): Given => ({
  kind: 'disbursements',
  rows,
  ...january,
  ...more,
});
const pick = (findings: Finding[], rule: string) => findings.find((found) => found.rule === rule);

describe('the rules of a whole book', () => {
  it('a total row that differs is a difference in đồng: 2.690 + 95 + 40 is not 2.835 triệu', () => {
    const rows =
      'A,02/01/2024,2690000000,,,\nB,03/01/2024,95000000,,,\nC,04/01/2024,40000000,,,\n,,2835000000,,,';
    const found = pick(
      findingsOf(income(rows.replace('\n,,2835', '\nTổng cộng,,2835'))),
      'CONTROL_TOTAL_MISMATCH',
    );
    expect(found).toMatchObject({
      expectedVnd: 2_825_000_000,
      actualVnd: 2_835_000_000,
      differenceVnd: 10_000_000,
      rows: [5],
    });
    expect(found && renderFinding(found).what.replaceAll('\u00a0', ' ')).toBe(
      'Dòng 5 ghi tổng 2.835.000.000 đ, cộng các dòng được 2.825.000.000 đ, lệch +10.000.000 đ.',
    );
  });

  it('sums that balance give no finding: 8,7 + 4,1 − 6,0 = 6,8 tỷ', () => {
    const findings = findingsOf(
      income('A,02/01/2024,4100000000,,,', { openingVnd: 8_700_000_000 }),
      spending('C,03/01/2024,SINH_KE,6000000000,,,', { closingVnd: 6_800_000_000 }),
    );
    expect(findings).toEqual([]);
  });

  it('a closing that differs from the books is named with its day and amount', () => {
    const findings = findingsOf(income('A,02/01/2024,500,,,', { closingVnd: 300 }));
    expect(pick(findings, 'CLOSING_MISMATCH')).toMatchObject({
      expectedVnd: 500,
      actualVnd: 300,
      differenceVnd: -200,
      date: '2024-01-31',
    });
  });

  it('an opening that does not continue the former period is a difference', () => {
    const findings = findingsOf(
      income('A,02/01/2024,500,,,'),
      income('B,02/02/2024,1,,,', { ...february, openingVnd: 450 }),
    );
    expect(pick(findings, 'OPENING_MISMATCH')).toMatchObject({
      expectedVnd: 500,
      actualVnd: 450,
      differenceVnd: -50,
      date: '2024-02-01',
    });
  });

  it('an opening that continues is an equality met', () => {
    const findings = findingsOf(
      income('A,02/01/2024,500,,,'),
      income('B,02/02/2024,1,,,', { ...february, openingVnd: 500 }),
    );
    expect(pick(findings, 'OPENING_MISMATCH')).toBeUndefined();
  });

  it('a balance below zero names the lowest day, and how many there are', () => {
    const findings = findingsOf(
      income('A,10/01/2024,1000,,,'),
      spending('C,02/01/2024,SINH_KE,300,,,\nD,05/01/2024,SINH_KE,200,,,'),
    );
    expect(pick(findings, 'NEGATIVE_BALANCE')).toMatchObject({
      count: 2,
      actualVnd: -500,
      date: '2024-01-05',
    });
  });

  it('a balance of exactly zero is no negative balance', () => {
    expect(
      pick(
        findingsOf(income('A,02/01/2024,300,,,'), spending('C,02/01/2024,SINH_KE,300,,,')),
        'NEGATIVE_BALANCE',
      ),
    ).toBeUndefined();
  });

  it('an opening of 0 is declared, an absent one is not', () => {
    expect(pick(findingsOf(income('A,02/01/2024,1,,,')), 'OPENING_NOT_DECLARED')).toBeUndefined();
    const { openingVnd: _none, ...undeclared } = income('A,02/01/2024,1,,,');
    expect(pick(findingsOf(undeclared), 'OPENING_NOT_DECLARED')).toMatchObject({ date: '2024-01-01' });
  });

  it('two files of one kind that share days are named, unless one says that it adds', () => {
    const wide = income('B,20/01/2024,7,,,', { from: '2024-01-15', to: '2024-02-15' });
    expect(pick(findingsOf(income('A,02/01/2024,5,,,'), wide), 'PERIOD_OVERLAP')?.params).toEqual({
      from: '2024-01-15',
      to: '2024-01-31',
    });
    expect(
      pick(findingsOf(income('A,02/01/2024,5,,,'), { ...wide, additional: true }), 'PERIOD_OVERLAP'),
    ).toBeUndefined();
  });

  it('rows set aside are told with the sum of what could be read', () => {
    const findings = findingsOf(income('A,02/01/2024,5,,,\nB,99/01/2024,700,,,'));
    expect(pick(findings, 'ROWS_QUARANTINED')).toMatchObject({ count: 1, actualVnd: 700 });
  });

  it('replacing a file that the book does not hold is told, with the digest that was meant', () => {
    const findings = findingsOf(income('A,02/01/2024,5,,,', { supersedes: 'ab'.repeat(32) }));
    expect(pick(findings, 'SUPERSEDES_UNKNOWN')?.params).toEqual({ supersedes: 'abababababab' });
  });

  it('goods given out beyond what came in are an error, however their names are typed', () => {
    const findings = findingsOf(
      income('A,02/01/2024,,Gạo tẻ,100,kg'),
      spending('C,03/01/2024,CUU_DOI,,GẠO TẺ,"100,5",Kg'),
    );
    expect(pick(findings, 'GOODS_NEGATIVE')).toMatchObject({
      count: 1,
      params: { item: 'GẠO TẺ', quantity: '0,5 Kg' },
    });
  });

  it('puts the grave findings first', () => {
    const { openingVnd: _none, ...undeclared } = income('A,02/01/2024,5,,,\nB,99/01/2024,700,,,', {
      closingVnd: 1,
    });
    expect(findingsOf(undeclared).map(({ severity }) => severity)).toEqual([
      'error',
      'error',
      'warning',
      'info',
    ]);
  });
});

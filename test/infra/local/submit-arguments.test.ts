import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codesOf, TABLE_KINDS } from '#domain/codes.ts';
import { readSubmitArguments } from '#infra/local/cli/submit-arguments.ts';

const root = mkdtempSync(join(tmpdir(), 'submit-arguments-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const file = join(root, 'a.csv');
writeFileSync(file, 'a\n');

const declared = (kind: string, ...more: string[]) => {
  const args = [file, '--kind', kind, '--unit', '14', '--fund', 'QVNN', '--from', '2025-01-01'];
  const now = new Date('2025-02-01T00:00:00Z');
  return readSubmitArguments([...args, '--to', '2025-01-31', ...more], now).declaration;
};

describe('the kind', () => {
  it.each(codesOf(TABLE_KINDS))('%s may be handed in', (kind) => {
    expect(declared(kind).kind).toBe(kind);
  });

  it('of a statement has a shorter name', () => {
    expect(declared('statement').kind).toBe('bankStatement');
  });

  it.each(['campaigns', 'units', 'sao kê', 'toString'])('%s may not, and all that may are named', (kind) => {
    expect(() => declared(kind)).toThrow(
      `--kind ${kind}: không có loại này. Dùng một trong: contributions (bảng thu), disbursements (bảng chi), ` +
        'statement (sao kê ngân hàng), allocations (bảng đăng ký, phân bổ), targets (bảng chỉ tiêu, kế hoạch), ' +
        'houses (sổ theo dõi nhà), decisions (bảng xác nhận, giải trình).',
    );
  });
});

describe('what is declared beside the period', () => {
  it.each([
    ['contributions', '--cash', '1.500.000', { cashVnd: 1_500_000 }],
    ['disbursements', '--cash', '0', { cashVnd: 0 }],
    ['statement', '--account', '0123 456.789', { account: '0123456789' }],
    ['statement', '--account', '8901', { account: '8901' }],
  ])('%s %s %s', (kind, option, value, said) => {
    expect(declared(kind, option, value)).toMatchObject(said);
  });

  it.each([
    ['25430', 25_430_000],
    ['25.430', 25_430_000],
    ['25.430,5', 25_430_500],
    ['168,75', 168_750],
    ['0,125', 125],
  ])('a rate of %s đồng', (rate, rateMilli) => {
    expect(declared('statement', '--currency', 'usd', '--rate', rate)).toMatchObject({
      currency: 'USD',
      rateMilli,
    });
  });

  it('the rate at which an opening was booked, beside that of the last day', () => {
    const said = ['--currency', 'USD', '--rate', '25.430', '--opening-rate', '25.100,5'];
    expect(declared('statement', ...said)).toMatchObject({
      rateMilli: 25_430_000,
      openingRateMilli: 25_100_500,
    });
  });

  it('says nothing where nothing is said', () => {
    const names = Object.keys(declared('statement'));
    for (const name of ['cashVnd', 'account', 'currency', 'rateMilli', 'openingRateMilli'])
      expect(names).not.toContain(name);
  });
});

describe('what does not belong or cannot be read is refused by name', () => {
  it.each([
    ['cash with a statement', 'statement', ['--cash', '5'], '--cash chỉ khai cùng bảng thu hoặc bảng chi'],
    ['cash with a plan', 'targets', ['--cash', '5'], '--cash chỉ khai'],
    ['cash with decimals', 'contributions', ['--cash', '1,5'], '--cash 1,5: không phải số tiền'],
    ['an account with a book', 'contributions', ['--account', '12345'], '--account chỉ khai cùng sao kê'],
    ['a rate with houses', 'houses', ['--rate', '5', '--currency', 'USD'], '--currency chỉ khai cùng sao kê'],
    ['an account of letters', 'statement', ['--account', 'VCB'], '--account VCB: không phải số tài khoản'],
    ['an account of one digit', 'statement', ['--account', '7'], '--account 7'],
    ['a currency without its rate', 'statement', ['--currency', 'USD'], 'phải đi cùng nhau'],
    ['a rate without its currency', 'statement', ['--rate', '25430'], 'phải đi cùng nhau'],
    ['đồng as another currency', 'statement', ['--currency', 'VND', '--rate', '1'], 'tài khoản tiền đồng'],
    ['a currency by its sign', 'statement', ['--currency', '$', '--rate', '25430'], '--currency $'],
    ['no rate at all', 'statement', ['--currency', 'USD', '--rate', '0'], '--rate 0: không phải tỷ giá'],
    ['a rate with dots astray', 'statement', ['--currency', 'USD', '--rate', '25.43'], '--rate 25.43'],
    ['an opening rate alone', 'statement', ['--opening-rate', '25100'], 'phải đi cùng --currency và --rate'],
    [
      'an opening rate of đồng',
      'statement',
      ['--opening-rate', '25100', '--rate', '25430'],
      '--currency và --rate phải đi cùng nhau',
    ],
    ['an opening rate with a book', 'contributions', ['--opening-rate', '5'], '--opening-rate chỉ khai cùng'],
    [
      'an opening rate that is none',
      'statement',
      ['--currency', 'USD', '--rate', '25430', '--opening-rate', '0'],
      '--opening-rate 0: không phải tỷ giá',
    ],
    ['a rate finer than a thousandth', 'statement', ['--currency', 'USD', '--rate', '1,2345'], '--rate'],
  ])('%s', (_, kind, more, hint) => {
    expect(() => declared(kind, ...more)).toThrow(hint);
  });
});

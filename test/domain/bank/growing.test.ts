import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountFile } from '#domain/bank/account-file.ts';
import { type ChainMemory, chainAccounts } from '#domain/bank/chain.ts';
import { Joining } from '#domain/bank/joining.ts';
import type { Instant } from '#domain/date.ts';
import {
  anyFile,
  at,
  type Booked,
  cuts,
  daysAnew,
  order,
  piece,
  pieces,
  statement,
} from './made-statements.ts';
import { fileOf } from './support.ts';

const instant = (n: number) => `2025-01-${String(n + 1).padStart(2, '0')}T00:00:00.000Z` as Instant;

/** Cumulative exports: each has every row so far. */
const exportsOf = (moves: readonly Booked[], ends: readonly number[], printed: boolean): AccountFile[] =>
  ends.map((end, n) => piece(moves, 0, Math.min(end, moves.length - 1), n, printed));

const anyStatement = statement({ breaks: true, misprints: true });
const made = fc.oneof(
  fc.tuple(anyStatement, cuts, fc.nat({ max: 2 }), fc.boolean()).map((of) => pieces(...of)),
  fc
    .tuple(anyStatement, fc.array(fc.nat({ max: 24 }), { minLength: 1, maxLength: 14 }), fc.boolean())
    .map((of) => exportsOf(...of)),
  fc
    .tuple(
      statement({ breaks: true, misprints: false }),
      cuts,
      fc.array(order, { minLength: 1, maxLength: 4 }),
    )
    .map(([moves, list, orders]) => daysAnew(moves, list, orders, true)),
  fc.array(anyFile, { minLength: 1, maxLength: 14 }),
);

/** Lists of files as states of a book have them: file by file as they came, some looked at again, some replaced since. */
const states = made.chain((files) =>
  fc
    .tuple(
      fc.shuffledSubarray([...files.keys()], { minLength: files.length }),
      fc.boolean(),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
    )
    .map(([places, inOrder, asides]) => {
      const came = (inOrder ? [...files.keys()] : places).map((i, n) => {
        const file = at(files, i);
        return { ...file, digest: `${n}${file.digest}` as typeof file.digest, receivedAt: instant(n) };
      });
      const growing = came.map((_, i) => came.slice(0, i + 1));
      for (const [when, without] of asides) {
        const list = came.filter((_, i) => i !== without % came.length);
        growing.splice(when % came.length, 0, list.slice(0, (when % came.length) + 1));
      }
      return growing.filter((list) => list.length > 0);
    }),
);

describe('statements that come file by file', () => {
  it('are chained as all of them at once are, whatever was chained before', () => {
    fc.assert(
      fc.property(states, (lists) => {
        const memory: ChainMemory = new Map();
        for (const list of lists) expect(chainAccounts(list, memory)).toEqual(chainAccounts(list));
      }),
      { numRuns: 500 },
    );
  });

  it('need not be read again for one that has more of the same', () => {
    fc.assert(
      fc.property(statement({ breaks: true, misprints: false }), (moves) => {
        const files = exportsOf(moves, [...moves.keys()], true);
        const joining = new Joining(files.slice(0, 1));
        for (let count = 1; count <= files.length; count += 1)
          expect(joining.addUpTo(files.slice(0, count))).toBe(true);
        expect(joining.joined()).toEqual(new Joining(files).joined());
      }),
      { numRuns: 100 },
    );
  });

  it('are read again where one of them is no longer there, or tells less of a day than those before', () => {
    const file = (n: number, rows: readonly string[]) =>
      fileOf(`file ${n}`, { from: 1, to: 2, received: instant(n) }, rows);
    const all = file(0, ['1 An +5 =5', '1 Chi +2 =7', '2 Em +1 =8']);
    const less = file(1, ['1 Chi +2 =2']);
    const joining = new Joining([all]);
    expect(joining.addUpTo([less])).toBe(false);
    expect(joining.addUpTo([all, less])).toBe(false);
    expect(chainAccounts([all, less], new Map([['1', joining]]))).toEqual(chainAccounts([all, less]));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tally } from '#domain/parse/text/tally.ts';
import { SAMPLE } from './sample.ts';

const tallied = (pieces: Iterable<string>) => {
  const tally = new Tally(['unicode', 'tcvn3', 'vni']);
  for (const piece of pieces) tally.add(piece, /^[\0-\x7f]*$/.test(piece));
  tally.end();
  return tally.scores;
};
const PLAIN = 'ung ho dong bao bi bao lu 500000\n';

describe('words as evidence', () => {
  it('abbreviations, signs and ASCII say nothing', () => {
    expect(tallied(['TĐ 500đ VNĐ HĐND § 3 × 4 ° «Hop» m²']).unicode).toMatchObject({ agreeing: 0, of: 0 });
  });

  it('a capital after a small letter is no Vietnamese as it stands', () => {
    const { unicode, tcvn3 } = tallied(['hÊn']);
    expect(unicode).toMatchObject({ agreeing: 0, of: 1 });
    expect(tcvn3).toMatchObject({ agreeing: 1, gained: 1 });
  });

  it('a run of letters longer than any word does not count', () => {
    expect(tallied([`${PLAIN.repeat(3)}${'a'.repeat(15)}é `]).unicode.of).toBe(1);
    expect(tallied([`${PLAIN.repeat(3)}${'a'.repeat(16)}é `]).unicode.of).toBe(0);
  });

  it('every word of a small file counts, those of a big one now and then', () => {
    expect(tallied([`Số ${'tiền mặt '.repeat(500)}`]).unicode).toMatchObject({ agreeing: 1001, of: 1001 });
    const { of } = tallied(Array.from({ length: 20_000 }, () => SAMPLE)).unicode;
    expect(of).toBeGreaterThan(2500);
    expect(of).toBeLessThan(10_000);
  });

  it('a word late in much plain text is seen', () => {
    expect(tallied([PLAIN.repeat(90_000), 'hép møt tÕt']).tcvn3).toMatchObject({ agreeing: 3, gained: 2 });
  });

  it('the same words count however the text is cut', () => {
    const text = [PLAIN, `${'a'.repeat(40)}é${'b'.repeat(18)} số`, SAMPLE, PLAIN.repeat(9)];
    const long = text.join('').repeat(250);
    const scores = tallied([long]);
    expect(scores.unicode.of).toBeGreaterThan(2048);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: long.length }), { maxLength: 400 }), (places) => {
        const at = [0, ...places.toSorted((a, b) => a - b)];
        expect(tallied(at.map((from, i) => long.slice(from, at[i + 1] ?? long.length)))).toEqual(scores);
      }),
      { numRuns: 60 },
    );
    expect(tallied(long)).toEqual(scores);
  });
});

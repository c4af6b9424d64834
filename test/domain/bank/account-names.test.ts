import { describe, expect, it } from 'vitest';
import { accountNames } from '#domain/bank/account-names.ts';

describe('the name of an account', () => {
  it.each<[string, string[], string[]]>([
    [
      'its last digits are the one whole number that ends so',
      ['5678', '5678 ab12cd'],
      ['5678 ab12cd', '5678 ab12cd'],
    ],
    [
      'its last digits are no number where two end so',
      ['5678', '5678 ab12cd', '5678 ffffff'],
      ['5678', '5678 ab12cd', '5678 ffffff'],
    ],
    ['other digits are another account', ['1234', '5678 ab12cd'], ['1234', '5678 ab12cd']],
    ['another currency is another account', ['5678 USD', '5678 ab12cd'], ['5678 USD', '5678 ab12cd']],
    [
      'the same currency is the same',
      ['5678 USD', '5678 ab12cd USD'],
      ['5678 ab12cd USD', '5678 ab12cd USD'],
    ],
    ['none at all stays none', ['', '5678 ab12cd'], ['', '5678 ab12cd']],
    ['a currency alone stays what it is', ['USD', '5678 ab12cd USD'], ['USD', '5678 ab12cd USD']],
  ])('%s', (_, names, expected) => {
    for (const order of [names, names.toReversed()]) {
      const known = accountNames(order);
      expect(names.map((name) => known.get(name))).toEqual(expected);
    }
  });
});

import { expect, it } from 'vitest';
import { codesOf, TABLE_KINDS } from '#domain/codes.ts';
import { dying, kindsMet } from './dying.ts';

it('goes through files of every kind', () => {
  expect([...kindsMet()].sort()).toEqual(codesOf(TABLE_KINDS).toSorted());
});

dying(0);

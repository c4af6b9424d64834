import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lazyEnvironment, VARIABLES } from '#handlers/shell/environment.ts';

const { LEDGER_BUCKET, LEDGER_TABLE, MAX_FILE_BYTES } = VARIABLES;
const schema = v.object({ LEDGER_BUCKET, LEDGER_TABLE, MAX_FILE_BYTES });

const given = (variables: Record<string, string | undefined>): void => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
};

describe('the environment of a function', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is read when asked for, not before', () => {
    given({ LEDGER_BUCKET: undefined, LEDGER_TABLE: undefined, MAX_FILE_BYTES: undefined });
    const environment = lazyEnvironment(schema);
    given({ LEDGER_BUCKET: 'books', LEDGER_TABLE: 'table', MAX_FILE_BYTES: '1024' });
    expect(environment()).toEqual({ LEDGER_BUCKET: 'books', LEDGER_TABLE: 'table', MAX_FILE_BYTES: 1024 });
  });

  it('is read once', () => {
    given({ LEDGER_BUCKET: 'books', LEDGER_TABLE: 'table', MAX_FILE_BYTES: '1' });
    const environment = lazyEnvironment(schema);
    const first = environment();
    given({ LEDGER_BUCKET: 'others' });
    expect(environment()).toBe(first);
  });

  it('names every variable at fault, and none that is right', () => {
    given({ LEDGER_BUCKET: undefined, LEDGER_TABLE: 'table', MAX_FILE_BYTES: '10 MB' });
    const environment = lazyEnvironment(schema);
    expect(environment).toThrow(/LEDGER_BUCKET: .*; MAX_FILE_BYTES: /);
    expect(environment).not.toThrow(/LEDGER_TABLE/);
  });

  it('takes an empty variable for a missing one', () => {
    given({ LEDGER_BUCKET: 'books', LEDGER_TABLE: '', MAX_FILE_BYTES: '1' });
    expect(lazyEnvironment(schema)).toThrow(/LEDGER_TABLE/);
  });

  it('can be put right after a failure: what failed is not kept', () => {
    given({ LEDGER_BUCKET: undefined, LEDGER_TABLE: 'table', MAX_FILE_BYTES: '1' });
    const environment = lazyEnvironment(schema);
    expect(environment).toThrow();
    given({ LEDGER_BUCKET: 'books' });
    expect(environment().LEDGER_BUCKET).toBe('books');
  });

  it.each(['ingest', 'reconcile', 'publish'])('is not asked for by importing %s', async (name) => {
    for (const variable of Object.keys(VARIABLES)) given({ [variable]: undefined });
    vi.resetModules();
    const module: Record<string, unknown> = await import(`#handlers/${name}/index.ts`);
    expect(module.handler).toBeTypeOf('function');
  });
});

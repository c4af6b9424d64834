import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObjectStore } from '#adapters/ports.ts';
import { readJson } from '#handlers/shell/read-json.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';

const schema = v.object({ name: v.string(), lines: v.array(v.object({ amountVnd: v.number() })) });

describe('reading a JSON object that must be there', () => {
  let engines: TestEngines;
  let store: ObjectStore;

  beforeAll(async () => {
    engines = await startTestEngines();
    store = engines.bucket().store;
  });
  afterAll(() => engines.stop());

  const given = (key: string, text: string): Promise<void> =>
    store.writeText(key, text, { contentType: 'application/json', cache: 'private' });

  it('gives it in its shape', async () => {
    const value = { name: 'Xã Mẫu', lines: [{ amountVnd: 0 }] };
    await given('right.json', JSON.stringify(value));
    expect(await readJson(store, 'right.json', schema)).toEqual(value);
  });

  it('throws naming the key where there is none', async () => {
    await expect(readJson(store, 'none.json', schema)).rejects.toThrow('object none.json is missing');
  });

  it('throws naming the key and each place at fault where it is damaged', async () => {
    await given('damaged.json', '{"lines":[{"amountVnd":1},{"amountVnd":"2"}]}');
    await expect(readJson(store, 'damaged.json', schema)).rejects.toThrow(
      /object damaged\.json is damaged: name: .*; lines\.1\.amountVnd: /,
    );
  });

  it.each(['', '{"name":', 'null'])('throws on %j, which is no such object', async (text) => {
    await given('broken.json', text);
    await expect(readJson(store, 'broken.json', schema)).rejects.toThrow();
  });
});

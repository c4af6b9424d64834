import { isObject, type Json, type JsonObject } from './intrinsics.ts';

/**
 * Whether an event matches an EventBridge pattern: every field of the pattern, by one of its alternatives
 * (a value, `{prefix}` or `{suffix}`). Throws on a kind of alternative that it does not know.
 */
export const matches = (pattern: JsonObject, event: JsonObject): boolean =>
  Object.entries(pattern).every(([field, wanted]) => {
    const actual = event[field];
    if (Array.isArray(wanted)) return wanted.some((alternative: Json) => fits(alternative, actual));
    return isObject(wanted) && isObject(actual) && matches(wanted, actual);
  });

function fits(alternative: Json, actual: Json | undefined): boolean {
  if (!isObject(alternative)) return alternative === actual;
  const [kind, ...others] = Object.keys(alternative);
  const text = String(alternative[kind ?? '']);
  if (others.length > 0 || (kind !== 'prefix' && kind !== 'suffix')) {
    throw new Error(`Event pattern: ${JSON.stringify(alternative)} is not known on one machine`);
  }
  if (typeof actual !== 'string') return false;
  return kind === 'prefix' ? actual.startsWith(text) : actual.endsWith(text);
}

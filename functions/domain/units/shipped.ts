import data from './registry.data.json' with { type: 'json' };
import { makeRegistry } from './registry.ts';
import type { UnitRegistry } from './unit.ts';

let shipped: UnitRegistry | undefined;

/** The registry of Vietnam that the product ships with; built on first use, then kept. */
export function shippedRegistry(): UnitRegistry {
  shipped ??= makeRegistry(data);
  return shipped;
}

import type { UnitHistory } from './change.ts';
import data from './history.data.json' with { type: 'json' };
import { decodeHistory } from './history-codec.ts';
import { historyInForce, type UnitImport } from './history-in-force.ts';
import { makeRegistry } from './registry.ts';
import type { UnitRegistry } from './unit.ts';

let history: UnitHistory | undefined;
let shipped: UnitRegistry | undefined;

/** The history of Vietnam's units that the product ships with; read on first use, then kept. */
export function shippedHistory(): UnitHistory {
  history ??= decodeHistory(data);
  return history;
}

/** The registry of Vietnam that the product ships with; built on first use, then kept. */
export function shippedRegistry(): UnitRegistry {
  shipped ??= registryWith([]);
  return shipped;
}

/** The registry of the shipped history and of what was imported since. */
export const registryWith = (imports: readonly UnitImport[]): UnitRegistry =>
  makeRegistry(historyInForce(shippedHistory(), imports));

import type * as v from 'valibot';
import type { RegisterKind } from '../codes.ts';
import { type Allocation, AllocationSchema } from './allocation.ts';
import { type DecisionRecord, DecisionSchema } from './decision.ts';
import { type House, HouseSchema } from './house.ts';
import { type Target, TargetSchema } from './target.ts';

/** What one row of each register says. */
export interface Registers {
  readonly allocations: Allocation;
  readonly targets: Target;
  readonly houses: House;
  readonly decisions: DecisionRecord;
}
export type RegisterRecord = Registers[RegisterKind];

/** The ledger keeps the rows of a register as lines of JSON of these shapes. */
export const REGISTER_SCHEMAS: {
  readonly [K in RegisterKind]: v.GenericSchema<unknown, Registers[K]>;
} = {
  allocations: AllocationSchema,
  targets: TargetSchema,
  houses: HouseSchema,
  decisions: DecisionSchema,
};

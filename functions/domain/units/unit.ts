import * as v from 'valibot';
import { COMMUNE_KINDS, type CommuneKind, codesOf, LEVELS } from '../codes.ts';
import { type IsoDate, IsoDateSchema } from '../date.ts';
import type { InForce } from './history-in-force.ts';

/**
 * A unit that holds money. A code alone does not name one: 24 was Bắc Giang until 30/6/2025 and is Bắc Ninh
 * since. So the identity of a unit is its code for the first unit that bore it, and `code@validFrom` for each
 * later one; it never changes afterwards.
 */
export type UnitId = string & { readonly __brand: 'UnitId' };

export const UnitIdSchema = v.pipe(
  v.string(),
  v.regex(/^(TW|\d{2}|\d{5})(@\d{4}-\d{2}-\d{2})?$/),
  v.transform((s) => s as UnitId),
);

/** What a person writes: `TW`, a province's 2 digits or a commune's 5 digits. Ambiguous without a date. */
export type UnitCode = string & { readonly __brand: 'UnitCode' };

export const UnitCodeSchema = v.pipe(
  v.string(),
  v.regex(/^(TW|\d{2}|\d{5})$/),
  v.transform((s) => s as UnitCode),
);

const levels = codesOf(LEVELS);

export const UnitSchema = v.object({
  id: UnitIdSchema,
  code: UnitCodeSchema,
  level: v.picklist(levels),
  /** Full official name with its kind, the latest: "Phường Ba Đình", "Tỉnh Quảng Nam". */
  name: v.string(),
  kind: v.optional(v.picklist(codesOf(COMMUNE_KINDS))),
  /** The province a commune belongs to. */
  provinceId: v.optional(UnitIdSchema),
  /** The district a former commune belonged to, by name. */
  district: v.optional(v.string()),
  /** First day of validity; absent where it lies before the registry's memory. */
  validFrom: v.optional(IsoDateSchema),
  /** Last day of validity; absent while the unit exists. */
  validTo: v.optional(IsoDateSchema),
  /** A change told of it until another took that change's place: it exists on no day. */
  withdrawn: v.optional(v.literal(true)),
  /** What the same unit was called earlier, oldest first, each with the last day of that name and kind. */
  formerNames: v.optional(
    v.array(
      v.object({
        name: v.string(),
        kind: v.optional(v.picklist(codesOf(COMMUNE_KINDS))),
        validTo: IsoDateSchema,
      }),
    ),
  ),
});
export type Unit = v.InferOutput<typeof UnitSchema>;

/** A name with its kind, as a unit bore it for a time. */
export interface Called {
  readonly name: string;
  readonly kind?: CommuneKind | undefined;
}

/** What a unit was called on a day: Đồng Nai is a "Thành phố" since 30/4/2026, and was a "Tỉnh" before. */
export const calledOn = (unit: Unit, day: IsoDate): Called =>
  unit.formerNames?.find(({ validTo }) => day <= validTo) ?? unit;

export const validOn = ({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>, day: IsoDate): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);

/** One unit that went into another, wholly or in part. */
export interface Succession {
  readonly from: UnitId;
  readonly to: UnitId;
  readonly extent: 'WHOLE' | 'PARTIAL';
  /** The first day of the new division. */
  readonly on: IsoDate;
  /** The legal act that says so. */
  readonly act: string;
}

/** Every unit there is or was, by identity, by code and day, and by name within a province. Pure and dated. */
export interface UnitRegistry {
  byId(id: UnitId): Unit | undefined;
  /** The unit that bore this code on that day; also by a code that another source gives it. */
  at(code: UnitCode, day: IsoDate): Unit | undefined;
  /** Every unit that ever bore this code, oldest first: for telling "unknown" from "not on that day". */
  versions(code: UnitCode): readonly Unit[];
  /**
   * Communes of a province on a day whose name matches, accented spelling first, folded spelling only when
   * none matches. More than one means ambiguous: the caller asks, never picks.
   */
  communesByName(name: string, provinceId: UnitId, day: IsoDate): readonly Unit[];
  /** How many communes the province has on a day. */
  communeCount(provinceId: UnitId, day: IsoDate): number;
  /** All communes valid on a day, by code. */
  communes(day: IsoDate): readonly Unit[];
  /** All provinces valid on a day, by code. */
  provinces(day: IsoDate): readonly Unit[];
  /** Every unit that there is or was: the centre, provinces, communes; each level by code, former ones first. */
  all(): readonly Unit[];
  /** What a unit went into; of one that still exists, what parts of it went into. */
  successors(id: UnitId): readonly Succession[];
  /** What a unit was made of, and what it took in later. */
  predecessors(id: UnitId): readonly Succession[];
  /** The first days of every division after the oldest that is remembered, in order. */
  readonly changeDays: readonly IsoDate[];
  /** The history that the registry was made of, for passing on and for adding to. */
  readonly inForce: InForce;
}

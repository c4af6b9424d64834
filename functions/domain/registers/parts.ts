import * as v from 'valibot';

/** Row of the file, as a spreadsheet counts. */
export const rowNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
export const text = v.optional(v.string());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Cells of columns that the contract does not know, by heading. Private. */
export const extra = v.optional(v.record(v.string(), v.string()));

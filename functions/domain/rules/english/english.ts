import type { RenderedFinding } from '../rule.ts';

/** The texts of a table of rules in English, with the same `{…}`. Apart from it, as citizens' pages need no English. */
export type English<Table> = Readonly<Record<keyof Table, RenderedFinding>>;

import { type Issue, MAX_PLACES } from '../finding.ts';
import { addVnd, type Vnd, ZERO_VND } from '../money.ts';
import { type RuleId, rule } from '../rules/catalogue.ts';
import { cut } from '../text.ts';

/** Of the text at fault, enough to find it by. */
const MAX_VALUE_LENGTH = 200;
/** Issues of one rule. What is wrong in more ways is wrong in one: a statement with its newest line first, say. */
const MAX_OF_RULE = 200;
/** Letters in the texts and facts of all issues together: the record of a file is one item of at most 400 KB. */
const MAX_LETTERS = 100_000;

export interface Occurrence {
  readonly row?: number;
  /** The title of the contract's column. */
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Of things alike but for how far off they are (`perOne`): the facts of the furthest are told. */
  readonly offBy?: number;
  /** Summed over all occurrences. */
  readonly amountVnd?: Vnd | undefined;
  /** Of one place, where two figures should have met. */
  readonly expectedVnd?: Vnd;
  readonly differenceVnd?: Vnd;
  /** The text at fault; for the treasurer alone. */
  readonly value?: string;
  /** What it should be, where that is safe to say; for the treasurer alone. */
  readonly suggestion?: string;
}

/** Told of every occurrence as it is noticed: how a row gets its own remarks. */
export type Listener = (id: RuleId, occurrence: Occurrence) => void;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** Key of what is beyond the limit. */
const REST = '\n…';

type Place = NonNullable<Issue['places']>[number];

/** Gathers what is noticed: the same thing noticed again adds to its count, and to its places up to a limit. */
export class Collector {
  readonly #issues = new Map<string, Mutable<Issue> & { readonly places: Place[] }>();
  readonly #listener: Listener | undefined;
  readonly #ofRule = new Map<RuleId, number>();
  readonly #furthest = new Map<string, number>();
  #letters = 0;

  constructor(listener?: Listener) {
    this.#listener = listener;
  }

  add(id: RuleId, occurrence: Occurrence): void {
    this.#listener?.(id, occurrence);
    const { row, column, params, amountVnd, value } = occurrence;
    const key = this.#keyOf(id, occurrence);
    const known = this.#issues.get(key);
    const { offBy } = occurrence;
    const isFurthest = offBy !== undefined && offBy > (this.#furthest.get(key) ?? -1);
    if (isFurthest) this.#furthest.set(key, offBy);
    if (known === undefined) {
      this.#ofRule.set(id, (this.#ofRule.get(id) ?? 0) + 1);
      this.#letters += lettersOf(occurrence);
      this.#issues.set(key, {
        rule: id,
        severity: rule(id).severity,
        count: 1,
        ...(row === undefined ? {} : { rows: [row] }),
        ...(column === undefined ? {} : { column }),
        ...(params === undefined ? {} : { params: { ...params } }),
        ...(amountVnd === undefined ? {} : { actualVnd: amountVnd }),
        ...(occurrence.expectedVnd === undefined ? {} : { expectedVnd: occurrence.expectedVnd }),
        ...(occurrence.differenceVnd === undefined ? {} : { differenceVnd: occurrence.differenceVnd }),
        ...(value === undefined ? {} : { value: cut(value, MAX_VALUE_LENGTH) }),
        places: row === undefined ? [] : [placeOf(row, occurrence)],
      });
      return;
    }
    known.count += 1;
    if (isFurthest && params !== undefined && !key.endsWith(REST)) known.params = { ...params };
    if (row !== undefined && known.places.length < MAX_PLACES) {
      known.rows?.push(row);
      known.places.push(placeOf(row, occurrence));
    }
    if (amountVnd !== undefined && occurrence.differenceVnd === undefined)
      known.actualVnd = addVnd(known.actualVnd ?? ZERO_VND, amountVnd);
  }

  /** Beyond the limit the rest is one issue: its count and its places are right, its figures are those of the first. */
  #keyOf(id: RuleId, occurrence: Occurrence): string {
    const key = keyOf(id, occurrence);
    const full = (this.#ofRule.get(id) ?? 0) >= MAX_OF_RULE || this.#letters >= MAX_LETTERS;
    return full && !this.#issues.has(key) ? `${id}${REST}` : key;
  }

  /** In order of first notice. */
  get issues(): Issue[] {
    return [...this.#issues.values()];
  }
}

const lettersOf = ({ value = '', params = {} }: Occurrence): number =>
  Math.min(value.length, MAX_VALUE_LENGTH) + JSON.stringify(params).length;

/** Figures that should have met are a thing of their own at each place; all else is one thing in many places. */
function keyOf(id: RuleId, { row, column, params, differenceVnd }: Occurrence): string {
  const own = differenceVnd === undefined ? '' : `\n${row}`;
  if (params === undefined) return `${id}\n${column ?? ''}${own}`;
  const { difference: _difference, perOne: _perOne, ...shared } = params;
  return `${id}\n${column ?? ''}\n${JSON.stringify(shared)}${own}`;
}

function placeOf(row: number, { value, suggestion }: Occurrence): Place {
  return {
    row,
    ...(value === undefined ? {} : { value: cut(value, MAX_VALUE_LENGTH) }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** What the record of a file keeps of an issue: its size is limited, and the file is there to be read again. */
export function toRecord({ places: _places, ...issue }: Issue): Issue {
  return issue;
}

/** The publishable part of an issue: without the texts of cells. */
export function toFinding({ value: _private, places: _places, ...finding }: Issue) {
  return finding;
}

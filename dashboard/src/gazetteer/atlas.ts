/** The gazetteer as pages ask it. It is large, so it comes only when asked, and elsewhere than where pages are drawn. */
import type { IsoDate } from '#domain/date.ts';
import { GazetteerSchema } from '#domain/publish/gazetteer.ts';
import { objectKey } from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { decodeHistory, type HistoryData } from '#domain/units/history-codec.ts';
import { historyInForce } from '#domain/units/history-in-force.ts';
import { makeRegistry } from '#domain/units/registry.ts';
import type { Unit, UnitRegistry } from '#domain/units/unit.ts';
import { LoadFailure } from '../data/failure.ts';
import type { Objects } from '../data/objects.ts';
import type { UnitRef } from '../routes.ts';
import { type Found, findPlaces } from '../search/find.ts';
import { type PlaceIndex, placeIndex } from '../search/place-index.ts';
import { type About, aboutUnit, findUnit } from './about.ts';
import { type UseLine, type UsesOnMap, usesOnMap } from './on-map.ts';

/** What may be asked of a gazetteer, each with its answer. Everything in it can be posted to a worker and back. */
export interface Questions {
  /** Has it here, whole and ready for the first search. */
  readonly open: (today: IsoDate) => void;
  readonly search: (text: string, today: IsoDate) => Found;
  readonly resolve: (ref: UnitRef, today: IsoDate) => Unit | undefined;
  readonly about: (unit: Pick<Unit, 'id'>, since: IsoDate) => About | undefined;
  readonly uses: (lines: readonly UseLine[], since: IsoDate) => UsesOnMap;
}

/** The same questions, asked of the gazetteer of one snapshot. Fails with LoadFailure where it does not come. */
export type Atlas = {
  readonly [Q in keyof Questions]: (
    object: Sha256,
    ...asked: Parameters<Questions[Q]>
  ) => Promise<ReturnType<Questions[Q]>>;
};

/** Answers out of one registry; the index for searching is made when it is first needed. */
export function answers(registry: UnitRegistry): Questions {
  let index: { readonly of: PlaceIndex; readonly today: IsoDate } | undefined;
  const indexOn = (today: IsoDate): PlaceIndex => {
    if (index?.today !== today) index = { of: placeIndex(registry, today), today };
    return index.of;
  };
  return {
    // One search that meets many places: the reader's own first one is then as quick as the next.
    open: (today) => void findPlaces(indexOn(today), 'th'),
    search: (text, today) => findPlaces(indexOn(today), text),
    resolve: (ref, today) => findUnit(registry, ref, today),
    about: (unit, since) => aboutUnit(registry, unit, since),
    uses: (lines, since) => usesOnMap(registry, since, lines),
  };
}

function registryOf(object: Sha256, history: HistoryData): UnitRegistry {
  try {
    return makeRegistry(historyInForce(decodeHistory(history), []));
  } catch (problem) {
    // Its bytes are those that were published, yet they tell no history: not the page's to repair.
    const where = problem instanceof Error ? problem.message : 'history';
    throw new LoadFailure({ kind: 'malformed', key: objectKey(object), where });
  }
}

/** An atlas that answers where it stands, out of objects read and checked like all others. The latest one is kept. */
export function atlasOf(objects: Objects): Atlas {
  let kept: { readonly object: Sha256; readonly questions: Promise<Questions> } | undefined;
  const opened = (object: Sha256): Promise<Questions> => {
    if (kept?.object === object) return kept.questions;
    const questions = objects
      .object(object, GazetteerSchema)
      .then(({ history }) => answers(registryOf(object, history)));
    const mine = { object, questions };
    kept = mine;
    // What did not come is asked for again the next time.
    questions.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return questions;
  };
  return {
    open: async (object, ...asked) => (await opened(object)).open(...asked),
    search: async (object, ...asked) => (await opened(object)).search(...asked),
    resolve: async (object, ...asked) => (await opened(object)).resolve(...asked),
    about: async (object, ...asked) => (await opened(object)).about(...asked),
    uses: async (object, ...asked) => (await opened(object)).uses(...asked),
  };
}

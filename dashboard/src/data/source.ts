import { createContext } from 'svelte';
import type { Atlas } from '../gazetteer/atlas.ts';
import type { Objects } from './objects.ts';

/** Where pages get what they show: what is published, and the history of all units, which is asked elsewhere. */
export interface Source {
  readonly objects: Objects;
  readonly atlas: Atlas;
}

/** For parts of a page that come after the page itself. */
export const [sourceHere, setSource] = createContext<Source>();

/** The search of one box: what was typed, what was found, and whether the list of all places is here yet. */
import type { Sha256 } from '#domain/sha256.ts';
import { LoadFailure } from '../data/failure.ts';
import { gazetteerNow } from '../data/gazetteer.ts';
import { latestOnly } from '../data/latest-only.ts';
import type { Source } from '../data/source.ts';
import { today } from '../lib/format.ts';
import type { Found } from './find.ts';
import type { Readiness } from './said.ts';

interface Answer extends Found {
  /** What it answers. */
  readonly text: string;
}

export class PlaceSearch {
  text = $state('');
  readiness: Readiness = $state.raw('untouched');
  answer: Answer | undefined = $state.raw();
  /** The list of places that is searched; a newer one may be published while the page is open. */
  #object: Sha256 | undefined;
  readonly #source: Source;
  readonly #ask: (text: string) => Promise<void>;

  constructor(source: Source) {
    this.#source = source;
    this.#ask = latestOnly(
      (text: string) => this.#found(text),
      (answer) => {
        this.answer = answer;
      },
    );
  }

  /** Has the list of all places here. Asked for when a reader turns to the box, never before. */
  async open(): Promise<void> {
    if (this.readiness === 'loading') return;
    if (this.readiness !== 'ready') this.readiness = 'loading';
    try {
      const object = await gazetteerNow(this.#source.objects);
      await this.#source.atlas.open(object, today(new Date()));
      this.#object = object;
      this.readiness = 'ready';
      await this.seek();
    } catch (problem) {
      // A list that is here already serves on.
      if (this.#object !== undefined) this.readiness = 'ready';
      else this.readiness = problem instanceof LoadFailure ? problem.failure : { kind: 'offline' };
    }
  }

  /** Looks for what is typed now. */
  async seek(): Promise<void> {
    if (this.readiness !== 'ready') return;
    await this.#ask(this.text);
  }

  clear(): void {
    this.text = '';
    this.answer = undefined;
  }

  async #found(text: string): Promise<Answer | undefined> {
    if (this.#object === undefined || text.trim() === '') return undefined;
    return { text, ...(await this.#source.atlas.search(this.#object, text, today(new Date()))) };
  }
}

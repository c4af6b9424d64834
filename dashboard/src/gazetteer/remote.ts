/** The page's side of the worker that holds the gazetteer. */
import type { Sha256 } from '#domain/sha256.ts';
import { LoadFailure } from '../data/failure.ts';
import type { Atlas, Questions } from './atlas.ts';
import type { Asked, Told } from './protocol.ts';

/** What of a Worker is used. */
export interface Thread {
  postMessage(asked: Asked): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Told }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

interface Waiting {
  readonly done: (answer: never) => void;
  readonly failed: (problem: Error) => void;
}

const startThread = (): Thread =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'danh-muc' });

/** An atlas whose worker starts with the first question, and anew after one that did not start. */
export function remoteAtlas(start: () => Thread = startThread): Atlas {
  const waiting = new Map<number, Waiting>();
  let thread: Thread | undefined;
  let questions = 0;

  const hear = (told: Told) => {
    const one = waiting.get(told.id);
    waiting.delete(told.id);
    if ('answer' in told) one?.done(told.answer as never);
    else one?.failed('failure' in told ? new LoadFailure(told.failure) : new Error(told.broken));
  };
  const give = (failed: Thread) => {
    failed.terminate();
    // One that was given up already has nobody waiting.
    if (failed !== thread) return;
    thread = undefined;
    // Its code did not come: the network's fault, as with any object.
    for (const one of waiting.values()) one.failed(new LoadFailure({ kind: 'offline' }));
    waiting.clear();
  };
  const running = (): Thread => {
    if (thread !== undefined) return thread;
    const mine = start();
    mine.addEventListener('message', ({ data }) => hear(data));
    mine.addEventListener('error', () => give(mine));
    thread = mine;
    return mine;
  };
  const ask =
    <Q extends keyof Questions>(question: Q) =>
    (object: Sha256, ...asked: Parameters<Questions[Q]>) =>
      new Promise<ReturnType<Questions[Q]>>((done, failed) => {
        questions += 1;
        waiting.set(questions, { done, failed });
        running().postMessage({ id: questions, question, object, asked });
      });
  return {
    open: ask('open'),
    search: ask('search'),
    resolve: ask('resolve'),
    about: ask('about'),
    uses: ask('uses'),
  };
}

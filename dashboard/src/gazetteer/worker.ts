/** The gazetteer on a thread of its own: reading 13,000 units and searching them never holds up a page. */
import { browserWorld } from '../data/browser.ts';
import { LoadFailure } from '../data/failure.ts';
import { objectsOf } from '../data/objects.ts';
import { atlasOf } from './atlas.ts';
import type { Asked, Told } from './protocol.ts';

const atlas = atlasOf(objectsOf(browserWorld()));
const tell = (told: Told): void => postMessage(told);

async function answer({ id, question, object, asked }: Asked): Promise<void> {
  try {
    const reply: (object: Asked['object'], ...asked: never[]) => Promise<unknown> = atlas[question];
    tell({ id, answer: await reply(object, ...(asked as never[])) });
  } catch (problem) {
    if (problem instanceof LoadFailure) tell({ id, failure: problem.failure });
    else tell({ id, broken: String(problem) });
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));

/** The engine on a thread of its own: the page stays quick however large the file is. */
import { shippedRegistry } from '#domain/units/shipped.ts';
import { newDesk } from './carry-out.ts';
import type { Asked, Told, Trouble } from './protocol.ts';

/** More often than people can see is no use to them. */
const TELL_MS = 50;

const desk = newDesk();
const tell = (told: Told): void => postMessage(told);

function teller(id: number): (bytes: number) => void {
  let told = 0;
  return (bytes) => {
    const now = performance.now();
    if (now - told < TELL_MS) return;
    told = now;
    tell({ told: 'progress', id, bytes });
  };
}

/** The browser says so of a file that was changed, moved or deleted since it was chosen. */
const UNREADABLE: ReadonlySet<string> = new Set(['NotReadableError', 'NotFoundError']);

const troubleOf = (error: unknown): Trouble =>
  error instanceof DOMException && UNREADABLE.has(error.name) ? 'unreadable' : 'broken';

async function carryOut({ id, order }: Asked): Promise<void> {
  try {
    tell({ told: 'done', id, result: await desk(order, teller(id)) });
  } catch (error) {
    tell({ told: 'failed', id, trouble: troubleOf(error), detail: String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => void carryOut(data));
shippedRegistry();
tell({ told: 'ready' });

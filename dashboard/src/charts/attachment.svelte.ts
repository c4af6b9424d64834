import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Drawing } from './draw.ts';
import type { ChartModel } from './model.ts';

export type DrawingState = 'waiting' | 'drawn' | 'failed';

const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 2_000 });
  else setTimeout(run, 200);
};

/** Owns the drawing on one canvas: loads the library once the page rests, keeps it up to date, destroys it. */
export const chartOn =
  (model: () => ChartModel, report: (state: DrawingState) => void): Attachment<HTMLCanvasElement> =>
  (canvas) => {
    let drawing: Drawing | undefined;
    let gone = false;
    whenIdle(() => {
      if (gone) return;
      import('./draw.ts').then(
        ({ draw }) => {
          if (gone) return;
          drawing = draw(canvas, untrack(model));
          report('drawn');
        },
        // The page is whole without its chart: every figure stands in the table. The caption says so.
        () => report('failed'),
      );
    });
    $effect(() => {
      const next = model();
      drawing?.update(next);
    });
    return () => {
      gone = true;
      drawing?.destroy();
    };
  };

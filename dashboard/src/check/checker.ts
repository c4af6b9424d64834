/** The page's side of the worker. */
import type { TableKind } from '#domain/codes.ts';
import type { Period } from '#domain/date.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import type { Asked, CheckJob, FileFormat, Order, Results, Told, Trouble } from './protocol.ts';

/** An order that was not carried out. `stopped`: the reader wanted it no more. */
export class OrderFailed extends Error {
  readonly trouble: Trouble | 'stopped' | 'not-loaded';
  constructor(trouble: OrderFailed['trouble'], detail = '') {
    super(detail === '' ? trouble : detail);
    this.trouble = trouble;
  }
}

interface Waiting {
  readonly done: (result: never) => void;
  readonly failed: (error: OrderFailed) => void;
  readonly progress: ((bytes: number) => void) | undefined;
}

/** What of a Worker is used. */
export interface Thread {
  postMessage(asked: Asked): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Told }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

export interface Checker {
  /** Fails with OrderFailed where the worker could not be loaded. */
  readonly ready: Promise<void>;
  check(job: CheckJob, progress: (bytes: number) => void): Promise<Results['check']>;
  /** The file checked last, with its errors marked. */
  repair(format: FileFormat): Promise<Blob>;
  /** Names of its sheets, where it is a workbook. */
  sheets(): Promise<readonly string[]>;
  template(kind: TableKind, format: FileFormat): Promise<Blob>;
  unitName(code: UnitCode, period: Period): Promise<string | undefined>;
  /** Ends the worker at once; whatever was asked of it fails as `stopped`. */
  stop(): void;
}

export const startThread = (): Thread =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'kiem-tra' });

export function newChecker(thread: Thread): Checker {
  const waiting = new Map<number, Waiting>();
  let loaded: { readonly done: () => void; readonly failed: (error: OrderFailed) => void } | undefined;
  const ready = new Promise<void>((done, failed) => {
    loaded = { done, failed };
  });
  let asked = 0;
  let over: OrderFailed | undefined;

  const end = (error: OrderFailed) => {
    over ??= error;
    loaded?.failed(error);
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  const hear = (told: Told) => {
    if (told.told === 'ready') {
      loaded?.done();
      return;
    }
    const one = waiting.get(told.id);
    if (told.told === 'progress') {
      one?.progress?.(told.bytes);
      return;
    }
    waiting.delete(told.id);
    if (told.told === 'done') one?.done(told.result as never);
    else one?.failed(new OrderFailed(told.trouble, told.detail));
  };
  const ask = <O extends Order['order']>(
    order: Extract<Order, { order: O }>,
    progress?: (bytes: number) => void,
  ): Promise<Results[O]> =>
    new Promise((done, failed) => {
      if (over !== undefined) {
        failed(over);
        return;
      }
      asked += 1;
      waiting.set(asked, { done, failed, progress });
      thread.postMessage({ id: asked, order });
    });

  thread.addEventListener('message', ({ data }) => hear(data));
  thread.addEventListener('error', ({ message }) => end(new OrderFailed('not-loaded', message)));
  // Whoever waits is told; nobody has to.
  ready.catch(() => undefined);
  return {
    ready,
    check: (job, progress) => ask<'check'>({ order: 'check', job }, progress),
    repair: (format) => ask<'repair'>({ order: 'repair', format }),
    sheets: () => ask<'sheets'>({ order: 'sheets' }),
    template: (kind, format) => ask<'template'>({ order: 'template', kind, format }),
    unitName: (code, period) => ask<'unit'>({ order: 'unit', code, period }),
    stop: () => {
      thread.terminate();
      end(new OrderFailed('stopped'));
    },
  };
}

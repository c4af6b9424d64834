import type { Ports } from './pipeline.ts';

/** The process "died" here. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Counts the calls that handlers make on their ports, and dies before the one it is told. */
export interface Faults {
  /** Calls so far. */
  readonly calls: number;
  /** Die before the call of that number, 1 for the first; once. */
  dieBefore(call: number): void;
  readonly ports: Ports;
}

/** Wraps every port. A stream counts as one call, when its first piece is asked for. */
export function faulty(ports: Ports): Faults {
  let calls = 0;
  let deadline = 0;
  const tick = (): void => {
    calls += 1;
    if (calls === deadline) {
      deadline = 0;
      throw new Crash(`died before call ${calls}`);
    }
  };
  return {
    get calls() {
      return calls;
    },
    dieBefore(call) {
      deadline = call;
    },
    ports: {
      inbox: wrap(ports.inbox, tick),
      ledger: wrap(ports.ledger, tick),
      site: wrap(ports.site, tick),
      table: wrap(ports.table, tick),
      toReconcile: wrap(ports.toReconcile, tick),
      toPublish: wrap(ports.toPublish, tick),
    },
  };
}

function wrap<T extends object>(port: T, tick: () => void): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const result: unknown = STREAMS.has(name)
          ? counted(() => member.apply(target, args), tick)
          : undefined;
        if (result !== undefined) return result;
        return new Promise((resolve) => {
          tick();
          resolve(member.apply(target, args));
        });
      };
    },
  });
}

const STREAMS: ReadonlySet<string | symbol> = new Set([
  'read',
  'keys',
  'slotsAfter',
  'records',
  'statements',
  'failures',
]);

async function* counted(start: () => AsyncIterable<unknown>, tick: () => void): AsyncGenerator<unknown> {
  tick();
  yield* start();
}

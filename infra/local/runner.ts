import { join } from 'node:path';
import { type Clients, connect } from './connection.ts';
import { type Engines, startEngines } from './engines/engines.ts';
import { runEventSource } from './event-source.ts';
import { type FunctionProcess, functionProcess } from './function-process.ts';
import { announceObjects } from './object-events.ts';
import { provision } from './provision.ts';
import { untilIdle } from './queue-state.ts';
import { recover } from './recover.ts';
import { renewOutdated } from './renew.ts';
import { dropRun, type Run, writeRun } from './run-file.ts';
import { type Stores, storesOf } from './stores.ts';
import { synthesize } from './synth.ts';
import { type Assembly, readAssembly } from './template.ts';
import { readWiring, type Wiring } from './wiring.ts';

export interface Runner {
  readonly dataDir: string;
  readonly assembly: Assembly;
  readonly wiring: Wiring;
  readonly engines: Engines;
  readonly clients: Clients;
  readonly stores: Stores;
  readonly functions: readonly FunctionProcess[];
  /** Files found in the inbox that an earlier run had not told anybody about. */
  readonly recovered: number;
  /** What was public was in the form of an earlier release, and was derived again. */
  readonly renewed: boolean;
  /** Resolves when every message has been worked on. */
  idle(): Promise<void>;
  /** Ends functions, then engines; once, however often it is called. */
  stop(): Promise<void>;
}

export interface RunnerOptions {
  readonly dataDir: string;
  readonly kind: Run['kind'];
  /** An application synthesized before; absent: this checkout's own. */
  readonly assemblyDir?: string;
  /** False: the engines are up, but no function takes messages. For looking around. */
  readonly work: boolean;
  /** A call that failed will be made again; somebody should know all the same. */
  readonly onTrouble: (error: unknown) => void;
}

/** The whole wiring at work on this machine. Throws DataDirInUse when another process is at work there. */
export async function startRunner({
  dataDir,
  kind,
  work,
  assemblyDir,
  onTrouble,
}: RunnerOptions): Promise<Runner> {
  const assembly = readAssembly(assemblyDir ?? (await synthesize()).dir);
  // The spy is how written objects become events.
  const engines = await startEngines({ dataDir, messageSpies: true });
  try {
    writeRun(dataDir, { kind, ready: false });
    const wiring = readWiring(assembly, engines.queueUrl);
    const clients = connect(engines);
    await provision(wiring, engines, clients);
    announceObjects(wiring.rules, engines);
    const stores = storesOf(wiring, clients);
    const renewed = work && (await renewOutdated(stores));
    const recovered = work ? await recover(wiring, engines, clients, stores) : 0;
    const functions = (work ? wiring.functions : []).map((f) =>
      functionProcess(f, engines.environment(), join(dataDir, 'logs')),
    );
    const sources = startSources(wiring, engines, clients, functions, onTrouble);
    // Who only looks around takes no files in, so others wait for its end.
    writeRun(dataDir, { kind, ready: work });
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      await sources.stop();
      await Promise.all(functions.map((f) => f.stop()));
      dropRun(dataDir);
      await engines.stop();
    };
    return {
      dataDir,
      assembly,
      wiring,
      engines,
      clients,
      stores,
      functions,
      recovered,
      renewed,
      idle: () => untilIdle(wiring, engines.sqsEndpoint),
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    dropRun(dataDir);
    await engines.stop();
    throw error;
  }
}

function startSources(
  wiring: Wiring,
  engines: Engines,
  clients: Clients,
  functions: readonly FunctionProcess[],
  onTrouble: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (functions.length > 0 ? wiring.sources : []).map(({ queue, function: name, batchSize }) => {
    const target = functions.find((f) => f.name === name);
    if (target === undefined) throw new Error(`Template: queue ${queue} feeds ${name}, which is no function`);
    const source = { queue, queueUrl: engines.queueUrl(queue), batchSize, target };
    return runEventSource(source, clients, stopping.signal, onTrouble);
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/**
 * The child process that is one function: loads its bundle once and calls the handler for each event it is
 * sent. Its environment and its memory are its own, as they are in the cloud.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answer, Call } from './worker-protocol.ts';

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

async function loadHandler(bundleDir: string, handler: string): Promise<Handler> {
  const [file, name] = handler.split('.');
  const module: Record<string, unknown> = await import(pathToFileURL(join(bundleDir, `${file}.mjs`)).href);
  const loaded = module[name ?? ''];
  if (typeof loaded !== 'function') throw new Error(`${bundleDir}: no function is exported as ${handler}`);
  return loaded as Handler;
}

/** What a handler may ask about its call. */
const contextOf = ({ requestId, deadline }: Call) => ({
  awsRequestId: requestId,
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${process.env.AWS_LAMBDA_FUNCTION_NAME}`,
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  logGroupName: 'local',
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

const STATUS = '/proc/self/status';
const [bundleDir = '', handlerName = ''] = process.argv.slice(2);
const loading = loadHandler(bundleDir, handlerName);

async function answer(call: Call): Promise<Answer> {
  const { requestId } = call;
  try {
    const handler = await loading;
    const result = await handler(call.event, contextOf(call));
    return { requestId, result: result ?? null, maxRssBytes: maxRssBytes() };
  } catch (error) {
    console.error(error);
    return {
      requestId,
      error: error instanceof Error ? error.message : String(error),
      maxRssBytes: maxRssBytes(),
    };
  }
}

const KIB = 1024;
/**
 * Linux counts the memory of whoever started this process into `maxRSS`, as it was at that moment; its own is
 * told beside it.
 */
const maxRssBytes = (): number => {
  const own = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) * KIB;
};

process.on('message', (call: Call) => void answer(call).then((reply) => process.send?.(reply)));
// Whoever calls is gone: so is the reason to be here. Until then Ctrl-C is the caller's business.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);

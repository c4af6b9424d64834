import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { type FauxqsServer, startFauxqs } from 'fauxqs';

/** Starts S3 and SQS on a free port. Without directories everything is in memory. */
export async function startObjectsAndQueues(options: {
  readonly dataDir?: string;
  readonly s3StorageDir?: string;
  readonly messageSpies: boolean;
}): Promise<FauxqsServer> {
  await listKeysInByteOrder();
  const server = await startFauxqs({ ...options, port: 0, logger: false });
  const admitAgain = refuseOtherMachines(server.port);
  return Object.assign(Object.create(server) as FauxqsServer, {
    stop: async () => {
      await server.stop();
      admitAgain();
    },
  });
}

/**
 * fauxqs always listens on every interface and asks for no credentials. What it keeps is private, so
 * connections from anywhere but this machine are ended before a byte of them is read.
 */
function refuseOtherMachines(port: number): () => void {
  const refuse = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    if (socket.localPort === port && !isLoopback(socket.remoteAddress)) socket.destroy();
  };
  subscribe('net.server.socket', refuse);
  return () => unsubscribe('net.server.socket', refuse);
}

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);

interface Lister {
  listObjects(...args: unknown[]): unknown;
}
let listsInByteOrder = false;

/**
 * S3 lists keys in the order of their bytes. fauxqs 2.4 sorts them as a dictionary would and then continues a
 * page by comparing bytes, so that beyond 1,000 keys some ("24@…" among "24101…") would silently be left out.
 */
async function listKeysInByteOrder(): Promise<void> {
  if (listsInByteOrder) return;
  const module: unknown = await import(new URL('./s3/s3Store.js', import.meta.resolve('fauxqs')).href);
  const { prototype } = (module as { S3Store: { prototype: Lister } }).S3Store;
  const { listObjects } = prototype;
  prototype.listObjects = function (this: Lister, ...args) {
    const asDictionary = String.prototype.localeCompare;
    // Synchronous from here to `finally`: nobody else sees the other order.
    String.prototype.localeCompare = function (this: string, other: string) {
      return `${this}` < other ? -1 : `${this}` > other ? 1 : 0;
    };
    try {
      return listObjects.apply(this, args);
    } finally {
      String.prototype.localeCompare = asDictionary;
    }
  };
  listsInByteOrder = true;
}

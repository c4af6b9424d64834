import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { mendFauxqs } from './mends.ts';

/** Starts S3 and SQS on a free port. Without directories everything is in memory. */
export async function startObjectsAndQueues(options: {
  readonly dataDir?: string;
  readonly s3StorageDir?: string;
  readonly messageSpies: boolean;
}): Promise<FauxqsServer> {
  await mendFauxqs();
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

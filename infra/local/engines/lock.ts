import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

const AnnouncementSchema = v.object({
  pid: v.number(),
  s3Endpoint: v.string(),
  sqsEndpoint: v.string(),
  dynamoEndpoint: v.string(),
});

/** Where the engines of another process answer. */
export type RunningEngines = v.InferOutput<typeof AnnouncementSchema>;

/** Another process runs engines on this directory; `running` is absent while they are starting or stopping. */
export class DataDirInUse extends Error {
  readonly dataDir: string;
  readonly running: RunningEngines | undefined;

  constructor(dataDir: string, running: RunningEngines | undefined) {
    const by = running ? ` (process ${running.pid})` : '';
    super(`${dataDir} is in use by another run${by}: stop that one, or choose another data directory`);
    this.name = 'DataDirInUse';
    this.dataDir = dataDir;
    this.running = running;
  }
}

export interface DataDirLock {
  announce(endpoints: Omit<RunningEngines, 'pid'>): void;
  release(): void;
}

/**
 * Takes the directory for this process. The lock is SQLite's own on an empty database: the operating system
 * lets go of it when the process ends, however it ends, so there are no stale locks to clear.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  const announcement = join(dataDir, 'engines.json');
  const database = new DatabaseSync(join(dataDir, 'engines.lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && error.message.includes('locked')) {
      throw new DataDirInUse(dataDir, readAnnouncement(announcement));
    }
    throw error;
  }
  // One left by a process that was killed tells of engines that no longer answer.
  rmSync(announcement, { force: true });
  return {
    announce: (endpoints) => writeFileSync(announcement, JSON.stringify({ pid: process.pid, ...endpoints })),
    release: () => {
      rmSync(announcement, { force: true });
      database.close();
    },
  };
}

function readAnnouncement(path: string): RunningEngines | undefined {
  try {
    return v.parse(AnnouncementSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Not there yet, or being written at this moment: the lock alone is the truth.
    return undefined;
  }
}

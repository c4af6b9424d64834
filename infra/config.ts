/** How long, how large, how many: every setting that a stage may choose, in one place. */
export interface StageSettings {
  readonly name: StageName;
  /** Where it is meant to stand. The stack itself names no region and no account. */
  readonly regionHint: string;
  /** Refuses `cloudformation delete-stack`. */
  readonly terminationProtection: boolean;
  /** Files larger than this are refused. */
  readonly maxFileBytes: number;
  readonly inbox: {
    /** Nobody can delete or overwrite a file handed in during this time. */
    readonly lockDays: number;
    /**
     * governance: a person given the special right may still lift the lock (a court's order to erase personal
     * data, say); compliance: nobody can, not even the account's owner.
     */
    readonly lockMode: 'governance' | 'compliance';
  };
  readonly retention: {
    readonly functionLogDays: 7 | 30 | 90 | 365;
    readonly accessLogDays: number;
    /** Replaced versions of private ledger objects and of the site. */
    readonly replacedVersionDays: number;
    /** A failed message waits this long for a person; 14 is the most that SQS keeps. */
    readonly deadLetterDays: number;
  };
  readonly ingest: WorkerSettings;
  readonly reconcile: WorkerSettings;
  readonly publish: WorkerSettings;
  readonly site: {
    /** The public name and its certificate (in us-east-1); the CDN's own name when absent. */
    readonly domain?: { readonly name: string; readonly certificateArn: string };
  };
  readonly alarms: {
    /** Who is written to. Nobody when absent: the alarms still show in the console. */
    readonly email?: string;
  };
}

export interface WorkerSettings {
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Messages taken in one call. */
  readonly batchSize: number;
  /** Calls at one time at the most; 2 is the least that SQS takes. */
  readonly maxConcurrency: number;
  /** Deliveries before a message is set aside for a person. */
  readonly maxReceiveCount: number;
  /** The oldest message may wait this long before people are called. */
  readonly waitAlarmSeconds: number;
}

export type StageName = 'staging' | 'production';

const MEBIBYTE = 1024 * 1024;
const YEAR_DAYS = 365;

const staging: StageSettings = {
  name: 'staging',
  regionHint: 'ap-southeast-1',
  terminationProtection: false,
  maxFileBytes: 512 * MEBIBYTE,
  inbox: { lockDays: 1, lockMode: 'governance' },
  retention: { functionLogDays: 30, accessLogDays: 30, replacedVersionDays: 30, deadLetterDays: 14 },
  // One file per call: a large one may use the whole time, and a bad one delays nobody else's.
  ingest: {
    memoryMb: 512,
    timeoutSeconds: 900,
    batchSize: 1,
    maxConcurrency: 10,
    maxReceiveCount: 4,
    waitAlarmSeconds: 3600,
  },
  reconcile: {
    memoryMb: 1024,
    timeoutSeconds: 300,
    batchSize: 10,
    maxConcurrency: 20,
    maxReceiveCount: 5,
    waitAlarmSeconds: 1800,
  },
  // Many notes, one publication. One message group makes it a single writer whatever the concurrency.
  publish: {
    memoryMb: 1024,
    timeoutSeconds: 600,
    batchSize: 10,
    maxConcurrency: 2,
    maxReceiveCount: 5,
    waitAlarmSeconds: 1800,
  },
  site: {},
  alarms: {},
};

const production: StageSettings = {
  ...staging,
  name: 'production',
  terminationProtection: true,
  // Accounting records are kept ten years: a setting of this deployment, to be confirmed with its own archivist.
  inbox: { lockDays: 10 * YEAR_DAYS, lockMode: 'governance' },
  retention: {
    functionLogDays: 365,
    accessLogDays: YEAR_DAYS,
    replacedVersionDays: YEAR_DAYS,
    deadLetterDays: 14,
  },
};

export const STAGES: Readonly<Record<StageName, StageSettings>> = { staging, production };

/** The settings of a stage by its name; throws with the known names when there is no such stage. */
export function stageSettings(name: unknown): StageSettings {
  if (name === 'staging' || name === 'production') return STAGES[name];
  throw new Error(
    `Unknown stage ${JSON.stringify(name)}: use -c stage=${Object.keys(STAGES).join(' or -c stage=')}`,
  );
}

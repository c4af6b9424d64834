/** From the runner to a function's process. */
export interface Call {
  readonly requestId: string;
  readonly event: unknown;
  /** Milliseconds since the epoch at which the caller loses patience. */
  readonly deadline: number;
}

/** Back again. `error` where the handler threw. */
export interface Answer {
  readonly requestId: string;
  readonly result?: unknown;
  readonly error?: string;
  /** The most memory the process ever had resident. */
  readonly maxRssBytes: number;
}

/** A shell, npm and the terminal may each pass on the same Ctrl-C; within this time it counts as one. */
const SAME_KEYPRESS_MS = 800;
const FORCED_EXIT = 130;

/** Resolves at the first Ctrl-C (or SIGTERM); a second one ends the process at once. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const interrupt = (): void => {
      firstAt ??= Date.now();
      if (Date.now() - firstAt > SAME_KEYPRESS_MS) process.exit(FORCED_EXIT);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  });
}

/** The two ends of a web stream of bytes, as much of them as is used here; every engine's own fit these. */
export interface ByteReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

/** A decoder of UTF-8 that refuses what is none. */
export interface StrictDecoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

/** What was thrown on the other side of a stream; its reader only learns that something was. */
export type Failure = { readonly error: unknown } | undefined;

/**
 * All that comes out of a stream, and what has become of the work that fills it. Whoever stops early makes that
 * work stop, too.
 */
export async function* drain(reader: ByteReader, work: Promise<Failure>): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || value === undefined) break;
      yield value;
    }
    const failure = await work;
    if (failure !== undefined) throw failure.error;
  } finally {
    await reader.cancel().catch(() => undefined);
    await work;
  }
}

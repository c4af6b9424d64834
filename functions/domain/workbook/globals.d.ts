/**
 * Standard globals of Node, Lambda and browsers alike that a workbook needs: streams and UTF-8. Declared here so
 * that the rest of the DOM and of Node stays out of the core's sight.
 */
declare class TransformStream {
  readonly readable: { getReader(): import('./byte-streams.ts').ByteReader };
  readonly writable: { abort(reason?: unknown): Promise<void> };
}

declare class ReadableStream {
  constructor(source: {
    pull(sink: { enqueue(bytes: Uint8Array): void; close(): void }): Promise<void>;
  });
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

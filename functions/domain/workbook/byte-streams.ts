/** The two ends of a web stream of bytes, as much of them as is used here; every engine's own fit these. */
export interface ByteReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

export interface ByteWriter {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}

/** A decoder of UTF-8 that refuses what is none. */
export interface StrictDecoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

export interface Utf8Encoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

/**
 * A file's bytes in portions, never as a whole. Not by `for await` over the stream: not every browser in use
 * can.
 */
export async function* fileBytes(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // The rest is not wanted; a file that could not be read has nothing to cancel.
    await reader.cancel().catch(() => undefined);
  }
}

export const wholeFile = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

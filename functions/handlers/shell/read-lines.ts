/** The lines of a UTF-8 text as its bytes come; the last may lack its line feed. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let open = '';
  for await (const chunk of chunks) {
    const lines = (open + decoder.decode(chunk, { stream: true })).split('\n');
    open = lines.pop() ?? '';
    // One by one: handing the array's own iterator on costs twice as much.
    for (const line of lines) yield line;
  }
  open += decoder.decode();
  if (open !== '') yield open;
}

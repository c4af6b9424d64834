/** One line per step: what is being done while it is, then how long it took. */
export async function step<T>(
  title: string,
  work: () => Promise<T>,
  describe: (result: T) => string = () => '',
): Promise<T> {
  const start = performance.now();
  const terminal = process.stdout.isTTY;
  if (terminal) process.stdout.write(`• ${title}…`);
  try {
    const result = await work();
    const detail = describe(result);
    const line = `• ${title}${detail ? `: ${detail}` : ''} (${seconds(start)})`;
    process.stdout.write(terminal ? `\r\u001b[2K${line}\n` : `${line}\n`);
    return result;
  } catch (error) {
    process.stdout.write(
      terminal ? `\r\u001b[2K✗ ${title} (${seconds(start)})\n` : `✗ ${title} (${seconds(start)})\n`,
    );
    throw error;
  }
}

const seconds = (start: number): string =>
  `${((performance.now() - start) / 1000).toFixed(1).replace('.', ',')} giây`;

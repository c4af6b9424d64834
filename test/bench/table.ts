/** A table as plain text, its columns as wide as they must be, figures to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) => line.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
  return [text[0], widths.map((width) => '-'.repeat(width)).join('  '), ...text.slice(1)].join('\n');
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export const whole = (value: number): string => grouped.format(value);
export const seconds = (ms: number): string => (ms / 1000).toFixed(2);
export const ratio = (value: number): string => value.toFixed(2);
export const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

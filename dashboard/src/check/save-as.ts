const SOON_MS = 60_000;

/** Hands a file to the reader's downloads. It is made here: nothing is asked of any server. */
export function saveAs(name: string, content: Blob | string, type = 'application/json'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const href = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), SOON_MS);
}

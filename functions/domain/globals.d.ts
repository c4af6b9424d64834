/**
 * The one global beyond the language that the pure core uses. It exists wherever the core runs and does no I/O;
 * declaring it here keeps the rest of the DOM and of Node out of its sight.
 */
declare class TextDecoder {
  constructor(
    label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252',
    options: { fatal: true; ignoreBOM?: boolean },
  );
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

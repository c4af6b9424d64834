/**
 * The few globals of the WHATWG standards that the pure core uses. They exist wherever it runs and do no I/O;
 * declaring them here keeps the rest of the DOM and of Node out of its sight.
 */
declare function encodeURIComponent(text: string): string;
declare function decodeURIComponent(text: string): string;

declare class TextDecoder {
  constructor(label: 'utf-8', options: { fatal: true; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

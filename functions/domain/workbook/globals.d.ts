/**
 * Standard globals of Node, Lambda and browsers alike that a workbook needs: DEFLATE and UTF-8. Declared here so
 * that the rest of the DOM and of Node stays out of the core's sight.
 */
type ByteTransform = new (
  format: 'deflate-raw',
) => {
  readonly writable: { getWriter(): import('./byte-streams.ts').ByteWriter };
  readonly readable: { getReader(): import('./byte-streams.ts').ByteReader };
};
declare const DecompressionStream: ByteTransform;
declare const CompressionStream: ByteTransform;

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

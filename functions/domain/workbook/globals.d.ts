/**
 * Standard globals of Node, Lambda and browsers alike that a workbook needs: DEFLATE and UTF-8. Declared here so
 * that the rest of the DOM and of Node stays out of the core's sight.
 */
interface WorkbookByteWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}
interface WorkbookByteReader {
  read(): Promise<{ done: boolean; value?: Uint8Array }>;
  cancel(reason?: unknown): Promise<void>;
}
interface WorkbookByteTransform {
  readonly writable: { getWriter(): WorkbookByteWriter };
  readonly readable: { getReader(): WorkbookByteReader };
}
declare const DecompressionStream: new (format: 'deflate-raw') => WorkbookByteTransform;
declare const CompressionStream: new (format: 'deflate-raw') => WorkbookByteTransform;

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

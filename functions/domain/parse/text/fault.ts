/** Why bytes are no text of ours. */
export interface DecodeFault {
  /** FILE_ENCODING_UNKNOWN: no encoding that we know makes Vietnamese of them, or they are broken UTF-16. */
  readonly rule: 'FILE_NUL_BYTES' | 'FILE_NOT_UTF8' | 'FILE_ENCODING_UNKNOWN';
  /** The text before the line at fault, so that the place does not depend on how the bytes were cut. */
  readonly before: string;
}

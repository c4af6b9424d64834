/** Counts, in bytes that come in portions, what speaks for UTF-8 and against it. */
export class ByteEvidence {
  /** Bytes that follow the first one of a sound character, at most two for each. */
  sound = 0;
  /** Bytes that are no part of a sound character. */
  broken = 0;
  /** Whether a byte was seen that some 8-bit encoding has a letter for. */
  letters = false;
  /** Where the first broken byte stands, counted from the first byte that was added. */
  firstBroken: number | undefined;
  #position = 0;
  /** Bytes seen of the character that is being read, and its length. */
  #seen = 0;
  #length = 0;
  /** What its next byte may be. */
  #low = 0;
  #high = 0;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte > 0x7f || this.#seen > 0) this.#take(byte);
      this.#position += 1;
    }
  }

  end(): void {
    this.#break();
  }

  /** UTF-8 for the most part: what is broken in it is damage, not another encoding. */
  get mostlyUtf8(): boolean {
    return this.sound >= this.broken;
  }

  /** How much of what lies beyond ASCII is sound UTF-8; 1 when nothing does. */
  get soundShare(): number {
    return this.broken === 0 ? 1 : this.sound / (this.sound + this.broken);
  }

  #take(byte: number): void {
    if (byte > 0xa0) this.letters = true;
    if (this.#seen > 0 && byte >= this.#low && byte <= this.#high) {
      this.#seen += 1;
      this.#low = 0x80;
      this.#high = 0xbf;
      if (this.#seen === this.#length) {
        this.sound += Math.min(2, this.#length - 1);
        this.#seen = 0;
      }
      return;
    }
    this.#break();
    if (byte < 0x80) return;
    this.#seen = 1;
    this.#length = lengthOf(byte);
    if (this.#length === 0) this.#break(this.#position + 1);
    // Longer forms than needed, halves of surrogate pairs, and what lies beyond Unicode.
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  }

  /** The character that is being read ends here, unfinished. */
  #break(end = this.#position): void {
    if (this.#seen === 0) return;
    this.firstBroken ??= end - this.#seen;
    this.broken += this.#seen;
    this.#seen = 0;
  }
}

/** How many bytes a character has that begins with this one; 0 when none does. */
function lengthOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** How many of the last bytes belong to a character that is not complete yet. */
export function unfinishedUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

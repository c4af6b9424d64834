import { SaxesParser } from 'saxes';
import { damaged } from './refusal.ts';

/** Values by the names that stand in the tag, prefixes included. An object without a prototype. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is met on the way through a document. Names of elements without their namespace's prefix. */
export interface XmlSink {
  open(name: string, attributes: XmlAttributes): void;
  /** Decoded. A long text may come in several pieces. */
  text(piece: string): void;
  close(name: string): void;
}

/** Deeper than any part of a workbook goes. */
const MAX_DEPTH = 64;
/** UTF-16 units of a single tag, text or comment, each of which is held until its end has come. */
const MAX_PIECE = 1024 * 1024;

/**
 * A strict reader of well-formed XML in portions, that keeps no tree. A document type is refused, so there are no
 * entities to expand. Throws a Refusal for whatever is not well-formed.
 */
export class XmlScanner {
  readonly #parser = new SaxesParser({ position: false, xmlns: false });
  #depth = 0;
  #sinceEvent = 0;

  constructor(sink: XmlSink) {
    const text = (piece: string) => {
      this.#sinceEvent = 0;
      if (this.#depth > 0) sink.text(piece);
    };
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#sinceEvent = 0;
      this.#depth += 1;
      if (this.#depth > MAX_DEPTH) throw damaged('XML nesting');
      sink.open(localName(name), attributes);
    });
    this.#parser.on('closetag', ({ name }) => {
      this.#sinceEvent = 0;
      this.#depth -= 1;
      sink.close(localName(name));
    });
    this.#parser.on('text', text);
    this.#parser.on('cdata', text);
    this.#parser.on('doctype', () => {
      throw damaged('XML document type');
    });
    this.#parser.on('error', () => {
      throw damaged('XML');
    });
  }

  push(portion: string): void {
    this.#sinceEvent += portion.length;
    this.#parser.write(portion);
    if (this.#sinceEvent > MAX_PIECE) throw damaged('XML piece too long');
  }

  end(): void {
    this.#parser.close();
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of an attribute, whatever the prefix of its namespace is in this document. */
export function prefixedAttribute(attributes: XmlAttributes, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

import { damaged } from './refusal.ts';

/** What is met on the way through a document. Names without their namespace's prefix. */
export interface XmlSink {
  /** `tag` is the whole of what stands between `<` and `>`: see `attribute`. */
  open(name: string, tag: string): void;
  /** Decoded. A long text comes in several pieces. */
  text(piece: string): void;
  close(name: string): void;
}

/** Deeper than any part of a workbook goes. */
const MAX_DEPTH = 64;
/** A single tag, comment or section: longer ones would have us search the same text over and over. */
const MAX_TAG = 256 * 1024;
const LONGEST_ENTITY = 12;

/**
 * A strict reader of well-formed XML in portions, that keeps no tree. A document type is refused, so there are no
 * entities to expand. Throws a Refusal for whatever is not well-formed.
 */
export class XmlScanner {
  readonly #sink: XmlSink;
  readonly #open: string[] = [];
  #rest = '';
  #roots = 0;

  constructor(sink: XmlSink) {
    this.#sink = sink;
  }

  push(portion: string): void {
    const text = this.#rest === '' ? portion : this.#rest + portion;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === LESS ? this.#tag(text, at) : this.#text(text, at);
      if (next === at) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_TAG) throw damaged('XML tag too long');
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0 || this.#roots !== 1) throw damaged('XML cut off');
  }

  /** All text up to the next tag; of an unfinished text, all but what may be half an entity. */
  #text(text: string, from: number): number {
    const less = text.indexOf('<', from);
    let to = less === -1 ? text.length : less;
    if (less === -1) {
      const and = text.lastIndexOf('&');
      if (and >= from && text.length - and < LONGEST_ENTITY && text.indexOf(';', and) === -1) to = and;
    }
    if (to === from) return from;
    const piece = text.slice(from, to);
    if (this.#open.length > 0) this.#sink.text(decodeEntities(piece));
    else if (piece.replace('\ufeff', '').trim() !== '') throw damaged('XML text outside');
    return to;
  }

  #tag(text: string, from: number): number {
    const second = text.charCodeAt(from + 1);
    if (second === SLASH) return this.#closing(text, from);
    if (second === QUESTION) return after(text, '?>', from);
    if (second === EXCLAMATION) return this.#declaration(text, from);
    const end = endOfTag(text, from + 1);
    if (end === -1) return from;
    const empty = text.charCodeAt(end - 1) === SLASH;
    const tag = text.slice(from + 1, empty ? end - 1 : end);
    const name = localName(tag);
    if (this.#open.length === 0) this.#roots++;
    if (this.#open.length >= MAX_DEPTH || this.#roots > 1) throw damaged('XML nesting');
    this.#sink.open(name, tag);
    if (empty) this.#sink.close(name);
    else this.#open.push(name);
    return end + 1;
  }

  #closing(text: string, from: number): number {
    const end = text.indexOf('>', from);
    if (end === -1) return from;
    const name = localName(text.slice(from + 2, end));
    if (this.#open.pop() !== name) throw damaged('XML tags do not match');
    this.#sink.close(name);
    return end + 1;
  }

  #declaration(text: string, from: number): number {
    if (text.length - from < CDATA.length) return from;
    if (text.startsWith('<!--', from)) return after(text, '-->', from + 4, from);
    if (!text.startsWith(CDATA, from)) throw damaged('XML document type');
    const next = after(text, ']]>', from + CDATA.length, from);
    if (next !== from) this.#sink.text(text.slice(from + CDATA.length, next - 3));
    return next;
  }
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const QUESTION = 63;
const EXCLAMATION = 33;
const COLON = 58;
const CDATA = '<![CDATA[';

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** The place after `mark`, or `start` when it has not come yet. */
function after(text: string, mark: string, from: number, start = from): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? start : at + mark.length;
}

/** The tag's `>`: one inside quotes does not end it. −1 when it has not come yet. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at;
    else if (code === 34 || code === 39) quote = code;
    else if (code === LESS) throw damaged('XML tag in a tag');
  }
  return -1;
}

function localName(tag: string): string {
  let start = 0;
  let end = 0;
  for (; end < tag.length && !isSpace(tag.charCodeAt(end)); end++) {
    if (tag.charCodeAt(end) === COLON) start = end + 1;
  }
  if (start === end) throw damaged('XML tag without a name');
  return tag.slice(start, end);
}

/** The value of an attribute, by its name without a prefix; undefined where the tag has none. */
export function attribute(tag: string, name: string): string | undefined {
  let at = 0;
  while (at < tag.length && !isSpace(tag.charCodeAt(at))) at++;
  for (;;) {
    while (at < tag.length && isSpace(tag.charCodeAt(at))) at++;
    if (at >= tag.length) return undefined;
    const equals = tag.indexOf('=', at);
    if (equals === -1) throw damaged('XML attribute');
    let open = equals + 1;
    while (isSpace(tag.charCodeAt(open))) open++;
    const quote = tag[open];
    const close = quote === '"' || quote === "'" ? tag.indexOf(quote, open + 1) : -1;
    if (close === -1) throw damaged('XML attribute');
    if (named(tag, at, equals, name)) return decodeEntities(tag.slice(open + 1, close));
    at = close + 1;
  }
}

function named(tag: string, from: number, equals: number, name: string): boolean {
  let to = equals;
  while (isSpace(tag.charCodeAt(to - 1))) to--;
  const start = to - name.length;
  if (start < from || !tag.startsWith(name, start)) return false;
  return start === from || tag.charCodeAt(start - 1) === COLON;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (text.indexOf('&') === -1) return text;
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : 0;
    const character = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (!character || !whole.endsWith(';')) throw damaged('XML entity');
    return String.fromCodePoint(point);
  });
}

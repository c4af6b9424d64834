import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, XmlScanner } from '#domain/workbook/xml.ts';

/** What is met, texts joined, however the document was cut. */
function met(portions: readonly string[]): string[] {
  const events: string[] = [];
  let text = '';
  const event = (what: string) => {
    if (text !== '') events.push(text);
    text = '';
    events.push(what);
  };
  const scanner = new XmlScanner({
    open: (name) => event(`<${name}`),
    text: (piece) => {
      text += piece;
    },
    close: (name) => event(`/${name}`),
  });
  for (const portion of portions) scanner.push(portion);
  scanner.end();
  return events;
}

const DOCUMENT =
  '<?xml version="1.0"?>\n<!-- <x> --><a:r q="1>0" w=\'"\'>x &amp; y &#272;<b/><![CDATA[<&]]> ]]<c >z</c ><!--->--></a:r>\n';

describe('a document', () => {
  it('is met piece by piece', () => {
    expect(met([DOCUMENT])).toEqual(['<r', 'x & y Đ', '<b', '/b', '<& ]]', '<c', 'z', '/c', '/r']);
  });

  it('is the same wherever it is cut', () => {
    const whole = met([DOCUMENT]);
    expect(met([...DOCUMENT])).toEqual(whole);
    fc.assert(
      fc.property(fc.nat(DOCUMENT.length), fc.nat(DOCUMENT.length), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(met([DOCUMENT.slice(0, from), DOCUMENT.slice(from, to), DOCUMENT.slice(to)])).toEqual(whole);
      }),
    );
  });

  it.each([
    ['a tag that never ends', '<a b="'],
    ['a comment that never ends', '<a><!--'],
    ['a section that never ends', '<a><![CDATA['],
  ])('with %s is given up before it has come to its end', (_, start) => {
    const scanner = new XmlScanner({ open: () => {}, text: () => {}, close: () => {} });
    scanner.push(start);
    expect(() => {
      for (let i = 0; i < 20; i++) scanner.push('x'.repeat(16 * 1024));
    }).toThrow('WORKBOOK_DAMAGED');
  });

  it.each([
    [''],
    ['<a>'],
    ['<a></b>'],
    ['</a>'],
    ['<a/><a/>'],
    ['x<a/>'],
    ['<a/>x'],
    ['<a>&x;</a>'],
    ['<a>&amp</a>'],
    ['<a>&#0;</a>'],
    ['<a>&#x110000;</a>'],
    ['<a <b>'],
    ['< a/>'],
    ['<!DOCTYPE a><a/>'],
    ['<a><!ELEMENT a></a>'],
  ])('that reads %j is damaged', (text) => {
    expect(() => met([text])).toThrow('WORKBOOK_DAMAGED');
  });
});

describe('an attribute', () => {
  it.each([
    ['c r="A1" s="2"', 's', '2'],
    ["c r='A1'", 'r', 'A1'],
    ['c\n r = "A1"', 'r', 'A1'],
    ['sheet sheetId="7" r:id="rId1"', 'id', 'rId1'],
    ['c ss="1" s="2"', 's', '2'],
    ['c x=\' s="9" \' s="2"', 's', '2'],
    ['c name="a &amp; b"', 'name', 'a & b'],
    ['c r="A1"', 't', undefined],
    ['c', 'r', undefined],
  ])('of %j named %j is %j', (tag, name, value) => {
    expect(attribute(tag, name)).toBe(value);
  });

  it.each(['c r', 'c r=A1', 'c r="A1'])('of %j is damaged', (tag) => {
    expect(() => attribute(tag, 'r')).toThrow('WORKBOOK_DAMAGED');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixedAttribute, type XmlAttributes, XmlScanner } from '#domain/workbook/xml.ts';

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
    ['a text that never ends', '<a>'],
    ['a document type that never ends', '<!DOCTYPE '],
  ])('with %s is given up before it has come to its end', (_, start) => {
    const scanner = new XmlScanner({ open: () => {}, text: () => {}, close: () => {} });
    scanner.push(start);
    expect(() => {
      for (let i = 0; i < 80; i++) scanner.push('x'.repeat(16 * 1024));
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
    ['<a b/>'],
    ['<a b=1/>'],
    ['<a b="1" b="2"/>'],
    ['<a b="<"/>'],
    ['<a>\u0001</a>'],
    ['<a>]]></a>'],
  ])('that reads %j is damaged', (text) => {
    expect(() => met([text])).toThrow('WORKBOOK_DAMAGED');
  });
});

function attributesOf(text: string): XmlAttributes {
  const met: XmlAttributes[] = [];
  const scanner = new XmlScanner({ open: (_, it) => met.push(it), text: () => {}, close: () => {} });
  scanner.push(text);
  scanner.end();
  return met[0] ?? {};
}

describe('attributes', () => {
  it.each([
    ['<c r="A1" s="2"/>', { r: 'A1', s: '2' }],
    ["<c\n r = 'A1'/>", { r: 'A1' }],
    ['<c name="a &amp; b &#272;"/>', { name: 'a & b Đ' }],
    ['<c x=\' s="9" \' s="2"/>', { x: ' s="9" ', s: '2' }],
    ['<c/>', {}],
  ])('of %j are %j', (text, attributes) => {
    expect({ ...attributesOf(text) }).toEqual(attributes);
  });

  it('have no names but those that stand there', () => {
    const names = ['constructor', 'toString', '__proto__'];
    expect(names.map((name) => attributesOf('<c r="A1"/>')[name])).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['<s sheetId="7" r:id="rId1"/>', 'rId1'],
    ['<s sheetId="7" id="rId1"/>', 'rId1'],
    ['<s sheetId="7"/>', undefined],
  ])('with a namespace are found by their own name: %j', (text, id) => {
    expect(prefixedAttribute(attributesOf(text), 'id')).toBe(id);
  });
});

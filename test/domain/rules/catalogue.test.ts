import { describe, expect, it } from 'vitest';
import { RULES, type RuleId, ruleById } from '#domain/rules/catalogue.ts';
import { ENGLISH } from '#domain/rules/english/catalogue.ts';
import { type RenderedFinding, type Rule, SCOPES } from '#domain/rules/rule.ts';

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;
const SENTENCE = /^[^\s].*\.$/su;
/** Names of columns and what to type stay Vietnamese in an English text; so does the name of the currency. */
const QUOTED = /“[^”]*”|đồng/g;
const englishOf = ({ id }: Rule): RenderedFinding => ENGLISH[id as RuleId];
const rules = RULES.map((rule) => [rule.id, rule] as const);

/** What a finding says of itself, and the facts that a rule may be given besides. Never the text of a cell. */
const OWN = ['count', 'row', 'places', 'column', 'date', 'expected', 'actual', 'difference'];
const PARAMS = [
  ...['format', 'bytes', 'limit', 'what', 'font', 'sheet', 'sheets', 'fields', 'rowDot', 'rowComma'],
  ...['from', 'to', 'declaredFrom', 'declaredTo', 'declared', 'received', 'day', 'supersedes'],
  ...['unit', 'versions', 'fund', 'level', 'purpose', 'fundKind', 'codes', 'candidates', 'communes'],
  ...[
    'kind',
    'kinds',
    'other',
    'example',
    'columns',
    'english',
    'times',
    'title',
    'heading',
    'year',
    'missing',
  ],
  ...[
    'account',
    'days',
    'onlyEarlier',
    'onlyLater',
    'of',
    'round',
    'currency',
    'limit',
    'item',
    'source',
    ...['per', 'perOne', 'bound', 'basis', 'quantity', 'short', 'units', 'why'],
    'years',
    'limitVnd',
    ...['inVnd', 'outVnd'],
    ...['indicator', 'stated', 'reached'],
  ],
];

const parts = ({ title, what, expected = '', fix }: RenderedFinding) => ({ title, what, expected, fix });
const placeholders = (text: string): string[] => [...new Set(text.match(/\{.*?\}/g))].sort();
const placeholdersOf = (texts: RenderedFinding) =>
  Object.entries(parts(texts)).map(([part, text]) => [part, placeholders(text)]);
const sentencesOf = ({ method, what, fix }: Rule) => [method, what, fix];

describe('the catalogue', () => {
  it('names each rule once, in capitals', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(ruleById(id)?.id).toBe(id);
      expect(id).toMatch(/^[A-Z]+(_[A-Z0-9]+)*$/);
    }
  });

  it('goes from the file down to the cell, and then to the book', () => {
    expect([...new Set(RULES.map(({ scope }) => scope))]).toEqual(Object.keys(SCOPES));
    const order = RULES.map(({ scope }) => Object.keys(SCOPES).indexOf(scope));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it.each(rules)('%s is told in whole Vietnamese sentences', (_id, rule) => {
    for (const text of [rule.title, ...sentencesOf(rule)]) expect(text).toMatch(VIETNAMESE);
    for (const text of sentencesOf(rule)) {
      expect(text).toMatch(SENTENCE);
      expect(text).not.toMatch(/ {2}|\.\.|\s[.,;:](?=\s|$)/);
      expect(text).toBe(text.normalize('NFC'));
    }
    // The method page shows them with no finding to fill them from.
    expect(rule.method).not.toMatch(/[{}]/);
  });

  it.each(rules)('%s is told in whole English sentences', (_id, rule) => {
    const en = englishOf(rule);
    for (const text of [en.what, en.fix]) expect(text).toMatch(SENTENCE);
    for (const text of Object.values(parts(en))) {
      expect(text).not.toMatch(/ {2}|\.\.|\s[.,;:](?=\s|$)/);
      expect(text.replace(QUOTED, '')).not.toMatch(VIETNAMESE);
    }
  });

  it.each(rules)('%s has a bare title and says what is expected in no sentence', (_id, rule) => {
    for (const { title, expected = 'x' } of [rule, englishOf(rule)]) {
      expect(title).toMatch(/^\S[^{}]*[^.:\s]$/);
      expect(expected).toMatch(/\S/);
      expect(expected).not.toMatch(/^\s|[.:;,\s]$/);
    }
    expect(englishOf(rule).title).not.toBe(rule.title);
  });

  it.each(rules)('%s says the same in both languages', (_id, rule) => {
    const en = englishOf(rule);
    expect(placeholdersOf(en)).toEqual(placeholdersOf(rule));
    expect(en.expected === undefined).toBe(rule.expected === undefined);
  });

  it.each(rules)('%s is filled from what findings hold, and from nothing else', (_id, rule) => {
    const known = [...OWN, ...PARAMS].map((name) => `{${name}}`);
    expect(known).toEqual(expect.arrayContaining(placeholdersOf(rule).flatMap(([, names]) => names)));
  });

  it.each(rules)('%s is as grave as what it does, and does what its layer can', (_id, rule) => {
    const { scope, severity, consequence } = rule;
    if (consequence !== 'flag') expect(severity).toBe('error');
    if (consequence === 'reject') expect(['file', 'table', 'column']).toContain(scope);
    if (consequence === 'quarantine') expect(['row', 'cell']).toContain(scope);
  });

  it.each(RULES.filter(({ scope }) => scope === 'cell').map((rule) => [rule.id, rule] as const))(
    '%s says what its cell should hold',
    (_id, rule) => {
      expect(rule.expected).toBeDefined();
      expect(englishOf(rule).expected).toBeDefined();
    },
  );

  it('uses every fact that it knows of', () => {
    const used = new Set(RULES.flatMap(placeholdersOf).flatMap(([, names]) => names));
    expect([...OWN, ...PARAMS].filter((name) => !used.has(`{${name}}`))).toEqual([]);
  });
});

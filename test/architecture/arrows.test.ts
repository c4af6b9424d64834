import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { type Example, lint } from './lint.ts';
import { ROOMS } from './rooms.ts';

/** A file of its own for each example, beside the one named. */
const numbered = (file: string, texts: readonly string[], label: string): Example[] =>
  texts.map((text, i) => ({ path: file.replace('example', `${label}-${i}`), text }));

const importing = (specifier: string): string =>
  `import * as it from '${specifier}';\nexport const x = it;\n`;

describe('the lint rule on imports', () => {
  const arrows = ROOMS.flatMap(({ name, file, mayImport, mustNotImport }) => {
    const examples = (specifiers: readonly string[], label: string, allowed: boolean) =>
      numbered(file, specifiers.map(importing), label).map((example, i) => ({
        room: name,
        specifier: specifiers[i] ?? '',
        allowed,
        ...example,
      }));
    return [...examples(mayImport, 'may', true), ...examples(mustNotImport, 'not', false)];
  });
  const broken = lint(arrows);

  it.each(arrows.filter(({ allowed }) => allowed))('lets the $room import $specifier', ({ path }) => {
    expect(broken.get(path)).toBeUndefined();
  });

  it.each(arrows.filter(({ allowed }) => !allowed))('keeps the $room from $specifier', ({ path }) => {
    expect(broken.get(path)).toContain('lint/style/noRestrictedImports');
  });

  const otherWays = numbered(
    'functions/domain/example.ts',
    [
      `import type { X } from '#adapters/ports.ts';\nexport type Y = X;\n`,
      `export { s3 } from '#adapters/clients.ts';\n`,
      `export const load = () => import('node:fs');\n`,
    ],
    'other',
  );
  const brokenOtherwise = lint(otherWays);

  it.each(otherWays)('sees an import in: $text', ({ path }) => {
    expect(brokenOtherwise.get(path)).toContain('lint/style/noRestrictedImports');
  });
});

describe('the lint rule on the clock and chance', () => {
  const expressions = [
    ...['Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()'],
    ...["new Date('2025-07-01')", "Date.parse('2025-07-01')"],
  ];
  const examples = numbered(
    'functions/handlers/example.ts',
    expressions.map((expression) => `export const x = ${expression};\n`),
    'time',
  );
  const broken = lint(examples);

  it.each(expressions.slice(0, 4).map((expression, i) => [expression, examples[i]?.path]))(
    'does not let functions ask %s',
    (_, path) => {
      expect(broken.get(path ?? '')).toContain('plugin');
    },
  );

  it.each(expressions.slice(4).map((expression, i) => [expression, examples[i + 4]?.path]))(
    'lets functions work out %s',
    (_, path) => {
      expect(broken.get(path ?? '')).toBeUndefined();
    },
  );
});

describe.each([
  {
    room: 'functions/domain',
    file: 'functions/domain/parse/example.ts',
    unknown: [
      ...['process.env', 'Buffer.from("")', 'require("fs")', 'setTimeout(() => 0)', 'console.log(1)'],
      ...['document.body', 'window', 'localStorage', 'fetch("/")', 'new URL("/")', 'performance.now()'],
    ],
    known: ['new Map<string, number>()', 'new TextDecoder("utf-8", { fatal: true })', 'BigInt(1)'],
    packages: ['node:fs'],
  },
  {
    room: 'functions',
    file: 'functions/handlers/example.ts',
    unknown: ['document.body', 'window', 'history.back()'],
    known: ['process.env', 'Buffer.from("")', 'fetch("http://localhost")'],
    packages: [],
  },
  {
    room: 'dashboard',
    file: 'dashboard/src/example.ts',
    unknown: ['process.env', 'Buffer.from("")', 'require("fs")'],
    known: ['document.body', 'fetch("/data/latest.json")'],
    packages: ['node:fs'],
  },
])('the compiler in $room', ({ room, file, unknown, known, packages }) => {
  const value = (expression: string): string => `export const x: unknown = ${expression};\n`;
  const wrong = numbered(file, [...unknown.map(value), ...packages.map(importing)], 'not');
  const right = numbered(file, known.map(value), 'may');
  const faults = compile(room, [...wrong, ...right]);

  it.each(wrong.map(({ path, text }, i) => [[...unknown, ...packages][i], path, text]))(
    'does not know %s',
    (_, path) => {
      expect(faults.get(path ?? '')?.join(' ')).toMatch(/Cannot find (name|module)/);
    },
  );

  it.each(right.map(({ path }, i) => [known[i], path]))('knows %s', (_, path) => {
    expect(faults.get(path ?? '')).toBeUndefined();
  });
});

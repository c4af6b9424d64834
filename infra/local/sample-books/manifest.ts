import type { TableKind } from '#domain/codes.ts';
import type { SampleBook } from './book.ts';
import {
  type Expectation,
  expectationOf,
  type StatementExpectation,
  statementExpectations,
} from './expectation.ts';
import { daNangBooks } from './localities/da-nang.ts';
import { floods2025Books } from './localities/floods-2025.ts';
import { floods2025Beside } from './localities/floods-2025-beside.ts';
import { langSonBeside, langSonBooks } from './localities/lang-son.ts';
import { longKhanhBooks } from './localities/long-khanh.ts';
import { sonLaBooks } from './localities/son-la.ts';
import { TAM_KY_PLAN, tamKyBooks } from './localities/tam-ky.ts';
import { tamKyBeside } from './localities/tam-ky-beside.ts';
import { thaiNguyenBooks } from './localities/thai-nguyen.ts';
import { renderBook } from './render.ts';
import { expectationOfTable, renderTable, type SampleTable } from './table.ts';

/** One file to hand in, with its declaration and what must become of it. */
export interface ManifestBook
  extends Pick<
    SampleBook,
    'file' | 'unit' | 'fund' | 'from' | 'to' | 'openingVnd' | 'closingVnd' | 'cashVnd' | 'receivedAt'
  > {
  readonly kind: TableKind;
  readonly expect: Expectation;
}

/** What each commune was to collect in a year. */
interface Target {
  readonly unit: string;
  readonly year: number;
  readonly targetVnd: number;
}

export interface Manifest {
  /** In order of handing in; a file that is handed in twice stands here twice. */
  readonly books: readonly ManifestBook[];
  readonly statements: readonly StatementExpectation[];
  readonly targets: readonly Target[];
}

export interface SampleBooks {
  readonly manifest: Manifest;
  /** Text of each file by its name. */
  readonly files: ReadonlyMap<string, string>;
}

function manifestBook(book: SampleBook, ignored: number): ManifestBook {
  const { file, unit, fund, kind, from, to, openingVnd, closingVnd, cashVnd, receivedAt } = book;
  return {
    file,
    unit,
    fund,
    kind,
    from,
    to,
    ...(openingVnd === undefined ? {} : { openingVnd }),
    ...(closingVnd === undefined ? {} : { closingVnd }),
    ...(cashVnd === undefined ? {} : { cashVnd }),
    receivedAt,
    expect: expectationOf(book, ignored),
  };
}

function manifestTable(table: SampleTable, ignored: number): ManifestBook {
  const { file, unit, fund, kind, from, to, receivedAt } = table;
  return { file, unit, fund, kind, from, to, receivedAt, expect: expectationOfTable(table, ignored) };
}

const inOrder = (a: ManifestBook, b: ManifestBook): number =>
  a.receivedAt < b.receivedAt
    ? -1
    : a.receivedAt > b.receivedAt
      ? 1
      : a.file < b.file
        ? -1
        : a.file > b.file
          ? 1
          : 0;

/** All sample books: their texts and their manifest. The same on every machine and every day. */
export function sampleBooks(): SampleBooks {
  const books = [
    ...tamKyBooks(),
    ...thaiNguyenBooks(),
    ...sonLaBooks(),
    ...langSonBooks(),
    ...longKhanhBooks(),
    ...floods2025Books(),
    ...daNangBooks(),
  ];
  const beside = [tamKyBeside(books), langSonBeside(), floods2025Beside(books)];
  const tables = beside.flatMap((one) => one.tables);
  const files = new Map<string, string>();
  const keep = (file: string, text: string) => {
    const known = files.get(file);
    if (known !== undefined && known !== text) throw new Error(`two texts for ${file}`);
    files.set(file, text);
  };
  const listed = [
    ...books.map((book) => {
      const { text, ignored } = renderBook(book);
      keep(book.file, text);
      return manifestBook(book, ignored);
    }),
    ...tables.map((table) => {
      const { text, ignored } = renderTable(table);
      keep(table.file, text);
      return manifestTable(table, ignored);
    }),
  ].sort(inOrder);
  const { year, communes, targetVnd } = TAM_KY_PLAN;
  return {
    files,
    manifest: {
      books: listed,
      statements: statementExpectations(
        books,
        beside.flatMap(({ expected }) => expected),
      ),
      targets: communes.map((unit) => ({ unit, year, targetVnd })),
    },
  };
}

import type { SampleBook } from './book.ts';
import {
  type Expectation,
  expectationOf,
  type StatementExpectation,
  statementExpectations,
} from './expectation.ts';
import { daNangBooks } from './localities/da-nang.ts';
import { floods2025Books } from './localities/floods-2025.ts';
import { langSonBooks } from './localities/lang-son.ts';
import { longKhanhBooks } from './localities/long-khanh.ts';
import { sonLaBooks } from './localities/son-la.ts';
import { TAM_KY_PLAN, tamKyBooks } from './localities/tam-ky.ts';
import { thaiNguyenBooks } from './localities/thai-nguyen.ts';
import { renderBook } from './render.ts';

/** One file to hand in, with its declaration and what must become of it. */
export interface ManifestBook
  extends Pick<
    SampleBook,
    'file' | 'unit' | 'fund' | 'kind' | 'from' | 'to' | 'openingVnd' | 'closingVnd' | 'receivedAt'
  > {
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
  const { file, unit, fund, kind, from, to, openingVnd, closingVnd, receivedAt } = book;
  return {
    file,
    unit,
    fund,
    kind,
    from,
    to,
    ...(openingVnd === undefined ? {} : { openingVnd }),
    ...(closingVnd === undefined ? {} : { closingVnd }),
    receivedAt,
    expect: expectationOf(book, ignored),
  };
}

const inOrder = (a: SampleBook, b: SampleBook): number =>
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
  ].sort(inOrder);
  const files = new Map<string, string>();
  const listed = books.map((book) => {
    const { text, ignored } = renderBook(book);
    const known = files.get(book.file);
    if (known !== undefined && known !== text) throw new Error(`two texts for ${book.file}`);
    files.set(book.file, text);
    return manifestBook(book, ignored);
  });
  const { year, communes, targetVnd } = TAM_KY_PLAN;
  return {
    files,
    manifest: {
      books: listed,
      statements: statementExpectations(books),
      targets: communes.map((unit) => ({ unit, year, targetVnd })),
    },
  };
}

/** What the page and the worker that holds the gazetteer say to each other. Each answer bears its question's number. */
import type { Sha256 } from '#domain/sha256.ts';
import type { Failure } from '../data/failure.ts';
import type { Questions } from './atlas.ts';

export interface Asked {
  readonly id: number;
  readonly question: keyof Questions;
  readonly object: Sha256;
  readonly asked: readonly unknown[];
}

export type Told =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: Failure }
  /** A bug. */
  | { readonly id: number; readonly broken: string };

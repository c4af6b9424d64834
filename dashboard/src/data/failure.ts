/** Why something could not be shown. Expected, so a value for the page that says it. */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'server'; readonly status: number }
  /** The site has published nothing yet. */
  | { readonly kind: 'empty' }
  /** There is no such unit, book or file among what is published. */
  | { readonly kind: 'missing'; readonly what: string }
  /** What arrived is not what the snapshot's contract says. */
  | { readonly kind: 'malformed'; readonly key: string; readonly where: string }
  /** The bytes are not those that their name promises. */
  | { readonly kind: 'tampered'; readonly key: string }
  /** Published by a later version than this page is. */
  | { readonly kind: 'outdated' };

/** Carries a failure up through awaiting code; turned into a value where a page is loaded. */
export class LoadFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

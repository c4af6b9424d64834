/* The keys that the wiring must know. They are the pipeline's to settle: a test holds the two together. */

/** Objects under this prefix of the inbox are files handed in. */
export const UPLOADS = 'uploads/';

/** Entries in the ledger bucket: private. */
export const ENTRIES = 'entries/';
/** How bank lines and entries were put together: private. */
export const MATCHES = 'matches/';
/** What in the ledger bucket may become public: all that the publisher can read. */
export const PUBLISHABLE = 'public/';
/** Reconciled accounts, among the latter. */
export const ACCOUNTS = 'public/accounts/';
/** Changes of administrative units, among the same. */
export const UNITS = 'public/units/';

/** Public data under this prefix of the site; everything else there is the dashboard. */
export const PUBLIC_DATA = 'data/';
/** Public objects named by their content. */
export const PUBLIC_OBJECTS = 'data/o/';
/** The one public object that changes. */
export const PUBLIC_POINTER = 'data/latest.json';

/** A partition of the ledger table: one kind of item. */
export type Partition = 'slot' | 'record' | 'book' | 'campaigns' | 'units' | 'statement' | 'failure';

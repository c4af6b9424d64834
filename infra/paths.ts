/* The keys that the wiring must know. They are the domain's to settle: a test holds the two together. */

/** Objects under this prefix of the inbox are files handed in. */
export const UPLOADS = 'uploads/';
/** Public data under this prefix of the site; everything else there is the dashboard. */
export const PUBLIC_DATA = 'data/';
/** Public objects named by their content. */
export const PUBLIC_OBJECTS = 'data/o/';
/** The one public object that changes. */
export const PUBLIC_POINTER = 'data/latest.json';

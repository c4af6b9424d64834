/** Where fauxqs 2.4 differs from S3 in ways that would lose or harm files. Each mend says what happens without it. */

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Store = Record<'listObjects' | 'putObject' | 'createMultipartUpload', Method>;
type S3ErrorClass = new (code: string, message: string, status: number) => Error;

let mended: Promise<void> | undefined;

/** Mends the classes of fauxqs in this process, once. Throws when they are not where version 2.4 has them. */
export function mendFauxqs(): Promise<void> {
  mended ??= mend();
  return mended;
}

async function mend(): Promise<void> {
  const { S3Store } = await part<{ S3Store: { prototype: Store } }>('./s3/s3Store.js');
  const { S3Error } = await part<{ S3Error: S3ErrorClass }>('./common/errors.js');
  const store = S3Store.prototype;
  store.listObjects = inByteOrder(store.listObjects);
  store.putObject = withinBucket(store.putObject, S3Error);
  store.createMultipartUpload = withinBucket(store.createMultipartUpload, S3Error);
}

const part = async <T>(path: string): Promise<T> =>
  (await import(new URL(path, import.meta.resolve('fauxqs')).href)) as T;

/**
 * S3 lists keys in the order of their bytes. fauxqs sorts them as a dictionary would and then continues a page
 * by comparing bytes, so that beyond 1,000 keys some ("24@…" among "24101…") would silently be left out.
 */
const inByteOrder = (listObjects: Method): Method =>
  function (...args) {
    const asDictionary = String.prototype.localeCompare;
    // Synchronous from here to `finally`: nobody else sees the other order.
    String.prototype.localeCompare = function (this: string, other: string) {
      return `${this}` < other ? -1 : `${this}` > other ? 1 : 0;
    };
    try {
      return listObjects.apply(this, args);
    } finally {
      String.prototype.localeCompare = asDictionary;
    }
  };

/** fauxqs makes file names of keys: one with ".." in its path would write anywhere on the disk. */
const withinBucket = (write: Method, S3Error: S3ErrorClass): Method =>
  function (...args) {
    const key = String(args[1]);
    if (key.split(/[/\\]/).includes('..')) throw new S3Error('InvalidURI', `not a key: ${key}`, 400);
    return write.apply(this, args);
  };

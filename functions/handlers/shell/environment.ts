import * as v from 'valibot';

/**
 * The environment of a function, read through its schema when first asked for: importing a module can never
 * throw. Throws naming the variables at fault.
 */
export function lazyEnvironment<S extends v.GenericSchema>(schema: S): () => v.InferOutput<S> {
  let known: { readonly value: v.InferOutput<S> } | undefined;
  return () => {
    known ??= { value: parse(schema) };
    return known.value;
  };
}

function parse<S extends v.GenericSchema>(schema: S): v.InferOutput<S> {
  const parsed = v.safeParse(schema, process.env);
  if (parsed.success) return parsed.output;
  const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'environment'}: ${issue.message}`);
  throw new Error(`environment: ${faults.join('; ')}`);
}

const text = v.pipe(v.string(), v.minLength(1));

/** Variables that functions share, each taking the ones it needs. */
export const VARIABLES = {
  INBOX_BUCKET: text,
  LEDGER_BUCKET: text,
  SITE_BUCKET: text,
  LEDGER_TABLE: text,
  RECONCILE_QUEUE_URL: text,
  PUBLISH_QUEUE_URL: text,
  MAX_FILE_BYTES: v.pipe(v.string(), v.digits(), v.transform(Number)),
};

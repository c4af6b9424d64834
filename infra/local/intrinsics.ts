/** A value of a CloudFormation template, before or after its functions are worked out. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What names and attributes of resources stand for on this machine; undefined where nothing does. */
export interface Lookup {
  ref(logicalId: string): string | undefined;
  attribute(logicalId: string, name: string): string | undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Works out a template's functions (Ref, Fn::GetAtt, Fn::Join, Fn::Sub, Fn::Select, Fn::Split). Throws on any
 * other, and on a name that stands for nothing here: a guess would wire the machine differently from the cloud.
 */
export function resolve(value: Json, lookup: Lookup): Json {
  if (Array.isArray(value)) return value.map((item: Json) => resolve(item, lookup));
  if (!isObject(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    return call(name, value[name] ?? null, lookup);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, lookup)]));
}

/** The same, where the template must come to a text or a number. */
export function resolveText(value: Json, lookup: Lookup): string {
  const result = resolve(value, lookup);
  if (typeof result === 'string' || typeof result === 'number' || typeof result === 'boolean')
    return String(result);
  throw new Error(`Template: a text was expected where there is ${JSON.stringify(value)}`);
}

function call(name: string, argument: Json, lookup: Lookup): Json {
  switch (name) {
    case 'Ref':
      return known(lookup.ref(String(argument)), `Ref ${String(argument)}`);
    case 'Fn::GetAtt': {
      const [id, attribute] =
        typeof argument === 'string' ? splitAttribute(argument) : texts(argument, lookup);
      return known(lookup.attribute(id ?? '', attribute ?? ''), `Fn::GetAtt ${id}.${attribute}`);
    }
    case 'Fn::Join': {
      const [separator, items] = list(argument);
      return texts(items ?? null, lookup).join(String(separator));
    }
    case 'Fn::Sub':
      return substitute(argument, lookup);
    case 'Fn::Select': {
      const [index, items] = list(argument);
      return known(list(resolve(items ?? null, lookup))[Number(index)], 'Fn::Select');
    }
    case 'Fn::Split': {
      const [separator, text] = list(argument);
      return resolveText(text ?? null, lookup).split(String(separator));
    }
    default:
      throw new Error(`Template: ${name} cannot be worked out on one machine`);
  }
}

function substitute(argument: Json, lookup: Lookup): string {
  const [text, variables] = typeof argument === 'string' ? [argument, {}] : list(argument);
  const own = isObject(variables) ? variables : {};
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (own[name] !== undefined) return resolveText(own[name], lookup);
    const [id, attribute] = splitAttribute(name);
    return known(attribute ? lookup.attribute(id, attribute) : lookup.ref(id), `Fn::Sub \${${name}}`);
  });
}

function splitAttribute(text: string): [string, string] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text, ''] : [text.slice(0, dot), text.slice(dot + 1)];
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Template: ${what} stands for nothing on this machine`);
  return value;
}

const list = (value: Json): readonly Json[] => {
  if (Array.isArray(value)) return value as readonly Json[];
  throw new Error(`Template: a list was expected where there is ${JSON.stringify(value)}`);
};

const texts = (value: Json, lookup: Lookup): string[] => list(value).map((item) => resolveText(item, lookup));

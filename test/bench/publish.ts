import type { Bench } from './bench.ts';
export const publish: Bench = { name: 'publish', about: '', run: async () => undefined };

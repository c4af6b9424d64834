/**
 * Pages whose code is not in the first load: readers begin at sums, and the rules and their texts, which these need,
 * weigh as much as all else. Asked for together with the figures, they cost no time of their own.
 */
import type { Component } from 'svelte';
import type { ConserveData, FileData } from '../data/pages.ts';
import type { Route } from '../routes.ts';

export interface LatePages {
  statement?: typeof import('./StatementPage.svelte').default;
  file?: Component<{ data: FileData }>;
  conserve?: Component<{ data: ConserveData }>;
  method?: Component;
  check?: typeof import('./CheckPage.svelte').default;
}

const LOADERS: { readonly [P in keyof LatePages]-?: () => Promise<LatePages> } = {
  statement: async () => ({ statement: (await import('./StatementPage.svelte')).default }),
  file: async () => ({ file: (await import('./FilePage.svelte')).default }),
  conserve: async () => ({ conserve: (await import('./ConservePage.svelte')).default }),
  method: async () => ({ method: (await import('./MethodPage.svelte')).default }),
  check: async () => ({ check: (await import('./CheckPage.svelte')).default }),
};

const isLate = (page: Route['page']): page is keyof LatePages => page in LOADERS;

/** The code that an address needs beside the first load. Browsers keep it. */
export const pageCode = async ({ page }: Route): Promise<LatePages> => (isLate(page) ? LOADERS[page]() : {});

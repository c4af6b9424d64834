/**
 * Moves between addresses without loading the document again. Links stay links: this only takes the plain
 * clicks, and remembers how far down each page of the history was read.
 */
import { loadedPart } from './routes.ts';

export interface Arrival {
  readonly url: URL;
  /** The page is on screen already, and has what the address asks of it. */
  readonly within: boolean;
  /** How far down to show the page: kept for pages come back to, 0 for new ones. */
  readonly scrollY: number;
}

const SETTLED_MS = 150;

const scrollOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'scrollY' in state && typeof state.scrollY === 'number'
    ? state.scrollY
    : 0;

/** Calls back for every address the reader goes to from now on. */
export function startNavigation(arrive: (arrival: Arrival) => void): void {
  history.scrollRestoration = 'manual';
  let shown = new URL(location.href);
  const go = (url: URL, scrollY: number) => {
    const within = loadedPart(url) === loadedPart(shown);
    shown = url;
    arrive({ url, within, scrollY });
  };
  document.addEventListener('click', (event) => {
    const url = plainClick(event);
    if (url === undefined || pageOf(url) === pageOf(shown)) return;
    event.preventDefault();
    history.pushState(null, '', url);
    go(url, 0);
  });
  addEventListener('popstate', (event) => {
    const url = new URL(location.href);
    // A jump within the page: the browser has done it.
    if (pageOf(url) !== pageOf(shown)) go(url, scrollOf(event.state));
  });
  let settling: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(settling);
      settling = setTimeout(() => history.replaceState({ scrollY }, ''), SETTLED_MS);
    },
    { passive: true },
  );
}

/**
 * Goes to what the reader chose on this page, who stays where they are. It gets its own place in the history, as
 * following a link does: Back undoes one choice, not all of them.
 */
export function choose(url: URL): void {
  if (url.href === location.href) return;
  history.pushState({ scrollY }, '', url);
  dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}

const pageOf = (url: URL): string => url.pathname + url.search;

/** Where a click leads, when it is an ordinary click on a link into this site. */
function plainClick(event: MouseEvent): URL | undefined {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return undefined;
  const url = new URL(link.href, location.href);
  return url.origin === location.origin && !url.pathname.startsWith('/data/') ? url : undefined;
}

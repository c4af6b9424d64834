/** After a page is on screen: where the reader's eyes and keyboard are. */

const show = (element: HTMLElement): void => {
  // What is folded away cannot be seen nor focused.
  for (
    let fold = element.closest('details');
    fold !== null;
    fold = fold.parentElement?.closest('details') ?? null
  )
    fold.open = true;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
};

/**
 * A sought row or a named place first; on a new page its heading, so that a screen reader begins there; on a
 * page come back to, the place where it was left.
 */
export function settle(url: URL, options: { readonly newPage: boolean; readonly scrollY: number }): void {
  const row = url.searchParams.get('dong');
  const place = row === null ? decodeURIComponent(url.hash.slice(1)) : `dong-${row}`;
  const target = place === '' ? null : document.getElementById(place);
  if (target !== null) {
    show(target);
    return;
  }
  if (!options.newPage) {
    if (url.searchParams.has('trang')) document.getElementById('cac-dong')?.scrollIntoView();
    return;
  }
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  scrollTo(0, options.scrollY);
}

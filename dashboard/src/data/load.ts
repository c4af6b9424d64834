/** From an address to everything its page shows: down the tree by hashes, within one snapshot. */
import type { IsoDate } from '#domain/date.ts';
import { NationSchema } from '#domain/publish/schema.ts';
import type { Result } from '#domain/result.ts';
import { err, ok } from '#domain/result.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Route } from '../routes.ts';
import { bookPage } from './book-page.ts';
import type { Failure } from './failure.ts';
import { LoadFailure } from './failure.ts';
import type { Common, PageData } from './pages.ts';
import type { Source } from './source.ts';
import { conservePage, nationPage, unitPage } from './sums-page.ts';

/** The page of an address. A snapshot replaced while it was being read is read again, once. */
export async function loadPage(
  source: Source,
  route: Route,
  today: IsoDate,
): Promise<Result<PageData, Failure>> {
  if (route.page === 'method') return ok({ page: 'method' });
  if (route.page === 'check') return ok({ page: 'check', day: route.day ?? today });
  if (route.page === 'missing') return err({ kind: 'missing', what: 'Trang này' });
  const { objects } = source;
  try {
    const { root } = await objects.pointer();
    try {
      return ok(await read(source, root, route, today));
    } catch (problem) {
      if (!(problem instanceof LoadFailure) || problem.failure.kind !== 'missing') throw problem;
      objects.expirePointer();
      const again = await objects.pointer();
      if (again.root === root) throw problem;
      return ok(await read(source, again.root, route, today));
    }
  } catch (problem) {
    if (problem instanceof LoadFailure) return err(problem.failure);
    throw problem;
  }
}

async function read(
  source: Source,
  root: Sha256,
  route: Exclude<Route, { page: 'method' | 'check' | 'missing' }>,
  today: IsoDate,
): Promise<PageData> {
  const nation = await source.objects.object(root, NationSchema);
  const common: Common = {
    root,
    position: nation.position,
    campaigns: nation.campaigns,
    updatedAt: nation.updatedAt,
    since: nation.map.since,
    breaks: nation.map.breaks,
    gazetteer: nation.gazetteer,
  };
  if (route.page === 'nation') return nationPage(common, nation, route);
  if (route.page === 'conserve') return conservePage(source, common, nation, route, today);
  if (route.page === 'unit') return unitPage(source, common, nation, route, today);
  return bookPage(source.objects, common, nation, route, today);
}

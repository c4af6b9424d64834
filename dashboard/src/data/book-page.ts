/** Pages of one book: its statement, and its files. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { type Nation, type Statement, StatementSchema, UnitNodeSchema } from '#domain/publish/schema.ts';
import { never } from '#domain/result.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { type Unit, validOn } from '#domain/units/unit.ts';
import { candidates } from '../gazetteer/resolve.ts';
import type { Route } from '../routes.ts';
import { loadFile } from './file.ts';
import type { Objects } from './objects.ts';
import type { Common, FileData, StatementData } from './pages.ts';
import { missing, type OwnBooks, ownBooks, reportedProvince, unitsWithMoney } from './place.ts';

type BookRoute = Extract<Route, { page: 'statement' | 'file' }>;

export async function bookPage(
  objects: Objects,
  common: Common,
  nation: Nation,
  route: BookRoute,
  today: IsoDate,
): Promise<StatementData | FileData> {
  const known = await bearers(objects, nation, route);
  const candidate = candidates(known, route.unit, today);
  const { unit, province, statement } = await firstBook(objects, nation, candidate, route);
  const here = {
    ...common,
    unit,
    ...(province && { province }),
    endedInstead: route.unit.validTo === undefined && !validOn(unit, today),
    others: candidates(known, { code: unit.code }, today)
      .filter(({ id }) => id !== unit.id)
      .reverse(),
  };
  switch (route.page) {
    case 'statement':
      return {
        page: 'statement',
        ...here,
        statement,
        across: await acrossOf(objects, nation, unit),
        view: route.view ?? 'reported',
      };
    case 'file':
      return { page: 'file', ...here, ...(await loadFile(objects, statement, route)) };
    default:
      return never(route);
  }
}

/** The centre and provinces are told of with the nation, a province and its communes with the province. */
async function acrossOf(objects: Objects, nation: Nation, unit: Unit): Promise<readonly Sha256[]> {
  const above = unit.level === 'XA' ? undefined : nation.across;
  const below = unit.level === 'TW' ? undefined : (await reportedProvince(objects, nation, unit))?.across;
  return [above, below].filter((object) => object !== undefined);
}

const bearers = async (objects: Objects, nation: Nation, { unit }: BookRoute): Promise<Unit[]> =>
  unit.code === 'TW'
    ? [nation.centre?.unit].filter((centre) => centre !== undefined)
    : unitsWithMoney(objects, nation, unit);

interface Book extends OwnBooks {
  readonly unit: Unit;
  readonly statement: Statement;
}

/** An address without an end may have been written when an earlier unit bore the code: the first with such a book. */
async function firstBook(
  objects: Objects,
  nation: Nation,
  units: readonly Unit[],
  { fund, unit: { code } }: BookRoute,
): Promise<Book> {
  for (const unit of units) {
    const books = await ownBooks(objects, nation, unit);
    const statement = await statementIn(objects, books, fund);
    if (statement !== undefined) return { unit, ...books, statement };
  }
  throw missing(`Sổ ${fund} của ${units[0]?.name ?? `đơn vị mang mã ${code}`}`);
}

async function statementIn(
  objects: Objects,
  { child }: OwnBooks,
  fund: FundCode,
): Promise<Statement | undefined> {
  if (child === undefined) return undefined;
  const node = await objects.object(child.object, UnitNodeSchema);
  const line = node.statements.find((statement) => statement.fund === fund);
  return line && objects.object(line.object, StatementSchema);
}

import { type Campaigns, FUND_FOR_THE_POOR } from '../campaigns/campaign.ts';
import { type FundKind, LEVELS } from '../codes.ts';
import { type IsoDate, type Period, vietnamDay } from '../date.ts';
import type { Finding } from '../finding.ts';
import { MAX_BALANCE_VND } from '../money.ts';
import { err, ok, type Result } from '../result.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Declaration } from '../submission.ts';
import { calledOn, type Unit, type UnitCode, type UnitRegistry } from '../units/unit.ts';
import { declarationFieldName } from '../upload.ts';
import type { BookContext } from './context.ts';
import { codeSlips } from './slips.ts';
import { dayIn, fateOf, lifeOf, listed, nameAndCode } from './unit-words.ts';

const MAX_LIKELY = 3;
/** A slip in the year would give a report of thousands of months. */
const MAX_YEARS = 30;
/** Of an earlier day nobody kept books that these are: the year is a slip. */
const FIRST_DAY = '1990-01-01' as IsoDate;

/** Checks what a treasurer declared against what exists, and gives the context in which rows are judged. */
export function readContext(
  declaration: Declaration,
  registry: UnitRegistry,
  campaigns: Campaigns,
): Result<BookContext, Finding> {
  const { period, receivedAt } = declaration;
  const amounts = amountFault(declaration);
  if (amounts !== undefined) return err(amounts);
  const receivedOn = vietnamDay(receivedAt);
  if (period.from > period.to) return err(refusal('PERIOD_REVERSED', { ...period }));
  if (Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) > MAX_YEARS)
    return err(refusal('PERIOD_TOO_LONG', { ...period, years: String(MAX_YEARS) }));
  if (period.from < FIRST_DAY) return err(refusal('PERIOD_TOO_EARLY', { from: period.from, day: FIRST_DAY }));
  if (period.from > receivedOn)
    return err(refusal('PERIOD_IN_FUTURE', { from: period.from, day: receivedOn }));
  const unit = findUnit(declaration, registry);
  if (!unit.ok) return unit;
  const fundKind = findFund(declaration, unit.value, campaigns);
  if (!fundKind.ok) return fundKind;
  return ok({
    declaration,
    unit: unit.value,
    holder: unit.value,
    period,
    fundKind: fundKind.value,
    campaign: campaigns.get(declaration.fund),
    receivedOn,
    registry,
    campaigns,
    currency: declaration.currency,
    rateMilli: declaration.rateMilli,
    openingVnd: declaration.openingVnd,
    closingVnd: declaration.closingVnd,
  });
}

/** Balances as nobody can hold them: slips that would make every sum with them useless. */
function amountFault({ openingVnd, closingVnd, cashVnd }: Declaration): Finding | undefined {
  const said = Object.entries({ openingVnd, closingVnd, cashVnd });
  const large = said.filter(([, amount]) => amount !== undefined && Math.abs(amount) > MAX_BALANCE_VND);
  if (large.length > 0) {
    const fields = large.map(([field]) => declarationFieldName(field)).join(', ');
    return refusal('BALANCE_TOO_LARGE', { fields, limitVnd: MAX_BALANCE_VND });
  }
  if (cashVnd === undefined || cashVnd >= 0) return undefined;
  return { ...refusal('CASH_NEGATIVE', {}), actualVnd: cashVnd };
}

/** One unit for the whole period: a code that changed its meaning within it names none. */
function findUnit({ unit: code, period }: Declaration, registry: UnitRegistry): Result<Unit, Finding> {
  const first = registry.at(code, period.from);
  const last = registry.at(code, period.to);
  if (first && first.id === last?.id) return ok(first);
  const versions = registry.versions(code);
  if (versions.length === 0) {
    return err(refusal('UNIT_UNKNOWN', { unit: code, candidates: likelyCodes(code, registry, period.to) }));
  }
  const lives = versions.map((unit) => lifeInPeriod(registry, unit, period));
  return err(refusal('UNIT_NOT_IN_PERIOD', { unit: code, ...period, versions: lives.join('; ') }));
}

/** From when to when, and what it became by the end of the period, or had been at its beginning. */
function lifeInPeriod(registry: UnitRegistry, unit: Unit, { from, to }: Period): string {
  const ended = unit.validTo !== undefined && unit.validTo < to;
  const own = dayIn(unit, to);
  const fate = fateOf(registry, unit, own, ended ? to : from);
  const life = `${calledOn(unit, own).name} ${lifeOf(registry, unit, own)}`.trimEnd();
  return fate === '' ? life : `${life}, ${fate}`;
}

/** Codes one slip of the pen away, the nearest first; otherwise a code of every level, for its form. */
function likelyCodes(code: UnitCode, registry: UnitRegistry, day: IsoDate): string {
  const distance = (slip: string) => Math.abs(Number(slip) - Number(code));
  const near = codeSlips(code)
    .toSorted((a, b) => distance(a) - distance(b))
    .flatMap((slip) => registry.at(slip as UnitCode, day) ?? []);
  const ofEachLevel = [registry.provinces(day), registry.communes(day)].flatMap((units) => units.slice(0, 1));
  const units = near.length > 0 ? near : ofEachLevel;
  return listed(
    units.map((unit) => nameAndCode(unit, day)),
    '; ',
    MAX_LIKELY,
  );
}

function findFund({ fund }: Declaration, unit: Unit, campaigns: Campaigns): Result<FundKind, Finding> {
  if (fund === FUND_FOR_THE_POOR) return ok('QUY_VNN');
  const campaign = campaigns.get(fund);
  if (campaign === undefined) return err(refusal('FUND_UNKNOWN', { fund }));
  if (campaign.fundKind === 'QUY_VNN') return err(refusal('FUND_IS_A_DRIVE', { fund }));
  if (!campaign.levels.includes(unit.level)) {
    return err(refusal('FUND_NOT_AT_LEVEL', { fund, level: LEVELS[unit.level].toLowerCase() }));
  }
  return ok(campaign.fundKind);
}

const refusal = (rule: RuleId, params: Record<string, string | number>): Finding => ({
  rule,
  severity: 'error',
  count: 1,
  params,
});

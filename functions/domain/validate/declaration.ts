import { type Campaigns, FUND_FOR_THE_POOR } from '../campaigns/campaign.ts';
import { type FundKind, LEVELS } from '../codes.ts';
import { vietnamDay } from '../date.ts';
import type { Finding } from '../finding.ts';
import { formatDate } from '../format.ts';
import { err, ok, type Result } from '../result.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Declaration } from '../submission.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import type { BookContext } from './context.ts';

/** Checks what a treasurer declared against what exists, and gives the context in which rows are judged. */
export function readContext(
  declaration: Declaration,
  registry: UnitRegistry,
  campaigns: Campaigns,
): Result<BookContext, Finding> {
  const { period, receivedAt } = declaration;
  const receivedOn = vietnamDay(receivedAt);
  if (period.from > period.to) return err(refusal('PERIOD_REVERSED', { ...period }));
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
    receivedOn,
    registry,
    campaigns,
  });
}

/** One unit for the whole period: a code that changed its meaning within it names none. */
function findUnit({ unit: code, period }: Declaration, registry: UnitRegistry): Result<Unit, Finding> {
  const first = registry.at(code, period.from);
  const last = registry.at(code, period.to);
  if (first && first.id === last?.id) return ok(first);
  const versions = registry.versions(code);
  if (versions.length === 0) return err(refusal('UNIT_UNKNOWN', { unit: code }));
  return err(
    refusal('UNIT_NOT_IN_PERIOD', { unit: code, ...period, versions: versions.map(lifetime).join('; ') }),
  );
}

function lifetime({ name, validFrom, validTo }: Unit): string {
  if (validFrom === undefined) return validTo === undefined ? name : `${name} đến ${formatDate(validTo)}`;
  return `${name} từ ${formatDate(validFrom)}${validTo === undefined ? '' : ` đến ${formatDate(validTo)}`}`;
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

const refusal = (rule: RuleId, params: Record<string, string>): Finding => ({
  rule,
  severity: 'error',
  count: 1,
  params,
});

import type { CODE_RULES } from '../cell/codes.ts';
import type { English } from './english.ts';

export const CODE_ENGLISH: English<typeof CODE_RULES> = {
  CODE_UNKNOWN: {
    title: 'Code not in the list',
    what: 'Rows whose “{column}” is not in the list: {count} ({places}).',
    expected: 'one of the codes: {codes}; or its Vietnamese name',
    fix: 'Use one of these codes, or its Vietnamese name: {codes}.',
  },
  CODE_MISSING: {
    title: 'Purpose missing',
    what: 'Rows that leave “{column}” blank: {count} ({places}).',
    expected: 'one of the codes: {codes}; or its Vietnamese name',
    fix: 'Enter one of these codes, or its Vietnamese name: {codes}.',
  },
  YES_NO_UNREADABLE: {
    title: 'Neither yes nor no',
    what: 'Rows whose “{column}” is neither yes nor no: {count} ({places}).',
    expected: '“có” (yes), “không” (no) or blank',
    fix: 'Write “có” (yes) or “không” (no).',
  },
  COMMUNE_UNKNOWN: {
    title: 'Commune unknown',
    what: 'Rows whose commune cannot be determined: {count} ({places}).',
    expected: 'a commune code of 5 digits, or the full name on the day of spending',
    fix: 'Write the commune code of 5 digits, or the full name such as “Phường An Mỹ”, by the boundaries on the day of spending.',
  },
  COMMUNE_AMBIGUOUS: {
    title: 'Several places of that name',
    what: 'Rows that give a name shared by several places, {candidates}: {count} ({places}).',
    expected: 'the commune code of 5 digits of the place where the money was used',
    fix: 'Write the commune code of 5 digits in place of the name: {candidates}.',
  },
  COMMUNE_OTHER_DATE: {
    title: 'A commune of another day than that of spending',
    what: 'Rows that give a commune of another day, {candidates}: {count} ({places}).',
    expected: 'a commune of the day of spending, or the former name marked by “cũ” (former)',
    fix: 'Write the code or name of the day of spending, or the former name followed by “cũ” (former); if the day is wrong, correct it. In the register: {candidates}.',
  },
  COMMUNE_IS_PROVINCE: {
    title: 'A province where a commune is needed',
    what: 'Rows that give {unit}, which had {communes} communes on the day of spending, so that none is told: {count} ({places}).',
    expected: 'the code or name of one commune of it, such as {example}',
    fix: 'Write the commune code of 5 digits or the full name, such as {example}; give each commune a row of its own.',
  },
  CAMPAIGN_UNKNOWN: {
    title: 'Campaign not registered',
    what: 'Rows that name a campaign which is not in the list: {count} ({places}).',
    expected: 'the code of a registered campaign',
    fix: 'Correct the code, or register the campaign by “campaigns import”.',
  },
};

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
    title: 'Several communes of that name',
    what: 'Rows that give a name shared by several communes, {candidates}: {count} ({places}).',
    expected: 'the code of one of these communes: {candidates}',
    fix: 'Write the commune code of 5 digits in place of the name.',
  },
  CAMPAIGN_UNKNOWN: {
    title: 'Campaign not registered',
    what: 'Rows that name a campaign which is not in the list: {count} ({places}).',
    expected: 'the code of a registered campaign',
    fix: 'Correct the code, or register the campaign by “campaigns import”.',
  },
};

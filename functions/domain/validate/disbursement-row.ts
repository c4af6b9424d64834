import type { BeneficiaryClass, Purpose } from '../codes.ts';
import type { Disbursement } from '../entry.ts';
import { parseCount, parseYesNo } from '../parse/values.ts';
import type { Cells } from './cells.ts';
import type { CommuneFinder } from './commune.ts';

type OwnPart = Omit<
  Disbursement,
  'row' | 'date' | 'amountVnd' | 'goods' | 'documentNo' | 'campaign' | 'note' | 'extra' | 'purpose'
> & { readonly purpose: Purpose | undefined };

/** The part of an entry that only disbursements have. `purpose` is undefined, with a fault, when unreadable. */
export function readDisbursement(cells: Cells, communes: CommuneFinder, date: Disbursement['date']): OwnPart {
  const purpose = cells.code<Purpose>('purpose');
  if (purpose === undefined && cells.text('purpose') === '') {
    cells.fault('purpose', 'CODE_MISSING', '', { codes: cells.codesOf('purpose') });
  }
  const decisionNo = cells.optional('decision_no');
  const communeText = cells.optional('commune');
  const communeId = communes.find(communeText, date);
  const hamlet = cells.optional('hamlet');
  const beneficiaryClass = cells.code<BeneficiaryClass>('beneficiary_class');
  const households = cells.read('households', 'COUNT_UNREADABLE', parseCount);
  const persons = cells.read('persons', 'COUNT_UNREADABLE', parseCount);
  const beneficiaryRef = cells.optional('beneficiary_ref');
  return {
    direction: 'out',
    purpose,
    ...(decisionNo === undefined ? {} : { decisionNo }),
    ...(communeId === undefined ? {} : { communeId }),
    ...(communeText === undefined ? {} : { communeText }),
    ...(hamlet === undefined ? {} : { hamlet }),
    ...(beneficiaryClass === undefined ? {} : { beneficiaryClass }),
    ...(households === undefined ? {} : { households }),
    ...(persons === undefined ? {} : { persons }),
    ...(beneficiaryRef === undefined ? {} : { beneficiaryRef }),
    late: cells.read('late', 'YES_NO_UNREADABLE', parseYesNo) ?? false,
  };
}

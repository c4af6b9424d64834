import { type BeneficiaryClass, type Purpose, TRANSFER_OUT } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import type { Disbursement } from '../entry.ts';
import { parseCount } from '../parse/values/count.ts';
import type { UnitId } from '../units/unit.ts';
import type { Cells } from './cells.ts';
import { CodeColumn, YesNoColumn } from './code-column.ts';
import type { CommuneFinder } from './commune.ts';
import type { Movement } from './movement.ts';
import { OtherUnit } from './other-unit.ts';
import { TextColumn } from './text-column.ts';
import type { UnitFinder } from './unit-finder.ts';

/** The columns that only disbursements have. Holds the last row read. */
export class DisbursementColumns {
  readonly #cells: Cells;
  readonly #communes: CommuneFinder;
  readonly #purpose: CodeColumn<Purpose>;
  readonly #decisionNo: TextColumn;
  readonly #commune: TextColumn;
  readonly #hamlet: TextColumn;
  readonly #beneficiaryClass: CodeColumn<BeneficiaryClass>;
  readonly #households: TextColumn;
  readonly #persons: TextColumn;
  readonly #beneficiaryRef: TextColumn;
  readonly #organisation: TextColumn;
  readonly #late: YesNoColumn;
  readonly #to: OtherUnit;
  purpose: Purpose | undefined;
  decisionNo: string | undefined;
  communeId: UnitId | undefined;
  communeText: string | undefined;
  hamlet: string | undefined;
  beneficiaryClass: BeneficiaryClass | undefined;
  households: number | undefined;
  persons: number | undefined;
  beneficiaryRef: string | undefined;
  organisation: string | undefined;
  late = false;

  constructor(cells: Cells, communes: CommuneFinder, units: UnitFinder) {
    this.#cells = cells;
    this.#communes = communes;
    this.#purpose = new CodeColumn(cells, 'purpose');
    this.#decisionNo = new TextColumn(cells, 'decision_no', 'number');
    this.#commune = new TextColumn(cells, 'commune', 'name');
    this.#hamlet = new TextColumn(cells, 'hamlet', 'name');
    this.#beneficiaryClass = new CodeColumn(cells, 'beneficiary_class');
    this.#households = new TextColumn(cells, 'households');
    this.#persons = new TextColumn(cells, 'persons');
    this.#beneficiaryRef = new TextColumn(cells, 'beneficiary_ref', 'name');
    this.#organisation = new TextColumn(cells, 'organisation', 'name');
    this.#late = new YesNoColumn(cells, 'late');
    this.#to = new OtherUnit(cells, 'to_unit', 'below', units);
  }

  /** @param day the row's day; where it has none, any day that the row may be judged as of */
  read(day: IsoDate): void {
    const faultsBefore = this.#cells.faults.length;
    this.purpose = this.#purpose.read();
    if (this.purpose === undefined && this.#cells.faults.length === faultsBefore) {
      this.#cells.fault('purpose', 'CODE_MISSING', '', { params: { codes: this.#purpose.list } });
    }
    this.decisionNo = this.#decisionNo.read();
    this.communeText = this.#commune.read();
    const transfer = this.purpose === TRANSFER_OUT;
    // Where no receiver has a column of its own, the place is the receiver: a commune, or a province.
    this.#to.read(day, transfer, this.communeText);
    this.communeId = this.#findCommune(day, transfer);
    this.hamlet = this.#hamlet.read();
    this.beneficiaryClass = this.#beneficiaryClass.read();
    this.households = this.#count(this.#households);
    this.persons = this.#count(this.#persons);
    this.beneficiaryRef = this.#beneficiaryRef.read();
    this.organisation = this.#organisation.read();
    this.late = this.#late.read();
  }

  #findCommune(day: IsoDate, transfer: boolean): UnitId | undefined {
    const found = this.#communes.look(this.communeText, day);
    if (found === undefined) return undefined;
    if ('id' in found) return found.id;
    // Money for a province is rightly of no commune.
    if (transfer && found.fault === 'COMMUNE_IS_PROVINCE' && this.#to.id !== undefined) return undefined;
    const { fault, params, suggestions } = found;
    this.#cells.note('commune', fault, this.communeText ?? '', {
      ...(params && { params }),
      ...(suggestions && { suggestion: suggestions.join(' hoặc ') }),
    });
    return undefined;
  }

  #count(column: TextColumn): number | undefined {
    const text = column.read();
    if (text === undefined) return undefined;
    const count = parseCount(text);
    if (count === undefined) this.#cells.fault(column.name, 'COUNT_UNREADABLE', text);
    return count;
  }

  entry(row: number, date: Disbursement['date'], purpose: Purpose, movement: Movement): Disbursement {
    return {
      row,
      date,
      amountVnd: undefined,
      goods: undefined,
      foreign: movement.foreign,
      documentNo: movement.documentNo,
      campaign: movement.campaign,
      note: movement.note,
      otherUnitId: this.#to.id,
      otherUnitText: this.#to.text,
      round: this.#to.round(movement),
      extra: this.#to.extra(movement),
      direction: 'out',
      purpose,
      decisionNo: this.decisionNo,
      communeId: this.communeId,
      communeText: this.communeText,
      hamlet: this.hamlet,
      beneficiaryClass: this.beneficiaryClass,
      households: this.households,
      persons: this.persons,
      beneficiaryRef: this.beneficiaryRef,
      organisation: this.organisation,
      late: this.late,
    };
  }
}

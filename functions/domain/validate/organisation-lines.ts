import type { Disbursement } from '../entry.ts';
import { inKeyOrder } from '../order.ts';
import { publicOrganisation } from '../publish/public-text/organisation.ts';
import { remember } from '../publish/public-text/remember.ts';
import { accentedKey } from '../text.ts';
import { at, type Line } from './flow-lines.ts';
import type { Sums } from './summary.ts';

/** Organisations × years × purposes: a column with more of them names no organisations, whatever its heading says. */
export const MAX_ORGANISATION_LINES = 2_000;

/** A name as it is printed, and the key by which it is known again. */
const bodyOf = remember((organisation) => {
  const name = publicOrganisation(organisation);
  return name === undefined ? undefined : { name, key: accentedKey(name) };
});

/** Households by the organisation that rows name as helping them. A name that may be a person's is of no line. */
export class OrganisationLines {
  readonly #lines = new Map<string, Line<'organisations'>>();

  /** @param households signed; undefined where the row counts none */
  add({ organisation, date, purpose }: Disbursement, households: number | undefined): void {
    if (organisation === undefined || this.#tooMany) return;
    const body = bodyOf(organisation);
    if (body === undefined) return;
    const year = Number(date.slice(0, 4));
    const line: Line<'organisations'> = at(this.#lines, `${body.key}\n${year} ${purpose}`, () => ({
      ...{ organisation: body.name, year, purpose },
    }));
    if (households !== undefined) line.households = (line.households ?? 0) + households;
  }

  get #tooMany(): boolean {
    return this.#lines.size > MAX_ORGANISATION_LINES;
  }

  sums(): Pick<Sums, 'organisations' | 'organisationsUntold'> {
    if (this.#lines.size === 0) return {};
    return this.#tooMany ? { organisationsUntold: true } : { organisations: inKeyOrder(this.#lines) };
  }
}

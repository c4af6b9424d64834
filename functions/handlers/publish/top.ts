import type { BookPart } from '#domain/publish/across-schema.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import type { Nation } from '#domain/publish/schema.ts';
import { withChild } from '#domain/publish/tree.ts';
import type { Unit, UnitId } from '#domain/units/unit.ts';
import { type PublishedAcross, provinceParts } from './publish-across.ts';

/** The root's children while they change, and their parts in what is told across the nation. */
export class Top {
  centre: Child | undefined;
  provinces: readonly Child[];
  /** Parts that changed, of the centre's books and of provinces. */
  parts: readonly BookPart[] = [];
  readonly #whole = new Set<UnitId>();

  constructor(root: Nation | undefined) {
    this.centre = root?.centre;
    this.provinces = root?.provinces ?? [];
  }

  province = (id: UnitId): Child | undefined => this.provinces.find(({ unit }) => unit.id === id);

  setProvince(child: Child): void {
    this.provinces = withChild(this.provinces, child);
  }

  /** All of a province's books as they are now; said again, the latest holds. */
  setProvinceBooks(province: Unit, { books }: PublishedAcross): void {
    this.#whole.add(province.id);
    const others = this.parts.filter(({ unit }) => unit.id !== province.id);
    this.parts = [...others, ...provinceParts(province, books)];
  }

  /** Of the parts that are public now, those of the centre and of provinces that are there still and did not change. */
  keeps = ({ unit }: BookPart): boolean =>
    unit.level === 'TW' || (!this.#whole.has(unit.id) && this.province(unit.id) !== undefined);
}

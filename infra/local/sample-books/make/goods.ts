import type { IsoDate } from '#domain/date.ts';
import type { SampleGoods, SampleRow } from '../book.ts';
import type { Prng } from '../prng.ts';

interface Kind {
  readonly item: string;
  readonly unit: string;
  /** Thousandths of the unit: how many at least and at most, and in what steps. */
  readonly range: readonly [min: number, max: number, step: number];
  readonly priceVnd: number;
}

const KINDS: readonly Kind[] = [
  { item: 'Gạo tẻ', unit: 'kg', range: [100_000, 2_000_000, 50_000], priceVnd: 17_000 },
  { item: 'Gạo', unit: 'tấn', range: [1_000, 12_000, 100], priceVnd: 17_000_000 },
  { item: 'Mì tôm', unit: 'thùng', range: [10_000, 300_000, 1_000], priceVnd: 110_000 },
  { item: 'Nước uống đóng chai', unit: 'thùng', range: [10_000, 200_000, 1_000], priceVnd: 90_000 },
  { item: 'Chăn ấm', unit: 'chiếc', range: [10_000, 200_000, 1_000], priceVnd: 250_000 },
  { item: 'Áo ấm học sinh', unit: 'cái', range: [20_000, 300_000, 1_000], priceVnd: 150_000 },
  { item: 'Sách giáo khoa, vở', unit: 'bộ', range: [10_000, 150_000, 1_000], priceVnd: 220_000 },
  { item: 'Bò giống', unit: 'con', range: [1_000, 10_000, 1_000], priceVnd: 15_000_000 },
  { item: 'Xi măng', unit: 'bao', range: [20_000, 400_000, 1_000], priceVnd: 95_000 },
  { item: 'Tấm lợp', unit: 'tấm', range: [50_000, 600_000, 1_000], priceVnd: 85_000 },
  { item: 'Túi nhu yếu phẩm', unit: 'suất', range: [10_000, 300_000, 1_000], priceVnd: 300_000 },
];

/** Goods of some kind with their stated value and its basis. */
export function someGoods(prng: Prng): SampleGoods {
  const { item, unit, range, priceVnd } = prng.pick(KINDS);
  const [min, max, step] = range;
  const quantityMilli = min + step * prng.int(0, Math.floor((max - min) / step));
  return {
    item,
    unit,
    quantityMilli,
    valueVnd: Math.round((quantityMilli * priceVnd) / 1000 / 1000) * 1000,
    basis: prng.pick([
      'Hoá đơn bán hàng',
      'Báo giá của nơi bán',
      'Biên bản giao nhận',
      'Giá thị trường địa phương',
    ]),
  };
}

/** What is in store: gives out no more of a thing than had come in by the day. */
export class Store {
  private readonly lots: { item: string; unit: string; from: IsoDate; left: number }[] = [];

  constructor(received: readonly SampleRow[]) {
    for (const { goods, date, flaw } of received) {
      if (!goods || flaw) continue;
      this.lots.push({ item: goods.item, unit: goods.unit, from: date, left: goods.quantityMilli });
    }
  }

  /** Takes part of a lot that was there on the day, in whole units; undefined when nothing is left. */
  take(prng: Prng, day: IsoDate): SampleGoods | undefined {
    const there = this.lots.filter((lot) => lot.from <= day && lot.left >= 2_000);
    if (there.length === 0) return undefined;
    const lot = prng.pick(there);
    const quantityMilli = Math.max(1, Math.floor((lot.left / 1000) * (0.2 + 0.5 * prng.next()))) * 1000;
    lot.left -= quantityMilli;
    return { item: lot.item, unit: lot.unit, quantityMilli };
  }
}

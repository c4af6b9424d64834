import type { DonorClass } from '#domain/codes.ts';
import type { Prng } from './prng.ts';

// Everybody here is invented, and looks it: given names are fruits, organisations are called "Mẫu" (sample).
const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Lò', 'Nông'];
const MIDDLES = ['Văn', 'Thị', 'Ngọc', 'Hữu', 'Thu', 'Minh', 'Thị Kim', 'Thuỳ', 'Thùy'];
const FRUITS = [
  'Bưởi',
  'Quýt',
  'Cau',
  'Khế',
  'Mận',
  'Chanh',
  'Gấc',
  'Dừa',
  'Sung',
  'Nhãn',
  'Mít',
  'Ổi',
  'Lựu',
  'Chuối',
  'Dưa',
  'Sầu Riêng',
  'Măng Cụt',
];
const TRADES = ['Xây dựng', 'Thương mại', 'Vận tải', 'May mặc', 'Nông sản', 'Cơ khí', 'Thủy sản', 'Du lịch'];

export const person = (prng: Prng): string =>
  `${prng.pick(FAMILIES)} ${prng.pick(MIDDLES)} ${prng.pick(FRUITS)}`;

/** A phone number of a range that no network has. */
export const phone = (prng: Prng): string => `0100 ${String(prng.int(0, 999_999)).padStart(6, '0')}`;

/** A bank account number, longer than any bank's. */
export const account = (prng: Prng): string => `000099${String(prng.int(0, 999_999_999)).padStart(12, '0')}`;

const company = (prng: Prng): string => {
  const n = prng.int(1, 60);
  const trade = prng.pick(TRADES);
  return prng.pick([
    `Công ty TNHH ${trade} Mẫu ${n}`,
    `Công ty Cổ phần ${trade} Mẫu ${n}`,
    `Doanh nghiệp tư nhân Mẫu ${n}`,
    `Hợp tác xã ${trade} Mẫu ${n}`,
    `Công ty TNHH MTV "Mẫu ${n}", chi nhánh ${prng.int(1, 3)}`,
  ]);
};

const NAMES: Readonly<Record<DonorClass, (prng: Prng) => string>> = {
  CA_NHAN: person,
  TAP_THE: (prng) =>
    prng.pick([
      `Tập thể lớp ${prng.int(6, 12)}A${prng.int(1, 6)}, Trường Mẫu ${prng.int(1, 9)}`,
      `Chi hội Phụ nữ Mẫu ${prng.int(1, 20)}`,
      `Câu lạc bộ thiện nguyện Mẫu ${prng.int(1, 15)}`,
      `Tiểu thương chợ Mẫu ${prng.int(1, 6)}`,
    ]),
  CO_QUAN_DON_VI: (prng) =>
    prng.pick([
      `Trường Tiểu học Mẫu ${prng.int(1, 12)}`,
      `Trạm Y tế Mẫu ${prng.int(1, 9)}`,
      `Công đoàn cơ sở Mẫu ${prng.int(1, 20)}`,
      `Ban Quản lý Mẫu ${prng.int(1, 5)}`,
    ]),
  DOANH_NGHIEP: company,
  TON_GIAO: (prng) =>
    prng.pick([
      `Chùa Mẫu ${prng.int(1, 9)}`,
      `Giáo xứ Mẫu ${prng.int(1, 9)}`,
      `Hội thánh Mẫu ${prng.int(1, 4)}`,
    ]),
  LUC_LUONG_VU_TRANG: (prng) =>
    prng.pick([`Đồn Biên phòng Mẫu ${prng.int(1, 5)}`, `Ban Chỉ huy quân sự Mẫu ${prng.int(1, 6)}`]),
  KIEU_BAO: (prng) => `${person(prng)} (kiều bào)`,
  QUOC_TE: (prng) => `Sample Relief Fund ${prng.int(1, 6)}`,
  AN_DANH: (prng) => prng.pick(['Giấu tên', 'MTQ', 'Nhà hảo tâm ẩn danh', 'không tên', 'NHT']),
};

/** An invented donor of a class. */
export const donorName = (prng: Prng, donorClass: DonorClass): string => NAMES[donorClass](prng);

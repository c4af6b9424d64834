/** Who gives to a province, by weight. */
export const PROVINCE_DONORS = {
  CA_NHAN: 16,
  TAP_THE: 4,
  CO_QUAN_DON_VI: 4,
  DOANH_NGHIEP: 5,
  TON_GIAO: 2,
  LUC_LUONG_VU_TRANG: 2,
  KIEU_BAO: 1,
  AN_DANH: 4,
} as const;

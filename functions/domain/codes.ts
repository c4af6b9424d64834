/**
 * Code lists of the field. Codes are written in files and in the ledger; labels are what people read.
 * Order is the order in which pages list them.
 */
const list = <const T extends Record<string, string>>(labels: T) => labels;

export const LEVELS = list({ TW: 'Trung ương', TINH: 'Cấp tỉnh', HUYEN: 'Cấp huyện', XA: 'Cấp xã' });
export type Level = keyof typeof LEVELS;

export const FUND_KINDS = list({
  QUY_VNN: 'Quỹ “Vì người nghèo”',
  CUU_TRO: 'Quỹ cứu trợ',
  NHA_TAM: 'Chương trình xoá nhà tạm, nhà dột nát',
  KHAC: 'Quỹ khác',
});
export type FundKind = keyof typeof FUND_KINDS;

export const RELIEF_CAUSES = list({
  THIEN_TAI: 'Thiên tai',
  DICH_BENH: 'Dịch bệnh',
  HOA_HOAN_SU_CO: 'Hoả hoạn, sự cố',
  BENH_HIEM_NGHEO: 'Bệnh hiểm nghèo',
});
export type ReliefCause = keyof typeof RELIEF_CAUSES;

export const DONOR_CLASSES = list({
  CA_NHAN: 'Cá nhân',
  TAP_THE: 'Tập thể',
  CO_QUAN_DON_VI: 'Cơ quan, đơn vị',
  DOANH_NGHIEP: 'Doanh nghiệp',
  TON_GIAO: 'Tổ chức tôn giáo',
  LUC_LUONG_VU_TRANG: 'Lực lượng vũ trang',
  KIEU_BAO: 'Kiều bào',
  QUOC_TE: 'Tổ chức quốc tế',
  AN_DANH: 'Ẩn danh',
});
export type DonorClass = keyof typeof DONOR_CLASSES;

const DONATION_CHANNELS = list({
  CHUYEN_KHOAN: 'Chuyển khoản',
  KHO_BAC: 'Kho bạc',
  TIEN_MAT: 'Tiền mặt',
  VI_DIEN_TU: 'Ví điện tử',
  HIEN_VAT: 'Hiện vật',
  NGAY_CONG: 'Ngày công',
});

/** Money that comes in and is no donation. Never counted as a gift. */
export const OTHER_INFLOWS = list({
  CAP_TREN_CHUYEN: 'Cấp trên chuyển về',
  BAN_GIAO_SO_DU: 'Nhận bàn giao số dư',
  LAI_TIEN_GUI: 'Lãi tiền gửi',
  HOAN_TRA: 'Hoàn trả',
});
export type OtherInflow = keyof typeof OTHER_INFLOWS;

export const CHANNELS = { ...DONATION_CHANNELS, ...OTHER_INFLOWS };
export type Channel = keyof typeof CHANNELS;

/** Where money that came in came from: the class of the donor, or the kind of inflow that is no donation. */
export const SOURCES = { ...DONOR_CLASSES, ...OTHER_INFLOWS };
export type Source = keyof typeof SOURCES;

export const PURPOSES = list({
  NHA_XAY_MOI: 'Xây mới nhà Đại đoàn kết',
  NHA_SUA_CHUA: 'Sửa chữa nhà ở',
  SINH_KE: 'Hỗ trợ sinh kế',
  GIAO_DUC: 'Giáo dục, học bổng',
  Y_TE: 'Khám chữa bệnh',
  TET: 'Tết vì người nghèo',
  CUU_DOI: 'Cứu đói',
  DOT_XUAT: 'Hỗ trợ đột xuất',
  THIET_HAI_NGUOI: 'Hỗ trợ thiệt hại về người',
  THIET_HAI_NHA: 'Hỗ trợ thiệt hại về nhà ở',
  DI_DOI: 'Di dời khẩn cấp',
  CONG_TRINH_CONG_DONG: 'Công trình cộng đồng',
  KHAC: 'Khác',
  CHUYEN_CAP_DUOI: 'Chuyển cấp dưới',
  BAN_GIAO_SO_DU: 'Bàn giao số dư',
  HOAN_TRA: 'Hoàn trả người ủng hộ',
  PHI_NGAN_HANG: 'Phí ngân hàng',
});
export type Purpose = keyof typeof PURPOSES;

/** Money passed to a lower level leaves this fund but has not been used: it is kept apart from the uses. */
export const TRANSFER_OUT: Purpose = 'CHUYEN_CAP_DUOI';
export const TRANSFER_IN: OtherInflow = 'CAP_TREN_CHUYEN';

/** What a unit that ends hands over to those that follow it: neither a gift nor a use, and the pair nets to zero. */
export const HANDOVER_OUT: Purpose = 'BAN_GIAO_SO_DU';
export const HANDOVER_IN: OtherInflow = 'BAN_GIAO_SO_DU';

/** What the account earned, what came back, what was given back, what the bank took: none of it a gift or a use. */
export const INTEREST: OtherInflow = 'LAI_TIEN_GUI';
export const REFUND_IN: OtherInflow = 'HOAN_TRA';
export const REFUND_OUT: Purpose = 'HOAN_TRA';
export const BANK_FEE: Purpose = 'PHI_NGAN_HANG';

/** Money that leaves a book without being used for anybody. */
const NO_USES: ReadonlySet<Purpose> = new Set([TRANSFER_OUT, HANDOVER_OUT, REFUND_OUT, BANK_FEE]);
export const isUse = (purpose: Purpose): boolean => !NO_USES.has(purpose);

export const BENEFICIARY_CLASSES = list({
  HO_NGHEO: 'Hộ nghèo',
  HO_CAN_NGHEO: 'Hộ cận nghèo',
  HOAN_CANH_KHO_KHAN: 'Hoàn cảnh khó khăn',
  KHAC: 'Đối tượng khác',
});
export type BeneficiaryClass = keyof typeof BENEFICIARY_CLASSES;

export const COMMUNE_KINDS = list({ XA: 'Xã', PHUONG: 'Phường', DAC_KHU: 'Đặc khu', THI_TRAN: 'Thị trấn' });
export type CommuneKind = keyof typeof COMMUNE_KINDS;

/** Kinds of file that carry movements of money or goods. */
export const BOOK_KINDS = list({ contributions: 'Bảng thu (tiếp nhận)', disbursements: 'Bảng chi (hỗ trợ)' });
export type BookKind = keyof typeof BOOK_KINDS;

/** On which side of an account a line of its statement stands, where one column holds all amounts. */
export const ACCOUNT_SIDES = list({ GHI_NO: 'Ghi nợ (tiền ra)', GHI_CO: 'Ghi có (tiền vào)' });
export type AccountSide = keyof typeof ACCOUNT_SIDES;

/** Tables beside the movements: what was promised and allotted, what was planned, what was built, what people decided. */
export const REGISTER_KINDS = list({
  allocations: 'Bảng đăng ký, phân bổ',
  targets: 'Bảng chỉ tiêu, kế hoạch',
  houses: 'Sổ theo dõi nhà',
  decisions: 'Bảng xác nhận, giải trình',
});
export type RegisterKind = keyof typeof REGISTER_KINDS;

/** Every kind of table that can be read. Each belongs to the books of one unit and fund. */
export const TABLE_KINDS = {
  ...BOOK_KINDS,
  ...list({ bankStatement: 'Sao kê ngân hàng' }),
  ...REGISTER_KINDS,
};
export type TableKind = keyof typeof TABLE_KINDS;

/** What can be handed in: tables of a unit and fund, and reference data kept in the same ledger. */
export const SUBMISSION_KINDS = {
  ...TABLE_KINDS,
  ...list({ campaigns: 'Danh mục đợt vận động', units: 'Thay đổi đơn vị hành chính' }),
};
export type SubmissionKind = keyof typeof SUBMISSION_KINDS;

export const isBookKind = (kind: SubmissionKind): kind is BookKind => isCode(BOOK_KINDS, kind);
export const isTableKind = (kind: SubmissionKind): kind is TableKind => isCode(TABLE_KINDS, kind);

/** The stage of money that is not in the book yet: promised by a donor, or allotted to a lower unit. */
export const ALLOCATION_STAGES = list({ DANG_KY: 'Đăng ký ủng hộ', PHAN_BO: 'Phân bổ' });
export type AllocationStage = keyof typeof ALLOCATION_STAGES;

/** What a target counts: money raised, or things done. */
export const INDICATORS = list({
  VAN_DONG: 'Tiền vận động vào quỹ (đồng)',
  NHA_XAY_MOI: 'Nhà xây mới (nhà)',
  NHA_SUA_CHUA: 'Nhà sửa chữa (nhà)',
  SINH_KE: 'Hỗ trợ sinh kế (hộ)',
  HO_GIUP: 'Hộ được giúp đỡ (hộ)',
});
export type Indicator = keyof typeof INDICATORS;

/** How far a house has come, in order. */
export const HOUSE_STATUSES = list({
  KHAO_SAT: 'Khảo sát',
  PHE_DUYET: 'Phê duyệt',
  KHOI_CONG: 'Khởi công',
  NGHIEM_THU: 'Nghiệm thu',
  BAN_GIAO: 'Bàn giao',
});
export type HouseStatus = keyof typeof HOUSE_STATUSES;

/** What a person in charge decided about a reconciliation. None of it changes a sum. */
export const DECISIONS = list({
  XAC_NHAN_KHOP: 'Xác nhận khớp',
  BO_KHOP: 'Bỏ khớp',
  GIAI_TRINH: 'Giải trình',
  QUY_DOI: 'Hệ số quy đổi',
});
export type Decision = keyof typeof DECISIONS;

export const SUBMISSION_STATES = list({
  RECEIVED: 'Đã tiếp nhận',
  ACCEPTED: 'Đã ghi sổ',
  ACCEPTED_WITH_QUARANTINE: 'Đã ghi sổ, còn dòng để riêng',
  REJECTED: 'Bị trả lại',
  DUPLICATE: 'Trùng tệp đã nộp',
  SUPERSEDED: 'Đã được thay thế',
});
export type SubmissionState = keyof typeof SUBMISSION_STATES;

/** The codes of a list, in its order. */
export const codesOf = <T extends Record<string, string>>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]];

export const isCode = <T extends Record<string, string>>(labels: T, code: string): code is keyof T & string =>
  Object.hasOwn(labels, code);

/** What findings about norms hold as codes: for whom, on which side of the bound, and how far the bound is to be trusted. */
export const NORM_WORDS = {
  per: {
    HO: { vi: 'hộ', en: 'household' },
    NGUOI: { vi: 'người', en: 'person' },
    NHA: { vi: 'nhà', en: 'house' },
  },
  bound: {
    MIN: { vi: 'ít hơn mức tối thiểu', en: 'less than the least' },
    MAX: { vi: 'nhiều hơn mức tối đa', en: 'more than the most' },
  },
  basis: {
    S: { vi: 'mức theo', en: 'rate by' },
    M: {
      vi: 'mức theo cấu hình, chưa đối chiếu văn bản; nguồn ghi là',
      en: 'rate as configured, not checked against the document; source given as',
    },
  },
} as const;

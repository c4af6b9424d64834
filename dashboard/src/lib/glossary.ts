/** Words that the public mixes up. A funnel: never added to each other. */
export const FUNNEL = [
  {
    term: 'Đăng ký',
    meaning: 'Lời hứa ủng hộ. Chưa có tiền vào quỹ, nên không cộng vào số nào.',
  },
  { term: 'Tiếp nhận', meaning: 'Tiền đã vào tài khoản hoặc két của quỹ. Đây là “ủng hộ nhận được”.' },
  {
    term: 'Phân bổ',
    meaning: 'Số đã quyết định cấp cho cấp dưới; đã chuyển bao nhiêu ghi riêng. Tiền chưa đến tay người dân.',
  },
  { term: 'Giải ngân', meaning: 'Tiền đã chi cho hộ dân hoặc công trình. Đây là “đã dùng cho người dân”.' },
] as const;

export const TERMS = [
  {
    term: 'Sổ',
    meaning:
      'Tài khoản riêng của một đơn vị cho một quỹ hay một đợt cứu trợ. Tiền của sổ này không lẫn với sổ khác.',
  },
  {
    term: 'Bút toán',
    meaning: 'Một lần tiền hoặc hiện vật vào hay ra. Một dòng có cả tiền và hiện vật là hai bút toán.',
  },
  {
    term: 'Dòng để riêng',
    meaning:
      'Dòng của tệp có lỗi nên chưa ghi sổ. Không bị xoá, không cộng vào số nào, chờ đơn vị sửa và nộp lại.',
  },
  { term: 'Chênh lệch', meaning: 'Số tệp ghi trừ số sổ tính ra, có dấu. Bằng 0 là khớp.' },
  {
    term: 'Hiện vật',
    meaning: 'Gạo, mì, chăn, vở… ghi theo số lượng. Trị giá đơn vị khai đứng cạnh, không cộng vào tiền.',
  },
  {
    term: 'Chi bổ sung',
    meaning: 'Khoản chi sau cho hộ bị sót lần trước. Là bút toán mới, không sửa bút toán cũ.',
  },
  {
    term: 'Chưa xác định theo địa giới mới',
    meaning:
      'Tiền chưa xếp được vào một xã, phường hiện nay, thường vì xã cũ đã chia. Giữ nguyên ở cấp tỉnh, không chia theo tỷ lệ.',
  },
  {
    term: 'Bàn giao số dư',
    meaning:
      'Số dư mà một đơn vị giao lại cho đơn vị lập từ nó khi kết thúc. Không phải ủng hộ, không phải đã dùng; bên giao và bên nhận bù nhau.',
  },
  {
    term: 'Địa giới hiện nay, địa giới lúc ghi sổ',
    meaning:
      'Cùng số tiền, xếp theo tỉnh, xã đang có, hoặc theo tỉnh, xã lúc sổ được ghi. Tổng toàn quốc như nhau.',
  },
  {
    term: 'Tiền đang chuyển',
    meaning:
      'Cấp trên đã ghi chuyển, chưa sổ cấp dưới nào ghi nhận. Hiện ra kèm số tiền và số ngày, cho đến khi thấy bên kia.',
  },
  {
    term: 'Mức khớp',
    meaning:
      'Dòng sao kê và khoản ghi sổ là cùng một khoản chắc đến đâu: có người xác nhận, cùng số chứng từ, cùng nội dung, hay chỉ cùng số tiền và ngày.',
  },
  {
    term: 'Mã của điều cần xem',
    meaning:
      'Mười ký tự gọi tên một điều cần xem. Còn nguyên điều ấy thì còn nguyên mã; đơn vị giải trình theo mã này.',
  },
  { term: 'Mã băm', meaning: 'Dấu vân tay của tệp gốc (SHA-256). Sửa một ký tự trong tệp là mã đổi hẳn.' },
] as const;

export const PUBLISHED = [
  {
    what: 'Tổ chức ủng hộ và số tiền',
    shown: 'Có. Tên đọc giống tên người mà chưa ghi đồng ý thì là “Nhà hảo tâm”',
  },
  { what: 'Tên cá nhân ủng hộ', shown: 'Chỉ khi có đồng ý được ghi lại; nếu không là “Nhà hảo tâm”' },
  { what: 'Số chứng từ thu', shown: 'Nhiều nhất bốn chữ số cuối: đủ để nhận ra khoản của mình' },
  { what: 'Mục đích, xã phường nơi dùng', shown: 'Có' },
  { what: 'Số chứng từ chi, số quyết định', shown: 'Có, khi viết đúng dạng mã số, như 15/QĐ-MTTQ' },
  {
    what: 'Tên hiện vật, đơn vị tính',
    shown: 'Có. Chữ có thể chỉ đến một người được thay bằng “Hiện vật khác”, “đơn vị”',
  },
  {
    what: 'Sao kê ngân hàng',
    shown: 'Tổng tiền vào, ra, số dư, ngày thiếu, mức khớp với sổ. Không dòng nào, không số tài khoản nào',
  },
  {
    what: 'Lời giải trình của đơn vị',
    shown: 'Có, kèm chức danh và ngày; dãy số có thể là của một người được che',
  },
  { what: 'Sổ theo dõi nhà', shown: 'Số nhà theo bước, theo năm, theo nguồn tiền. Không nói nhà của ai' },
  { what: 'Số tài khoản, số điện thoại, địa chỉ, nội dung chuyển khoản', shown: 'Không bao giờ' },
  { what: 'Tên, giấy tờ, hoàn cảnh, thôn của người nhận hỗ trợ', shown: 'Không bao giờ' },
] as const;

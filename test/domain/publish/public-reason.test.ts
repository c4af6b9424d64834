import { describe, expect, it } from 'vitest';
import { HIDDEN_REASON, publicReason } from '#domain/publish/public-text/reason.ts';

describe('what a unit says to a finding', () => {
  it.each([
    'Chuyển tiếp cho xã ngày 05/01/2026, xã đã nhận và ghi sổ tháng 1.',
    'Ngân hàng ghi muộn 2 ngày.',
    'Khoản này thuộc kỳ trước, đã ghi ở sổ quý III.',
    'Phí chuyển tiền liên ngân hàng do ngân hàng thu, sẽ hoàn lại quỹ.',
    'Kho bạc trả lại do sai số tài khoản, đã chuyển lại ngày 12/10.',
    'Đã đối chiếu với Kho bạc Nhà nước khu vực XV, số đúng.',
    'Chênh lệch do làm tròn tỷ giá.',
    'Số tiền thu hộ phường bên cạnh, đã chuyển trả.',
    'Ủng hộ của các hộ dân thôn 3 nộp chung một phiếu.',
    'Bà con thôn Đông nộp tiền mặt, gộp một lần vào tài khoản.',
    'Công ty điện lực chuyển nhầm, đã hoàn.',
    'Ủy ban MTTQ tỉnh chuyển đợt 2, chưa nhận được giấy báo có.',
    'Hội Chữ thập đỏ xã nhận thay, đã bàn giao.',
    'Chi hỗ trợ xây nhà cho hộ nghèo theo Quyết định 45/QĐ-MTTQ.',
    'Thủ quỹ nộp tiền mặt chậm do nghỉ Tết.',
    'Kế toán ghi nhầm cột, đã sửa ở tệp nộp ngày 03/03/2026.',
    'Trưởng ban công tác mặt trận thôn nộp gộp.',
    'Nhà tài trợ yêu cầu không nêu tên.',
    'Tiền lãi không kỳ hạn, sổ ghi theo quý.',
    'Số dư đầu kỳ gồm cả quỹ cứu trợ, tách từ 01/7/2025 khi sáp nhập xã.',
    'Sáp nhập xã Tân Lập và xã Tân Thành thành xã Tân Lập.',
    'Xã Bà Điểm bàn giao sổ muộn.',
    'Đoàn Thanh niên xã Hòa Bình ủng hộ bằng hàng, quy đổi theo hóa đơn.',
    'Mưa lũ làm mất chứng từ, đang xin sao lục.',
    'Đơn vị nhận đã đóng tài khoản.',
    'Hàng tồn kho 12 thùng mì đã cấp trong tháng 11.',
    'Ban Quản lý dự án huyện cũ bàn giao.',
    'Cụm thi đua số 2 nộp chung.',
    'Đã cấp bổ sung cho các cháu học sinh trường Dân tộc nội trú.',
    'Hỗ trợ khẩn cấp cơn bão số 10 (Bualoi), chứng từ gốc về sau.',
    'Bão Matmo làm gián đoạn giao dịch từ ngày 6 đến ngày 9 tháng 10.',
    'Mẹ Việt Nam anh hùng được hỗ trợ theo diện riêng.',
    'Do anh em công nhân Nhà máy Thép nộp chung.',
    'Giấy nộp tiền số 0012 của Bưu điện huyện.',
    'Đã xác minh với Vietcombank chi nhánh Đắk Lắk.',
    'Agribank Krông Bông hạch toán sai, đã điều chỉnh.',
    'BIDV gộp các giao dịch cùng ngày.',
  ])('is printed where it names nobody: %s', (text) => {
    expect(publicReason(text)).toBe(text);
  });

  it.each([
    'Ông Lò Văn Pánh đã nhận đủ.',
    'Bà Y Nhớ nộp lại.',
    'Chị Lan kế toán ghi nhầm.',
    'Nguyễn Thị Hoa chuyển nhầm 2 lần',
    'anh Hùng đã trả',
    'Gia đình Hồ Văn Tí chưa nhận',
    'nguyen van an chuyen nham',
    "Do H'Bia Niê Kdăm nộp",
    'Đã trao cho Lan Anh',
    'Thào A Sùng vắng nhà',
    'tiền của cô Tám',
    'Giàng Thị Mỷ',
    'LÊ QUANG VINH CK',
    'Sếp Tuấn duyệt',
    'Kế toán Mai nhập sai',
    'cháu Na đi viện',
    'Lan Anh đã trả lại.',
    'Nhờ Dũng chuyển giúp vào tài khoản quỹ',
    'Chuyển vào tài khoản số 0123',
    'tk 4567 của kế toán cũ',
    'Thủ quỹ xã (Hạnh) nộp muộn',
    'Đã nộp. Người nộp Thủy xác nhận',
    'Hộ Pánh chưa nhận',
    'do LAN nộp',
    'zalo của thôn',
  ])('is not printed where it may name somebody: %s', (text) => {
    expect(publicReason(text)).toBe(HIDDEN_REASON);
    expect(publicReason(text.normalize('NFD'))).toBe(HIDDEN_REASON);
  });

  it.each(['Trường tiểu học Kim Đồng nộp trùng.', 'Đồn Biên phòng Sa Huỳnh nộp thay.'])(
    'is rather not printed where a body is called like a person: %s',
    (text) => {
      expect(publicReason(text)).toBe(HIDDEN_REASON);
    },
  );

  it.each([
    ['Đã chuyển lại theo ủy nhiệm chi 0123456789.', 'Đã chuyển lại theo ủy nhiệm chi ….'],
    ['Từ 03/03/2026 - 05.03.2026, số 0912.345.678', 'Từ 03/03/2026 - 05.03.2026, số …'],
    ['số 09/12/2026 345', 'số …'],
    ['số 1 09/12/2026', 'số …'],
  ])('has long numbers struck out, dates left: %s', (text, shown) => {
    expect(publicReason(text)).toBe(shown);
  });
});

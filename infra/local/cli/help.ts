const COMMON = `
Tuỳ chọn chung:
  --data THƯ_MỤC   nơi giữ sổ (mặc định: .local của dự án)
  --json           in kết quả dạng JSON cho chương trình khác đọc
  -h, --help       trợ giúp

Mã thoát: 0 xong · 1 bị quy tắc trả lại · 2 dùng lệnh sai · 3 máy kho hoặc hệ thống lỗi`;

export const HELP = {
  '': `so-cong-khai: sổ công khai Quỹ “Vì người nghèo” và các đợt cứu trợ

Lệnh:
  submit TỆP …           nộp một bảng thu hoặc bảng chi (CSV)
  campaigns import TỆP   thêm đợt vận động, đợt cứu trợ (JSON)
  publish --out THƯ_MỤC  ghi trang công khai tĩnh của sổ hiện tại
  rebuild --out THƯ_MỤC  bỏ mọi thứ suy ra từ sổ cái, dựng lại, rồi ghi trang
  status                 sổ đang ở đâu, còn gì chờ, có gì hỏng, đã công khai gì

Ví dụ:
  npx so-cong-khai submit thu.csv --kind contributions --unit 24 --fund YAGI-2024 --from 2024-09-10 --to 2024-09-29
  npx so-cong-khai submit --help
${COMMON}`,
  submit: `so-cong-khai submit TỆP --kind LOẠI --unit MÃ --fund QUỸ --from NGÀY --to NGÀY [tuỳ chọn]

  --kind         contributions (bảng thu) hoặc disbursements (bảng chi)
  --unit         TW, mã tỉnh 2 chữ số hoặc mã xã 5 chữ số
  --fund         QVNN (Quỹ “Vì người nghèo”) hoặc mã đợt, ví dụ YAGI-2024
  --from, --to   kỳ của tệp, cả hai ngày đều tính, viết năm-tháng-ngày
  --opening      số dư đầu kỳ, số đồng nguyên (1500000 hoặc 1.500.000)
  --closing      số dư cuối kỳ, để đối chiếu
  --additional   nộp thêm cho kỳ đã nộp; không có thì tệp mới thay tệp cũ của cùng kỳ
  --supersedes   SHA-256 của tệp cũ mà tệp này thay thế, khi kỳ khác nhau

Chờ đến khi tệp được công khai hoặc bị trả lại, rồi cho biết vì sao.
Còn dòng để riêng thì vẫn là xong (mã thoát 0), nhưng được nói rõ.

Ví dụ:
  npx so-cong-khai submit thu-thang-9.csv --kind contributions --unit 24 --fund YAGI-2024 \\
    --from 2024-09-10 --to 2024-09-29 --opening 0
${COMMON}`,
  publish: `so-cong-khai publish --out THƯ_MỤC [--force]

Ghi trang công khai đầy đủ (trang, số liệu, mọi địa chỉ) để đặt lên bất kỳ máy chủ tệp tĩnh nào.
Cùng một sổ thì luôn ra đúng các byte ấy. Không ghi vào thư mục chứa thứ khác nếu không có --force; có --force thì ghi chung, không xoá gì.

Ví dụ:
  npx so-cong-khai publish --out trang-cong-khai
${COMMON}`,
  rebuild: `so-cong-khai rebuild --out THƯ_MỤC [--force]

Bỏ mục lục, bản đối chiếu và số liệu công khai, dựng lại tất cả từ sổ cái, rồi ghi trang như publish.
Kết quả phải giống publish đến từng byte.

Ví dụ:
  npx so-cong-khai rebuild --out trang-dung-lai && diff -r trang-cong-khai trang-dung-lai
${COMMON}`,
  status: `so-cong-khai status

Vị trí sổ cái, số sổ, tệp theo trạng thái, hàng đợi, thông điệp hỏng và lý do, lần công khai cuối.

Ví dụ:
  npx so-cong-khai status --json
${COMMON}`,
  campaigns: `so-cong-khai campaigns import TỆP

Thêm đợt vận động, đợt cứu trợ từ một tệp JSON; đợt cùng mã thì bản nộp sau thay bản trước.

Ví dụ tệp:
  {"campaigns": [{"code": "BAO-SO-5-2026", "name": "Cứu trợ bão số 5 năm 2026", "fundKind": "CUU_TRO",
    "cause": "THIEN_TAI", "from": "2026-09-01", "levels": ["TW", "TINH", "XA"]}]}

Ví dụ:
  npx so-cong-khai campaigns import dot-moi.json
${COMMON}`,
} as const;

export type CommandName = Exclude<keyof typeof HELP, ''>;

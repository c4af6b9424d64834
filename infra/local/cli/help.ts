const COMMON = `
Tuỳ chọn chung:
  --data THƯ_MỤC   nơi giữ sổ (mặc định: .local của dự án)
  --json           in kết quả dạng JSON cho chương trình khác đọc
  -h, --help       trợ giúp

Mã thoát: 0 xong · 1 bị quy tắc trả lại · 2 dùng lệnh sai · 3 máy kho hoặc hệ thống lỗi
          4 (chỉ lệnh check) nộp được nhưng có dòng phải để riêng`;

const READING = `
Cách đọc tệp, khi máy đọc chưa đúng ý (CỘT: tên cột của mẫu, ví dụ amount_vnd hoặc “Số tiền”):
  --column CỘT=TIÊU ĐỀ   cột ấy trong tệp mang tiêu đề này; để trống sau dấu = là tệp không có cột ấy
  --numbers CỘT=dot      dấu chấm ngăn hàng nghìn (1.500.000); CỘT=comma: dấu phẩy (1,500,000)
  --multiplier CỘT=1000  mỗi số là nghìn đồng; cũng được 1, 1000000, 1000000000
  --dates dmy|mdy        ngày trước tháng, hoặc tháng trước ngày
  --sheet TÊN            trang tính của tệp Excel
  --heading-row N        dòng tiêu đề
  --encoding, --font     utf-8 · utf-16le · utf-16be · windows-1258 · windows-1252; unicode · tcvn3 · vni
  --delimiter DẤU        , ; | hoặc tab
  --reading TỆP.json     cách đọc đã lưu bằng check --save-reading`;

const KINDS = `    contributions  bảng thu             disbursements  bảng chi
    statement      sao kê ngân hàng, kho bạc
    allocations    đăng ký, phân bổ     targets        chỉ tiêu, kế hoạch
    houses         sổ theo dõi nhà      decisions      xác nhận, giải trình`;

export const HELP = {
  '': `so-cong-khai: sổ công khai Quỹ “Vì người nghèo” và các đợt cứu trợ

Lệnh:
  check TỆP              kiểm tra một tệp ngay trên máy, chưa nộp gì; trả lại tệp kèm cách sửa
  template --out TỆP     tệp mẫu để điền (CSV hoặc Excel)
  submit TỆP …           nộp một bảng: thu, chi, sao kê, phân bổ, chỉ tiêu, nhà, giải trình (CSV, Excel)
  campaigns import TỆP   thêm đợt vận động, đợt cứu trợ (JSON)
  units import TỆP       nạp một thay đổi đơn vị hành chính (CSV)
  units compare TỆP      so bảng mã cũ → mã mới của nơi khác với danh mục ở đây
  publish --out THƯ_MỤC  ghi trang công khai tĩnh của sổ hiện tại
  rebuild --out THƯ_MỤC  bỏ mọi thứ suy ra từ sổ cái, dựng lại, rồi ghi trang
  matches --out TỆP      đối chiếu từng dòng sao kê với từng khoản của một sổ (CSV)
  status                 sổ đang ở đâu, còn gì chờ, có gì hỏng, đã công khai gì

Ví dụ:
  npx so-cong-khai check thu.xlsx
  npx so-cong-khai submit thu.csv --kind contributions --unit 24 --fund YAGI-2024 --from 2024-09-10 --to 2024-09-29
  npx so-cong-khai submit --help
${COMMON}`,
  matches: `so-cong-khai matches --unit MÃ [--fund QUỸ] --out TỆP.csv

Ghi ra từng cặp dòng sao kê – khoản ghi sổ mà máy đã ghép: mức chắc chắn, độ tin cậy, lý do, tệp và dòng hai bên;
rồi những dòng còn lẻ. Tệp nêu số dòng của sao kê nên không công khai; mã tệp là các ký tự đầu của mã băm SHA-256 mà lệnh
submit in ra. Muốn sửa một chỗ ghép: chép mã tệp và số dòng hai bên vào mẫu bảng xác nhận
(so-cong-khai template --kind decisions --out xac-nhan.xlsx), ghi lý do, chức danh, rồi nộp.

  --unit MÃ        mã đơn vị (TW, 2 số của tỉnh, 5 số của xã, phường)
  --fund QUỸ       QVNN (mặc định) hoặc mã đợt cứu trợ
  --out TỆP.csv    nơi ghi; tệp đã có thì ghi đè

Ví dụ:
  npx so-cong-khai matches --unit 20341 --fund QVNN --out khop.csv
${COMMON}`,
  check: `so-cong-khai check TỆP [tuỳ chọn]

Đọc tệp ngay trên máy này (không nối mạng, không ghi sổ) và cho biết: nhận được bao nhiêu dòng, bao nhiêu tiền,
đã đọc tệp theo cách nào, chỗ nào sai, sửa ra sao.

  --kind          loại bảng; không có thì tự nhận qua tên cột (khi nộp thì phải nói rõ):
${KINDS}
  --unit, --from, --to, --fund   như khi nộp: để so ngày với kỳ, tìm xã trong đơn vị, xét nội dung chi
  --currency, --rate   loại tiền và tỷ giá của sao kê ngoại tệ, như khi nộp
  --on NGÀY       coi như kiểm tra vào ngày này (mặc định: hôm nay)
  --repair-csv TỆP, --repair-xlsx TỆP   ghi lại chính tệp ấy, thêm hai cột “Lỗi” và “Cách sửa”
  --against TỆP   so với tệp trước: thêm, bớt, sửa những dòng nào
  --save-reading TỆP   lưu cách nhận cột để lần sau dùng --reading
${READING}

Ví dụ:
  npx so-cong-khai check thu-thang-9.xlsx --kind contributions --repair-xlsx thu-thang-9-sua.xlsx
${COMMON}`,
  template: `so-cong-khai template --kind LOẠI --out TỆP.xlsx

Ghi một tệp mẫu để điền: .xlsx có danh sách chọn và trang hướng dẫn, .csv chỉ có dòng tiêu đề.
  --kind   một trong:
${KINDS}

Ví dụ:
  npx so-cong-khai template --kind contributions --out bang-thu.xlsx
${COMMON}`,
  submit: `so-cong-khai submit TỆP --kind LOẠI --unit MÃ --fund QUỸ --from NGÀY --to NGÀY [tuỳ chọn]

  --kind         một trong:
${KINDS}
  --unit         TW, mã tỉnh 2 chữ số hoặc mã xã 5 chữ số
  --fund         QVNN (Quỹ “Vì người nghèo”) hoặc mã đợt, ví dụ YAGI-2024
  --from, --to   kỳ của tệp, cả hai ngày đều tính, viết năm-tháng-ngày
  --opening      số dư đầu kỳ, số đồng nguyên (1500000 hoặc 1.500.000)
  --closing      số dư cuối kỳ, để đối chiếu
  --cash         tiền mặt tồn quỹ ngày cuối kỳ (cùng bảng thu hoặc bảng chi): sổ = ngân hàng + tiền mặt
  --account      cùng sao kê: số tài khoản hoặc các số cuối, khi trong tệp không ghi; không công khai
  --currency     cùng sao kê của tài khoản ngoại tệ: mã loại tiền, ví dụ USD; phải kèm --rate
  --rate         một đơn vị ngoại tệ bằng bao nhiêu đồng ở ngày cuối kỳ: 25430, 25.430 hoặc 25.430,5
  --opening-rate   kèm --rate, ở sao kê đầu tiên của tài khoản: tỷ giá đã ghi sổ số dư đầu kỳ, nếu khác
  --additional   nộp thêm cho kỳ đã nộp; không có thì tệp mới thay tệp cũ cùng loại của cùng kỳ (sao kê: của cùng
                 tài khoản; bảng xác nhận, giải trình: luôn cộng thêm, muốn thay thì ghi --supersedes)
  --supersedes   SHA-256 của tệp cũ mà tệp này thay thế, khi kỳ khác nhau
  --no-saved-reading   không dùng lại cách nhận cột của lần nộp trước
${READING}

Chờ đến khi tệp được công khai hoặc bị trả lại, rồi cho biết vì sao.
Còn dòng để riêng thì vẫn là xong (mã thoát 0), nhưng được nói rõ.

Ví dụ:
  npx so-cong-khai submit thu-thang-9.csv --kind contributions --unit 24 --fund YAGI-2024 \\
    --from 2024-09-10 --to 2024-09-29 --opening 0
  npx so-cong-khai submit sao-ke-quy-1.csv --kind statement --unit 20335 --fund QVNN \\
    --from 2025-01-01 --to 2025-03-31 --account 0123456789
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
  units: `so-cong-khai units import TỆP.csv
so-cong-khai units compare TỆP.csv [--on NGÀY] [--json]

import: ghi một thay đổi đơn vị hành chính (nhập, chia, đổi tên) vào sổ cái, có ngày hiệu lực; mọi sổ được đối chiếu lại
  và trang công khai theo địa giới mới. Bút toán cũ giữ nguyên đơn vị đã ghi. Nạp lại cả một ngày hiệu lực là thay bản cũ
  của ngày ấy. Các cột: valid_from, former_code, extent (KEPT, WHOLE, PARTIAL), code, name, province_code, legal_act.
  Mẫu và ví dụ: docs/units.md.
compare: so một bảng có cột former_code, present_code với danh mục đi kèm phần mềm; nêu từng cặp khác nhau và lý do.
  --on   ngày hiệu lực của thay đổi (mặc định: 2025-07-01)

Ví dụ:
  npx so-cong-khai units import dia-gioi-2027.csv
  npx so-cong-khai units compare crosswalk.csv --json
${COMMON}`,
} as const;

export type CommandName = Exclude<keyof typeof HELP, ''>;

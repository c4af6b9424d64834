import { BOOK_KINDS, codesOf, REGISTER_KINDS, TABLE_KINDS, type TableKind } from '#domain/codes.ts';
import type { CellType, Column } from '#domain/parse/column.ts';
import { CONTRACT, CONTRACT_VERSION, columnsToFill } from '#domain/parse/contract.ts';
import { NO_WORDS, YES_WORDS } from '#domain/parse/values/yes-no.ts';

const TYPE_NAMES: Readonly<Record<CellType, string>> = {
  text: 'chữ',
  date: 'ngày',
  year: 'năm',
  vnd: 'số đồng',
  quantity: 'số lượng',
  count: 'số nguyên từ 1',
  code: 'mã',
  yesNo: 'có/không',
  unit: 'đơn vị',
  words: 'số tiền bằng chữ',
};

const cell = (text: string): string => text.replaceAll('|', '\\|');
const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const row = (column: Column): string =>
  [
    `\`${column.name}\``,
    column.title,
    TYPE_NAMES[column.type],
    column.required ? 'bắt buộc' : column.requiredOneOf ? 'ít nhất một' : '',
    column.private ? 'không bao giờ' : '',
    cell(column.description),
    column.example === '' ? '' : `\`${cell(column.example)}\``,
    cell([...column.also, ...(column.otherwise ?? [])].join(' · ')),
  ]
    .join(' | ')
    .replace(/^/, '| ')
    .concat(' |');

const columnTable = (kind: TableKind): string =>
  [
    '| Tên tiếng Anh | Tên tiếng Việt | Loại | Cột | Công khai | Ghi gì | Ví dụ | Cũng nhận |',
    '|---|---|---|---|---|---|---|---|',
    ...CONTRACT[kind].map(row),
  ].join('\n');

const codeTable = ({ title, codes }: Column): string =>
  [
    `**${title}**`,
    '',
    '| Mã | Tên |',
    '|---|---|',
    ...Object.entries(codes ?? {}).map(([code, label]) => `| \`${code}\` | ${label} |`),
  ].join('\n');

function section(kind: TableKind): string {
  const columns = CONTRACT[kind];
  return [
    `## ${TABLE_KINDS[kind]}`,
    '',
    `Lược đồ cho máy: [\`${kind}.schema.json\`](${kind}.schema.json).`,
    '',
    columnTable(kind),
    '',
    ...columns.filter((column) => column.codes).flatMap((column) => [codeTable(column), '']),
    '**Ví dụ**',
    '',
    '```csv',
    exampleFile(kind).trimEnd(),
    '```',
  ].join('\n');
}

const csvCell = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A file of one row, made of each column's example. */
export function exampleFile(kind: TableKind): string {
  const line = (texts: readonly string[]) => texts.map(csvCell).join(',');
  const columns = columnsToFill(kind);
  return `${line(columns.map(({ title }) => title))}\n${line(columns.map(({ example }) => example))}\n`;
}

const lowered = (labels: Readonly<Record<string, string>>): string =>
  Object.values(labels)
    .map((label) => `“${label.toLowerCase()}”`)
    .join(', ');

const INTRODUCTION = `<!-- Tệp này do \`infra/docs/write.ts\` viết ra từ mã nguồn; đừng sửa bằng tay. -->
# Mẫu tệp CSV, phiên bản ${CONTRACT_VERSION}

Hai bảng của sổ: ${lowered(BOOK_KINDS)}; ${TABLE_KINDS.bankStatement.toLowerCase()} để đối chiếu; và bốn bảng đi kèm:
${lowered(REGISTER_KINDS)}. Mỗi tệp là một bảng của một đơn vị, một quỹ, một kỳ.

## Quy tắc chung

* **Tệp**: CSV hoặc sổ Excel (.xlsx). CSV: bảng mã UTF-8 (có hay không có BOM), UTF-16, windows-1258, hoặc phông cũ TCVN3
  (ABC), VNI; ngăn ô bằng dấu phẩy, chấm phẩy, TAB hoặc gạch đứng; xuống dòng bằng LF hoặc CR LF. Nên dùng: trong Excel,
  “Lưu thành” → “CSV UTF-8 (phân cách bằng dấu phẩy)”.
* **Dấu ngoặc kép**: ô có dấu ngăn, xuống dòng hoặc dấu \`"\` thì cả ô nằm trong \`"…"\`, và mỗi dấu \`"\` bên trong viết
  thành \`""\`. Excel tự làm việc này. Dòng đặt sai dấu ngoặc kép được để riêng; mở ngoặc mà không đóng thì trả lại cả tệp.
* **Dòng tiêu đề**: được tìm trong 60 dòng đầu có chữ; có thể là hai, ba dòng, có dòng đánh số cột bên dưới, và có thể in
  lại ở đầu mỗi trang. Dùng tên tiếng Việt hoặc tiếng Anh hoặc cả hai, thứ tự nào cũng được; chữ hoa, dấu, dấu câu và
  xuống dòng không tính. Thiếu một cột bắt buộc, hoặc một cột có hai lần, thì trả lại cả tệp.
* **Các dòng trên tiêu đề** được đọc lấy kỳ (“Từ ngày … đến ngày …”, “Tháng 9 năm 2024”), đơn vị của số tiền
  (“ĐVT: triệu đồng”) và số dư đầu kỳ. Đơn vị cũng có thể ghi trong tên cột: “Số tiền (triệu đồng)”.
* **Loại bảng** của sổ và sao kê được nhận ra theo tên cột. Bốn bảng đi kèm có tên cột gần giống bảng thu, bảng chi, nên chỉ
  được đọc như thế khi người nộp nói rõ loại bảng.
* **Cột ngoài mẫu** được giữ trong sổ nội bộ và nêu trong báo cáo, không bao giờ công khai.
* **Mỗi dòng** phải đủ số ô như dòng tiêu đề; ô trống thừa ở cuối dòng không tính. Dòng trống được bỏ qua.
* **Dòng có lỗi** được để riêng kèm lý do và không cộng vào sổ; các dòng khác vẫn ghi sổ. Số dòng ghi sổ, để riêng và
  bỏ qua cộng lại luôn bằng số dòng của tệp.

## Cách ghi từng loại ô

* **Ngày**: ngày trước, tháng sau: \`25/12/2024\`, \`5/9/24\`, \`25-12-2024\`; hoặc \`2024-12-25\`. \`15/9\` không có năm chỉ được
  nhận khi kỳ khai chỉ có một ngày như thế. Tháng trước, ngày sau chỉ được nhận khi nhiều ô của cột chứng tỏ.
* **Số đồng**: số nguyên, viết liền (\`1500000\`), chấm hoặc phẩy ngăn hàng nghìn (\`1.500.000\`, \`1,500,000\`), có thể kèm
  \`đ\`, \`đồng\`, \`VNĐ\`, hoặc đơn vị: \`2,5 tỷ\`, \`500k\`, \`5tr5\`, \`1 tỷ 200 triệu\`. Dấu nào ngăn hàng nghìn được xét theo cả cột; cột
  dùng lẫn hai cách thì trả lại cả tệp, nêu hai dòng trái nhau. Số 0 cũng là một số. \`-500.000\`, \`500.000-\` và \`(500.000)\`
  là bút toán đảo. Không nhận \`1,00E+15\`, ngoại tệ, số lẻ của đồng, \`nt\`: dòng đó được để riêng chứ không đoán.
* **Tiền và hiện vật**: mỗi dòng có số tiền, hoặc hiện vật, hoặc cả hai (thành hai khoản của cùng một dòng). Trị giá hiện
  vật không bao giờ cộng vào tiền; hình thức HIEN_VAT, NGAY_CONG mà ghi số tiền thì dòng được để riêng.
* **Số lượng**: nhiều nhất ba chữ số phần lẻ (\`70,1\`), không âm. Dấu ngăn hàng nghìn và dấu phần lẻ được xét theo cả cột;
  không có gì chứng tỏ thì \`1.200\` là một nghìn hai trăm, và báo cáo nói rõ.
* **Số nguyên từ 1** (số hộ, số người): để trống nếu không có.
* **Mã**: ghi mã, hoặc tên tiếng Việt của mã.
* **Có/không**: có là ${quoted(YES_WORDS)}; không là ${quoted(NO_WORDS)} hoặc để trống.
* **Đơn vị**: xã, phường ghi mã 5 số, hoặc tên đầy đủ theo địa giới tại ngày chi. Trùng tên thì không đoán. Sổ của chính xã,
  phường đó thì để trống cũng được. Cột đơn vị chuyển, đơn vị nhận, đơn vị được giao nhận thêm tỉnh (mã 2 số hoặc tên) và
  trung ương (\`TW\`), có hay không có chữ “UBMTTQ” đứng trước.
* **Năm**: bốn chữ số.
* **Người ủng hộ** ghi “MTQ”, “NHT”, “giấu tên”, “ẩn danh”, “không tên” hoặc để trống là ẩn danh.

## Dòng tổng

Dòng không có ngày, mở đầu bằng “Tổng cộng”, “Tổng số”, “Tổng”, “Cộng” (hoặc “Total”) là dòng tổng: số ở cột số tiền được
so với tổng các dòng phía trên, kể cả dòng để riêng đọc được số tiền; lệch thì báo lệch bao nhiêu. “Cộng mang sang”,
“Luỹ kế”, “Số dư đầu kỳ”, “Số dư cuối kỳ” được bỏ qua. Cả hai loại không phải là khoản thu chi.

## Chuyển tiền giữa các cấp

Khoản chi CHUYEN_CAP_DUOI ghi đơn vị nhận ở cột “Đơn vị nhận tiền” (để trống thì lấy cột xã/phường); khoản thu CAP_TREN_CHUYEN
ghi đơn vị chuyển ở cột “Đơn vị chuyển”. Hai bên ghi cùng một “Đợt phân bổ” thì dễ nối hai đầu. Ở các dòng khác, chữ trong ba
cột này được giữ trong sổ nội bộ và không nói gì về khoản đó. Đơn vị không rõ thì nêu cảnh báo, khoản vẫn ghi sổ.

## Bảng đi kèm

Mỗi dòng của bảng đăng ký, phân bổ, bảng chỉ tiêu, sổ theo dõi nhà, bảng giải trình là một bản ghi đặt cạnh sổ: không dòng nào
làm thay đổi một con số thu chi. Dòng tổng của các bảng này được bỏ qua, vì cộng các giai đoạn hay các chỉ tiêu với nhau không ra
số nào có nghĩa.

## Những gì không công khai

Cột có chữ “không bao giờ” không ra trang công khai dưới bất cứ dạng nào. Tên cá nhân chỉ công khai khi cột “Công khai
tên” ghi có; tên người nhận không bao giờ công khai. Tên tổ chức chỉ in khi đọc ra là tổ chức; nghi là tên người thì in
“Nhà hảo tâm”. Tên hiện vật và đơn vị tính có chữ chỉ người, số dài hay địa chỉ liên lạc thì in “Hiện vật khác”, “đơn vị”.
Số chứng từ của khoản thu chỉ hiện nhiều nhất 4 chữ số cuối; số chứng từ, số quyết định của khoản chi chỉ hiện khi đúng
dạng số hiệu (\`15/QĐ-MTTQ-BVĐ\`). Dãy số dài như số tài khoản, số điện thoại trong tên được che.
`;

/** The contract for people, in Vietnamese. */
export const contractReadme = (): string =>
  [INTRODUCTION, ...codesOf(TABLE_KINDS).map(section)].join('\n').concat('\n');

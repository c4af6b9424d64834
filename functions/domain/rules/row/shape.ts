import type { RuleTable } from '../rule.ts';

/** Whether a line is a row of data at all, and can be told into cells. */
export const SHAPE_RULES = {
  ROW_RAGGED: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Dòng thừa hoặc thiếu ô',
    method: 'Mỗi dòng phải có đủ số ô như dòng tiêu đề; ô trống thừa ở cuối dòng không tính.',
    what: '{count} dòng có số ô khác dòng tiêu đề ({places}).',
    expected: 'đúng số ô như dòng tiêu đề',
    fix: 'Thường do dấu phẩy trong chữ mà không có ngoặc kép. Mở bằng Excel, sửa dòng, lưu lại dạng CSV UTF-8.',
  },
  QUOTE_STRAY: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Dấu ngoặc kép đặt sai chỗ',
    method: 'Dấu " trong ô phải viết thành hai dấu "" và cả ô phải nằm trong ngoặc kép.',
    what: '{count} dòng có dấu ngoặc kép (") đặt sai chỗ ({places}).',
    expected: 'cả ô nằm trong ngoặc kép, dấu " bên trong viết thành ""',
    fix: 'Mở bằng Excel, sửa ô đó, lưu lại dạng CSV UTF-8: Excel tự viết dấu ngoặc cho đúng.',
  },
  ROW_NOT_DATA: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Dòng chữ nằm giữa số liệu',
    method:
      'Giữa các dòng số liệu, một dòng chữ không phải số liệu, tiêu đề hay tổng (chân trang, ô dính nhau) được để riêng, không tự bỏ.',
    what: '{count} dòng nằm giữa số liệu nhưng không phải dòng số liệu, tiêu đề hay tổng ({places}).',
    expected: 'một dòng số liệu đủ ô, dòng tiêu đề hoặc dòng tổng',
    fix: 'Nếu là chân trang hoặc lời ghi, xoá dòng đó; nếu là số liệu bị dính ô, tách lại từng ô cho đúng cột rồi nộp lại.',
  },
  DITTO_NOTHING_ABOVE: {
    severity: 'error',
    consequence: 'quarantine',
    title: 'Ghi “như trên” mà phía trên không có gì',
    method:
      'Dấu “nt”, “-nt-”, //, ″ lấy lại chữ của dòng trên ở các cột tên, đơn vị tính, nội dung; không bao giờ lấy lại số tiền.',
    what: '{count} dòng ghi “nt” ở cột “{column}”, nhưng phía trên không có gì để lấy lại ({places}).',
    expected: 'chữ đầy đủ của cột “{column}”',
    fix: 'Viết đầy đủ nội dung của ô đó rồi nộp lại.',
  },
} as const satisfies RuleTable;

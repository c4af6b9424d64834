import { never } from '#domain/result.ts';
import type { Failure } from '../data/failure.ts';

interface Problem {
  readonly title: string;
  readonly text: string;
  /** What the button does: ask again, load the page anew, or nothing that would help. */
  readonly remedy: 'retry' | 'reload' | 'none';
  /** For whoever runs the site. */
  readonly detail?: string;
}

/** What a reader is told when a page cannot be shown. */
export function problemOf(failure: Failure): Problem {
  switch (failure.kind) {
    case 'offline':
      return {
        title: 'Không tải được số liệu',
        text: 'Không nối được tới máy chủ. Hãy kiểm tra mạng rồi thử lại.',
        remedy: 'retry',
      };
    case 'server':
      return {
        title: 'Máy chủ đang bận',
        text: 'Máy chủ chưa trả lời được. Hãy thử lại sau ít phút.',
        remedy: 'retry',
        detail: `HTTP ${failure.status}`,
      };
    case 'empty':
      return {
        title: 'Chưa có số liệu',
        text: 'Chưa có sổ nào được công bố. Số liệu sẽ hiện ra ngay sau lần công bố đầu tiên.',
        remedy: 'retry',
      };
    case 'missing':
      return {
        title: 'Không tìm thấy',
        text: `${failure.what} không có trong số liệu đã công bố. Địa chỉ có thể gõ sai, hoặc đơn vị chưa nộp sổ.`,
        remedy: 'none',
      };
    case 'malformed':
      return {
        title: 'Số liệu không đọc được',
        text: 'Tệp số liệu nhận được không đúng khuôn dạng đã công bố, nên trang không hiển thị để tránh hiện số sai.',
        remedy: 'retry',
        detail: `${failure.key} (${failure.where})`,
      };
    case 'tampered':
      return {
        title: 'Số liệu không khớp mã băm',
        text: 'Tệp số liệu nhận được khác với mã băm trong tên của nó, có thể do đường truyền hoặc bị sửa, nên trang không hiển thị.',
        remedy: 'retry',
        detail: failure.key,
      };
    case 'outdated':
      return {
        title: 'Trang đã cũ',
        text: 'Số liệu được công bố theo khuôn dạng mới hơn trang đang mở. Hãy tải lại trang.',
        remedy: 'reload',
      };
    default:
      return never(failure);
  }
}

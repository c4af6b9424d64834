import { OrderFailed } from './checker.ts';

/** What a person is told when the worker could not do what it was asked. */
export function troubleText(error: unknown): string {
  const trouble = error instanceof OrderFailed ? error.trouble : 'broken';
  switch (trouble) {
    case 'unreadable':
      return 'Không đọc được tệp nữa: tệp đã được sửa, đổi chỗ hoặc xoá sau khi chọn. Hãy chọn lại tệp.';
    case 'not-loaded':
      return 'Không tải được bộ đọc tệp. Hãy nối mạng rồi tải lại trang; sau đó dùng được cả khi ngắt mạng.';
    case 'stopped':
      return 'Đã dừng.';
    case 'broken':
      return 'Trang gặp lỗi khi đọc tệp này. Đây là lỗi của trang, không phải của tệp; xin báo lại cho người quản trị.';
  }
}

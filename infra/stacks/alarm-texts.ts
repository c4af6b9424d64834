import type { AlarmText } from '#infra/constructs/alarms.ts';
import type { PipelineStageTexts } from '#infra/constructs/pipeline-stage.ts';

/* What the person on duty reads first. Each says what citizens or treasurers notice, then the first step. */

const readLog = (stage: string): string =>
  `mở log của hàm ${stage} trong CloudWatch, lọc dòng "not handled" hoặc level = ERROR, đọc lý do`;

export const INGEST_TEXTS: PipelineStageTexts = {
  deadLetters: {
    breaks:
      'Có tệp đã nộp mà hệ thống không xử lý được sau nhiều lần thử. Tệp gốc vẫn còn nguyên trong hộp nhận, nhưng thủ quỹ chưa có kết quả và số tiền trong tệp chưa lên trang công khai.',
    firstStep: `${readLog('ingest')}; sửa nguyên nhân rồi chuyển thông điệp về hàng đợi (docs/rollback.md, mục "Thông điệp hỏng").`,
  },
  waiting: {
    breaks: 'Tệp nộp đang phải chờ quá lâu. Thủ quỹ nộp rồi mà chưa thấy kết quả.',
    firstStep:
      'xem hàng đợi ingest có dồn nhiều tệp không (đợt nộp cuối tháng) và hàm ingest có lỗi hay bị giới hạn không.',
  },
  errors: {
    breaks:
      'Hàm ingest bị dừng giữa chừng (hết thời gian, hết bộ nhớ hoặc không khởi động được). Hàng đợi sẽ giao lại tệp; nếu lỗi còn mãi, tệp sẽ không lên trang công khai.',
    firstStep: `${readLog('ingest')}; nếu lỗi bắt đầu sau một lần triển khai thì quay về bản trước (docs/rollback.md).`,
  },
  throttles: {
    breaks: 'Tài khoản hết số lượt chạy đồng thời: tệp nộp bị xử lý chậm.',
    firstStep: 'kiểm tra hạn mức "Concurrent executions" của Lambda trong Service Quotas và xin tăng.',
  },
};

export const RECONCILE_TEXTS: PipelineStageTexts = {
  deadLetters: {
    breaks:
      'Có sổ của một đơn vị không đối chiếu được. Tệp của đơn vị đó đã vào sổ cái, nhưng trang công khai vẫn là số cũ.',
    firstStep: `${readLog('reconcile')} để biết đơn vị và quỹ nào; sửa rồi chuyển thông điệp về hàng đợi (docs/rollback.md).`,
  },
  waiting: {
    breaks: 'Việc đối chiếu đang dồn lại. Số liệu trên trang công khai chậm hơn sổ cái.',
    firstStep: 'xem hàm reconcile có lỗi không; một lỗi lặp lại chặn mọi thông điệp sau của cùng một đơn vị.',
  },
  errors: {
    breaks:
      'Hàm reconcile bị dừng giữa chừng (hết thời gian, hết bộ nhớ hoặc không khởi động được). Sổ của ít nhất một đơn vị có thể chưa được đối chiếu lại.',
    firstStep: `${readLog('reconcile')}; nếu lỗi bắt đầu sau một lần triển khai thì quay về bản trước (docs/rollback.md).`,
  },
  throttles: {
    breaks: 'Tài khoản hết số lượt chạy đồng thời: đối chiếu bị chậm, trang công khai cũ hơn sổ cái.',
    firstStep: 'kiểm tra hạn mức "Concurrent executions" của Lambda trong Service Quotas và xin tăng.',
  },
};

export const PUBLISH_TEXTS: PipelineStageTexts = {
  deadLetters: {
    breaks:
      'Không công bố được bản mới. Trang công khai vẫn mở được và vẫn đúng, nhưng dừng ở bản công bố trước: người dân không thấy số liệu mới của bất kỳ đơn vị nào.',
    firstStep: `${readLog('publish')}; sửa rồi chuyển thông điệp về hàng đợi: lần công bố kế tiếp gồm tất cả thay đổi (docs/rollback.md).`,
  },
  waiting: {
    breaks: 'Bản công bố mới đang chậm. Người dân thấy số liệu cũ.',
    firstStep: 'xem hàm publish có lỗi hay chạy gần hết thời gian cho phép không (chỉ số Duration).',
  },
  errors: {
    breaks:
      'Hàm publish bị dừng giữa chừng (hết thời gian, hết bộ nhớ hoặc không khởi động được). Trang công khai giữ nguyên bản trước cho tới khi lần công bố sau thành công.',
    firstStep: `${readLog('publish')}; nếu lỗi bắt đầu sau một lần triển khai thì quay về bản trước (docs/rollback.md).`,
  },
  throttles: {
    breaks: 'Tài khoản hết số lượt chạy đồng thời: công bố bị chậm.',
    firstStep: 'kiểm tra hạn mức "Concurrent executions" của Lambda trong Service Quotas và xin tăng.',
  },
};

export const INTAKE_TEXT: AlarmText = {
  breaks:
    'Có tệp đã nằm trong hộp nhận mà hệ thống không hề được báo. Thủ quỹ tưởng đã nộp xong nhưng tệp chưa được đọc.',
  firstStep:
    'xem hàng đợi Undelivered: mỗi thông điệp là một sự kiện tệp mới; chuyển nguyên văn sang hàng đợi ingest (docs/rollback.md).',
};

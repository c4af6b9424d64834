/** What stands in for a kind of resource on one machine, or why nothing has to. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/^AWS::CloudFront::/, 'thay bằng máy chủ cục bộ'],
  [/^AWS::CloudWatch::|^AWS::SNS::/, 'cảnh báo chỉ có trên đám mây'],
  [/^AWS::Logs::/, 'thay bằng tệp nhật ký trong thư mục dữ liệu'],
  [/^AWS::IAM::|Policy$|^AWS::Lambda::Permission$/, 'phân quyền chỉ có trên đám mây'],
];

/** One line per group of resource types that nothing here runs; a type nobody thought of is named as such. */
export function describeNotRun(notRun: ReadonlyMap<string, number>): string[] {
  const groups = new Map<string, string[]>();
  for (const [type, count] of [...notRun].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const reason = STAND_INS.find(([pattern]) => pattern.test(type))?.[1] ?? 'chưa có gì thay thế';
    groups.set(reason, [...(groups.get(reason) ?? []), count > 1 ? `${type} ×${count}` : type]);
  }
  return [...groups].map(([reason, types]) => `không chạy tại máy: ${types.join(', ')} (${reason})`);
}

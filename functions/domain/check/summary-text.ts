import { TABLE_KINDS } from '../codes.ts';
import type { Severity } from '../finding.ts';
import { formatDate, groupDigits } from '../format.ts';
import { SCOPES } from '../rules/rule.ts';
import { amountIn } from './account-money.ts';
import type { CheckReport, ReportIssue } from './report.ts';
import { hasOneSum, sumsShown } from './sums-shown.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'LỖI', warning: 'XEM LẠI', info: 'LƯU Ý' };
/** Places that are spelled out; all others are counted. */
const MAX_SHOWN = 5;
/** Of things alike at several places as many are told. */
const MAX_ALIKE = 20;
/** Of the text of a cell, enough to know it again. */
const MAX_VALUE = 80;

/** The report on one page, in Vietnamese: what it comes to, the figures, how the file was read, what is wrong. */
export const summaryText = (report: CheckReport): string[] => [
  headline(report),
  ...fileLines(report),
  ...countLines(report),
  ...sumLines(report),
  ...totalLines(report),
  ...readingLines(report),
  ...issueLines(report),
];

function headline({ state, quarantined, issues }: CheckReport): string {
  if (state === 'rejected') return 'TỆP CHƯA NỘP ĐƯỢC: cần sửa những chỗ nêu dưới đây.';
  if (state === 'acceptedInPart') {
    return `NỘP ĐƯỢC MỘT PHẦN: ${groupDigits(quarantined)} dòng có lỗi sẽ để riêng, chưa tính vào số nào.`;
  }
  const toSee = issues.filter(({ severity }) => severity !== 'info').length;
  const more = toSee === 0 ? '' : ` Còn ${groupDigits(toSee)} điều cần xem lại, nêu dưới đây.`;
  return `TỆP ĐỌC ĐƯỢC TRỌN VẸN: không dòng nào phải để riêng.${more}`;
}

function fileLines({ file, kind, checkedOn }: CheckReport): string[] {
  const name = file.name === null ? '' : `${file.name} · `;
  return [
    `  Tệp: ${name}${kind === null ? 'chưa rõ loại bảng' : TABLE_KINDS[kind]} · ${groupDigits(file.bytes)} byte · kiểm tra ngày ${formatDate(checkedOn)}`,
    `  Mã băm SHA-256: ${file.sha256}`,
  ];
}

function countLines({ rows, accepted, quarantined, ignored, ignoredAs }: CheckReport): string[] {
  if (rows === 0) return [];
  const names = {
    heading: 'tiêu đề',
    blank: 'trống',
    total: 'tổng, chuyển trang',
    title: 'đầu tệp',
    footer: 'cuối tệp',
  };
  const why = Object.entries(names)
    .map(([as, name]) => [name, ignoredAs[as as keyof typeof names]] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${groupDigits(count)}`);
  return [
    `  Dòng trong tệp: ${groupDigits(rows)} = nhận ${groupDigits(accepted)} + để riêng ${groupDigits(quarantined)} + bỏ qua ${groupDigits(ignored)}${why.length > 0 ? ` (${why.join(', ')})` : ''}`,
  ];
}

function sumLines(report: CheckReport): string[] {
  const { rows, quarantined, quarantinedVnd, bank, currency } = report;
  const money = (amount: number) => amountIn(currency, amount);
  if (rows === 0) return [];
  const aside =
    quarantined > 0 && hasOneSum(report)
      ? [`  Tổng tiền của các dòng để riêng (phần đọc được): ${money(quarantinedVnd)}`]
      : [];
  const sums = sumsShown(report).map(({ title, amountVnd }) => `  ${title}: ${money(amountVnd)}`);
  if (bank === null) return [...sums, ...aside];
  const balance = (amountVnd: number | null) => (amountVnd === null ? 'không ghi' : money(amountVnd));
  return [
    `  Ghi có: ${groupDigits(bank.credits)} dòng, ${money(bank.creditVnd)} · ghi nợ: ${groupDigits(bank.debits)} dòng, ${money(bank.debitVnd)}`,
    `  Số dư đầu: ${balance(bank.openingVnd)} · số dư cuối: ${balance(bank.closingVnd)}${bank.breaks > 0 ? ` · số dư không nối nhau ở ${groupDigits(bank.breaks)} chỗ` : ''}`,
    ...aside,
  ];
}

function totalLines({ controlTotals, currency }: CheckReport): string[] {
  const money = (amount: number) => amountIn(currency, amount);
  const line = ({ row, statedVnd, differenceVnd }: CheckReport['controlTotals'][number]) =>
    `  Dòng tổng ${row} ghi ${money(statedVnd)}: ${differenceVnd === 0 ? 'khớp' : `LỆCH ${differenceVnd > 0 ? '+' : ''}${money(differenceVnd)}`}`;
  const wrong = controlTotals.filter(({ differenceVnd }) => differenceVnd !== 0);
  if (controlTotals.length <= MAX_SHOWN) return controlTotals.map(line);
  const count = `  ${groupDigits(controlTotals.length)} dòng tổng trong tệp, ${groupDigits(controlTotals.length - wrong.length)} khớp`;
  return [count, ...wrong.slice(0, MAX_SHOWN).map(line)];
}

/** Columns that are named as in the template share a line. */
function readingLines({ inferred }: CheckReport): string[] {
  if (inferred.length === 0) return [];
  const named = inferred.filter((one) => one.what === 'column' && one.text === sameName(one.heading));
  const others = inferred.filter((one) => !named.includes(one));
  const headings = named.map(({ heading = '' }) => `“${heading}”`).join(', ');
  return [
    '',
    'CÁCH ĐỌC TỆP',
    ...others.map(({ text }) => `  ${text}`),
    ...(named.length > 0 ? [`  Cột cùng tên với mẫu: ${headings}`] : []),
  ];
}

/** How the report tells of a column whose heading is the template's own. */
const sameName = (heading = ''): string => `Cột “${heading}” là “${heading}”`;

function issueLines({ issues }: CheckReport): string[] {
  const layers = Object.entries(SCOPES).flatMap(([scope, name]) => {
    const own = issues.filter(({ layer }) => layer === scope);
    return own.length === 0 ? [] : ['', name.toUpperCase(), ...alike(own).flatMap(linesOf)];
  });
  return issues.length === 0 ? ['', 'Không có vấn đề gì.'] : layers;
}

/** The same thing at several places, each with figures of its own, is told once. */
function alike(issues: readonly ReportIssue[]): ReportIssue[][] {
  const groups = new Map<string, ReportIssue[]>();
  for (const issue of issues) {
    const key = `${issue.code}\n${issue.column ?? ''}\n${issue.fix}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  return [...groups.values()];
}

function linesOf(issues: readonly ReportIssue[]): string[] {
  const [first] = issues;
  if (first === undefined) return [];
  const { severity, title, column, expected, fix } = first;
  const where = column === null ? '' : `, cột “${column}”`;
  const count = issues.reduce((sum, issue) => sum + issue.count, 0);
  const often = count > 1 ? ` (${groupDigits(count)} chỗ)` : '';
  const more = issues.length - MAX_ALIKE;
  return [
    `  ${SEVERITIES[severity]} · ${title}${where}${often}`,
    ...issues.slice(0, MAX_ALIKE).map(({ what }) => `    ${what}`),
    ...(more > 0 ? [`    … và ${groupDigits(more)} chỗ nữa`] : []),
    ...(issues.length > 1 ? [] : placeLines(first)),
    ...(issues.length > 1 || expected === null ? [] : [`    Cần ghi: ${expected}`]),
    ...(fix === '' ? [] : [`    Cách sửa: ${fix}`]),
  ];
}

function placeLines({ places, count }: ReportIssue): string[] {
  const told = places.filter(({ value, suggestion }) => value !== null || suggestion !== null);
  const lines = told.slice(0, MAX_SHOWN).map(({ row, value, suggestion }) => {
    const found = value === null ? '' : value.trim() === '' ? ' (ô trống)' : ` ghi “${shortened(value)}”`;
    return `    Dòng ${row}${found}${suggestion === null ? '' : ` → có lẽ là ${suggestion}`}`;
  });
  const more = count - lines.length;
  return lines.length > 0 && more > 0 ? [...lines, `    … và ${groupDigits(more)} chỗ nữa`] : lines;
}

function shortened(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ');
  return line.length > MAX_VALUE ? `${line.slice(0, MAX_VALUE).toWellFormed()}…` : line;
}

import type { Finding, Issue, Severity, TrackedFinding } from '#domain/finding.ts';
import { renderFinding } from '#domain/rules/render.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'LỖI', warning: 'XEM LẠI', info: 'LƯU Ý' };

/** A finding with its words, for scripts. */
export const withWords = (finding: Finding) => ({ ...finding, ...renderFinding(finding) });

/** As many digits of a file's digest as a decision needs to name it. */
const DIGEST_SHOWN = 12;

/** Findings for people: what is wrong and where, the cell's own text where there is one, what to do. */
export const findingLines = (findings: readonly (Finding | Issue | TrackedFinding)[]): string[] =>
  findings.flatMap((finding) => {
    const { title, what, fix } = renderFinding(finding);
    const value = 'value' in finding && finding.value ? [`    Ô ghi: ${finding.value}`] : [];
    return [
      `  ${SEVERITIES[finding.severity]} · ${title}`,
      `    ${what}`,
      ...value,
      ...(fix === '' ? [] : [`    Cách xử lý: ${fix}`]),
      ...('mark' in finding ? [`    ${named(finding)}`] : []),
    ];
  });

/** By what a table of decisions names the finding, and the file that its rows are in. */
const named = ({ mark, digest, status }: TrackedFinding): string =>
  [
    `Mã cảnh báo: ${mark}`,
    ...(digest === undefined ? [] : [`mã tệp: ${digest.slice(0, DIGEST_SHOWN)}`]),
    ...(status === 'EXPLAINED' ? ['đã giải trình'] : []),
  ].join(' · ');

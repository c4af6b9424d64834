import type { Finding, Issue, Severity } from '#domain/finding.ts';
import { renderFinding } from '#domain/rules/render.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'LỖI', warning: 'CẢNH BÁO', info: 'LƯU Ý' };

/** A finding with its words, for scripts. */
export const withWords = (finding: Finding) => ({ ...finding, ...renderFinding(finding) });

/** Findings for people: what is wrong and where, the cell's own text where there is one, what to do. */
export const findingLines = (findings: readonly (Finding | Issue)[]): string[] =>
  findings.flatMap((finding) => {
    const { title, what, fix } = renderFinding(finding);
    const value = 'value' in finding && finding.value !== undefined ? [`    Ô ghi: ${finding.value}`] : [];
    return [
      `  ${SEVERITIES[finding.severity]} · ${title}`,
      `    ${what}`,
      ...value,
      ...(fix === '' ? [] : [`    Cách xử lý: ${fix}`]),
    ];
  });

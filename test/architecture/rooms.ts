/** A room, a file that might stand in it, and where its imports may and may not go. */
export interface Room {
  readonly name: string;
  readonly file: string;
  readonly mayImport: readonly string[];
  readonly mustNotImport: readonly string[];
}

const ADAPTERS = '#adapters/ports.ts';
const DOMAIN = '#domain/money.ts';
const HANDLERS = '#handlers/ingest/ingest.ts';
const INFRA = '#infra/config.ts';
const LOCAL = '#infra/local/runner.ts';
const DASHBOARD = '#dashboard/src/lib/format.ts';
const TEST = '#test/support/engines.ts';
const SDK = '@aws-sdk/client-s3';
const CDK = 'aws-cdk-lib/aws-s3';
const ZIP = '@zip.js/zip.js/lib/zip-core-custom.js';

/** Every arrow of the house, drawn inward; and each that would point outward. */
export const ROOMS: readonly Room[] = [
  {
    name: 'domain',
    file: 'functions/domain/validate/example.ts',
    mayImport: ['./row.ts', '../money.ts', '../units/unit.ts', 'valibot'],
    mustNotImport: [
      ...[ADAPTERS, HANDLERS, INFRA, DASHBOARD, TEST, SDK, CDK],
      ...['aws-lambda', 'node:fs', 'fs', 'svelte', '../../adapters/ports.ts'],
      ...[ZIP, 'hucre', 'saxes'],
    ],
  },
  {
    name: 'workbooks of the domain',
    file: 'functions/domain/workbook/example.ts',
    mayImport: ['./limits.ts', '../finding.ts', '../parse/raw-row.ts', ZIP, 'hucre', 'saxes'],
    mustNotImport: [
      ...[ADAPTERS, HANDLERS, INFRA, DASHBOARD, TEST, SDK, CDK],
      ...['@zip.js/zip.js', 'hucre/xlsx', 'fflate', 'node:zlib', '../../adapters/ports.ts'],
    ],
  },
  {
    name: 'domain, at its door',
    file: 'functions/domain/example.ts',
    mayImport: ['./money.ts'],
    mustNotImport: ['../adapters/ports.ts', '../handlers/book-note.ts', ZIP, 'hucre', 'saxes'],
  },
  {
    name: 'adapters',
    file: 'functions/adapters/example.ts',
    mayImport: [DOMAIN, './ports.ts', SDK, '@aws-sdk/lib-dynamodb', 'node:stream', 'valibot'],
    mustNotImport: [
      ...[HANDLERS, INFRA, LOCAL, DASHBOARD, TEST, CDK],
      ...['aws-lambda', 'fauxqs', '../handlers/book-note.ts', '../domain/money.ts'],
    ],
  },
  {
    name: 'handlers',
    file: 'functions/handlers/ingest/example.ts',
    mayImport: [
      ...[DOMAIN, ADAPTERS, HANDLERS, './keys.ts', '../shell/limit.ts'],
      ...['@aws-lambda-powertools/logger', 'aws-lambda', 'valibot', 'node:crypto'],
    ],
    mustNotImport: [INFRA, LOCAL, DASHBOARD, TEST, SDK, CDK, 'node:fs', '../../adapters/ports.ts'],
  },
  {
    name: 'dashboard',
    file: 'dashboard/src/pages/example.ts',
    mayImport: [
      ...[DOMAIN, '#domain/publish/schema.ts', '#domain/parse/contract.ts', '#domain/validate/book-file.ts'],
      ...['../data/load.ts', 'chart.js', 'svelte', 'svelte/attachments', 'valibot'],
    ],
    mustNotImport: [
      ...['#domain/reconcile/account.ts', ADAPTERS, HANDLERS, INFRA, TEST, SDK, CDK],
      ...['node:fs', '../../../functions/domain/money.ts'],
    ],
  },
  {
    name: 'infrastructure',
    file: 'infra/stacks/example.ts',
    mayImport: [INFRA, './alarm-texts.ts', '#domain/units/unit.ts', CDK, 'constructs', 'node:path'],
    mustNotImport: [ADAPTERS, HANDLERS, LOCAL, '../local/runner.ts', DASHBOARD, TEST, SDK, 'fauxqs'],
  },
  {
    name: 'local runner',
    file: 'infra/local/cli/example.ts',
    mayImport: [
      ...[DOMAIN, ADAPTERS, '../runner.ts', SDK, 'fauxqs', 'node:fs'],
      ...['#handlers/rebuild/rebuild.ts', '#dashboard/src/routes.ts'],
    ],
    mustNotImport: [HANDLERS, DASHBOARD, TEST, CDK, 'constructs', '../../stacks/so-cong-khai.ts'],
  },
  {
    name: 'bootstrap',
    file: 'infra/bin/example.mjs',
    mayImport: ['./bootstrap.mjs', 'node:fs', 'node:timers/promises'],
    mustNotImport: ['valibot', DOMAIN, INFRA, '../config.ts'],
  },
  {
    name: 'tests',
    file: 'test/flow/example.test.ts',
    mayImport: [DOMAIN, ADAPTERS, HANDLERS, LOCAL, DASHBOARD, TEST, SDK, CDK, 'vitest'],
    mustNotImport: ['../../functions/domain/money.ts', '../../infra/config.ts'],
  },
];

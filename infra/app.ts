import { App, Validations } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import settings from '../cdk.json' with { type: 'json' };
import { stageSettings } from './config.ts';
import { SoCongKhaiStack } from './stacks/so-cong-khai.ts';

export interface AppOptions {
  /** Where the templates and bundles go; the tool's own choice when absent. */
  readonly outdir?: string;
  /** Overrides of cdk.json's context, e.g. `stage`. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/**
 * The whole of what is deployed. Reads cdk.json's context itself, so that running the program directly and
 * running it through the CDK command line give the same template.
 */
export function buildApp(options: AppOptions = {}): App {
  const app = new App({
    ...(options.outdir === undefined ? {} : { outdir: options.outdir }),
    analyticsReporting: false,
    context: {
      ...recommended,
      // Says in the template which directory holds which bundle.
      'aws:cdk:enable-asset-metadata': true,
      ...settings.context,
      ...options.context,
    },
  });
  const stage = stageSettings(app.node.tryGetContext('stage'));
  new SoCongKhaiStack(app, `SoCongKhai-${stage.name}`, stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return app;
}

import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StageSettings, WorkerSettings } from '#infra/config.ts';
import { handlerCode } from './bundle.ts';
import type { Grant } from './grants.ts';
import { accept } from './nag.ts';

export interface WorkerProps {
  /** The room under functions/handlers, and the service's name in logs and metrics. */
  readonly handler: string;
  readonly settings: WorkerSettings;
  readonly stage: StageSettings;
  readonly environment: Readonly<Record<string, string>>;
  /** Everything the function may do beside writing its log and its trace. */
  readonly permissions: readonly Grant[];
}

const METRICS_NAMESPACE = 'SoCongKhai';

/**
 * Stack traces name the sources. And a small nursery: a stream leaves nothing but garbage behind, and left to
 * itself the engine lets 100 MB of that pile up before it looks; with this the same work costs the same time.
 */
const NODE_OPTIONS = '--enable-source-maps --max-semi-space-size=8';

/** One function with a role of its own and a log that ends. */
export class Worker extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id);
    const { handler, settings, stage } = props;
    const logGroup = new LogGroup(this, 'Log', {
      retention: stage.retention.functionLogDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: handlerCode(handler),
      memorySize: settings.memoryMb,
      timeout: Duration.seconds(settings.timeoutSeconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      environment: {
        NODE_OPTIONS,
        POWERTOOLS_SERVICE_NAME: handler,
        POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
        ...props.environment,
      },
    });
    for (const { statement, explain } of props.permissions) {
      role.addToPolicy(statement);
      explain?.(role);
    }
    accept(
      role,
      'AwsSolutions-IAM5[Resource::*]',
      'Writing trace segments (X-Ray) takes no narrower resource than *.',
    );
  }
}

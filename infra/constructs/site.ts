import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachedMethods,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageSettings } from '#infra/config.ts';
import { PUBLIC_OBJECTS, PUBLIC_POINTER } from '#infra/paths.ts';
import { accept } from './nag.ts';
import { dropReplacedVersions, privateBucket } from './private-bucket.ts';
import { MORE_HEADERS, SECURITY_HEADERS } from './site-headers.ts';
import { ROUTER_CODE } from './site-router.ts';

/** What the CDN may keep, and how long; within these the object's own Cache-Control decides. */
const CACHING = {
  /** Named by their content: right for ever. */
  objects: { minTtl: Duration.days(1), defaultTtl: Duration.days(365), maxTtl: Duration.days(365) },
  /** A few seconds, so that a crowd of readers costs the bucket one request. */
  pointer: { minTtl: Duration.seconds(5), defaultTtl: Duration.seconds(5), maxTtl: Duration.seconds(30) },
  pages: { minTtl: Duration.seconds(0), defaultTtl: Duration.minutes(1), maxTtl: Duration.days(365) },
};
const MISSING_TTL = Duration.seconds(5);

/** The public site: a private bucket that only the CDN can read. */
export class Site extends Construct {
  readonly bucket: IBucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, settings: StageSettings, accessLogs: IBucket) {
    super(scope, id);
    this.bucket = privateBucket(this, 'Bucket', {
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'site/',
      lifecycleRules: [dropReplacedVersions(settings.retention.replacedVersionDays)],
    });
    this.distribution = new Distribution(this, 'Cdn', {
      comment: 'Sổ Công Khai',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The cheapest class with edges in South-East Asia.
      priceClass: PriceClass.PRICE_CLASS_200,
      errorResponses: [403, 404].map((httpStatus) => ({ httpStatus, ttl: MISSING_TTL })),
      ...this.behaviours(),
      ...this.domain(settings),
    });
    this.explain(settings);
  }

  private behaviours(): Pick<DistributionProps, 'defaultBehavior' | 'additionalBehaviors'> {
    const origin = S3BucketOrigin.withOriginAccessControl(this.bucket);
    const common = this.common(origin);
    const router = new EdgeFunction(this, 'Router', {
      code: FunctionCode.fromInline(ROUTER_CODE),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Addresses for people are answered with index.html.',
    });
    return {
      defaultBehavior: {
        ...common,
        cachePolicy: this.caching('Pages', CACHING.pages),
        functionAssociations: [{ function: router, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        [`${PUBLIC_OBJECTS}*`]: { ...common, cachePolicy: this.caching('Objects', CACHING.objects) },
        [PUBLIC_POINTER]: { ...common, cachePolicy: this.caching('Pointer', CACHING.pointer) },
      },
    };
  }

  private common(origin: IOrigin): BehaviorOptions {
    return {
      origin,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachedMethods: CachedMethods.CACHE_GET_HEAD,
      compress: true,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'Headers', {
        comment: 'Sổ Công Khai: security headers',
        securityHeadersBehavior: SECURITY_HEADERS,
        customHeadersBehavior: MORE_HEADERS,
      }),
    };
  }

  private caching(id: string, ttls: (typeof CACHING)[keyof typeof CACHING]): CachePolicy {
    return new CachePolicy(this, `${id}Caching`, {
      ...ttls,
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private domain({ site }: StageSettings): Partial<DistributionProps> {
    if (site.domain === undefined) return {};
    const { name, certificateArn } = site.domain;
    return {
      domainNames: [name],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  private explain({ site }: StageSettings): void {
    const { distribution } = this;
    accept(distribution, 'AwsSolutions-CFR1', 'A public book is open to readers everywhere, abroad too.');
    accept(
      distribution,
      'AwsSolutions-CFR2',
      'Static files, GET and HEAD only: there is nothing behind it to attack.',
    );
    accept(
      distribution,
      'AwsSolutions-CFR3',
      "Readers are not recorded: request logs would hold citizens' addresses. Counts come from the CDN's own metrics.",
    );
    if (site.domain !== undefined) return;
    const reason = "The CDN's own name comes with its own certificate, which fixes the oldest TLS version.";
    accept(distribution, 'AwsSolutions-CFR4', reason);
  }
}

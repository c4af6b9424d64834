import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { ROUTER_CODE } from '#infra/constructs/site-router.ts';
import { statementsOf } from './grants.ts';
import { flat, resourcesOf } from './synthesized.ts';

interface Behaviour {
  readonly PathPattern?: string;
  readonly AllowedMethods: string[];
  readonly CachePolicyId: unknown;
  readonly Compress: boolean;
  readonly FunctionAssociations?: unknown;
  readonly ResponseHeadersPolicyId: unknown;
  readonly ViewerProtocolPolicy: string;
}
interface DistributionConfig {
  readonly CacheBehaviors: Behaviour[];
  readonly CustomErrorResponses: object[];
  readonly DefaultCacheBehavior: Behaviour;
  readonly DefaultRootObject: string;
  readonly Origins: {
    readonly DomainName: unknown;
    readonly OriginAccessControlId?: unknown;
    readonly S3OriginConfig?: unknown;
  }[];
  readonly PriceClass: string;
}

const [cdn] = Object.values(resourcesOf('AWS::CloudFront::Distribution'));
const config = cdn?.Properties.DistributionConfig as DistributionConfig;
const behaviours = [config.DefaultCacheBehavior, ...config.CacheBehaviors];
const [headersPolicy] = Object.values(resourcesOf('AWS::CloudFront::ResponseHeadersPolicy'));
const headers = headersPolicy?.Properties.ResponseHeadersPolicyConfig as Record<
  string,
  Record<string, unknown>
>;

describe('the origin', () => {
  test('is the site bucket, asked with a signature', () => {
    expect(config.Origins).toHaveLength(1);
    const [origin] = config.Origins;
    expect(flat(origin?.DomainName)).toBe('<SiteBucket.RegionalDomainName>');
    expect(flat(origin?.OriginAccessControlId)).toMatch(/OriginAccessControl.*\.Id>$/);
    const [control] = Object.values(resourcesOf('AWS::CloudFront::OriginAccessControl'));
    expect(control?.Properties.OriginAccessControlConfig).toMatchObject({
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    });
  });

  test('answers this one distribution and nobody else', () => {
    const { SiteBucketPolicy } = resourcesOf('AWS::S3::BucketPolicy');
    const statements = statementsOf(SiteBucketPolicy?.Properties.PolicyDocument);
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toHaveLength(1);
    const [{ Action, Principal, Condition } = {}] = allowed;
    expect(Action).toBe('s3:GetObject');
    expect(Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
    const { StringEquals } = Condition as { StringEquals: Record<string, unknown> };
    expect(flat(StringEquals['AWS:SourceArn'])).toMatch(
      /:cloudfront::<AWS::AccountId>:distribution\/<SiteCdn>$/,
    );
  });
});

describe.each(behaviours)('requests for $PathPattern', (behaviour) => {
  test('come over TLS or are sent there', () => {
    expect(behaviour.ViewerProtocolPolicy).toBe('redirect-to-https');
  });
  test('can only read', () => {
    expect(behaviour.AllowedMethods).toEqual(['GET', 'HEAD']);
  });
  test('are answered compressed, with the security headers', () => {
    expect(behaviour.Compress).toBe(true);
    expect(flat(behaviour.ResponseHeadersPolicyId)).toBe('<SiteHeaders>');
  });
});

describe('the security headers', () => {
  const security = headers.SecurityHeadersConfig as Record<string, Record<string, unknown>>;
  const policy = String(security.ContentSecurityPolicy?.ContentSecurityPolicy);

  test('let nothing in that is not the site itself', () => {
    const directives = policy.split('; ');
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain("script-src 'self'");
    expect(directives).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|data:|blob:|\*|unsafe/);
  });

  test('let nobody frame the page, guess types, or learn where a reader came from', () => {
    expect(policy).toContain("frame-ancestors 'none'");
    expect(security).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
    });
  });

  test('keep browsers on TLS for two years', () => {
    expect(security.StrictTransportSecurity).toMatchObject({
      AccessControlMaxAgeSec: 730 * 86_400,
      IncludeSubdomains: true,
      Override: true,
    });
  });
});

describe('what the CDN keeps', () => {
  const policies = resourcesOf('AWS::CloudFront::CachePolicy');
  const caching = (pattern: string | undefined) => {
    const behaviour = behaviours.find(({ PathPattern }) => PathPattern === pattern);
    const name = flat(behaviour?.CachePolicyId).slice(1, -1);
    return policies[name]?.Properties.CachePolicyConfig as Record<string, number | object>;
  };

  test('objects named by their content: a year', () => {
    expect(caching('data/o/*')).toMatchObject({ DefaultTTL: 365 * 86_400, MaxTTL: 365 * 86_400 });
  });
  test('the pointer: seconds', () => {
    expect(caching('data/latest.json')).toMatchObject({ MinTTL: 5, DefaultTTL: 5, MaxTTL: 30 });
  });
  test('a page may be asked for again at once', () => {
    expect(caching(undefined)).toMatchObject({ MinTTL: 0, DefaultTTL: 60 });
  });
  test('a missing object is asked for again soon', () => {
    expect(config.CustomErrorResponses).toEqual([
      { ErrorCode: 403, ErrorCachingMinTTL: 5 },
      { ErrorCode: 404, ErrorCachingMinTTL: 5 },
    ]);
  });
  test('never by cookie, header or query', () => {
    for (const { Properties } of Object.values(policies)) {
      expect(
        (Properties.CachePolicyConfig as Record<string, unknown>).ParametersInCacheKeyAndForwardedToOrigin,
      ).toEqual({
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
      });
    }
  });
});

describe('the router at the edge', () => {
  const route = (uri: string): unknown =>
    runInNewContext(`${ROUTER_CODE}; handler({ request: { uri } }).uri`, { uri });

  test.each(['/', '/xa/25159', '/tinh/24@2025-07-01', '/phuong-phap', '/xa/25159/'])(
    '%s is a page',
    (path) => {
      expect(route(path)).toBe('/index.html');
    },
  );
  test.each(['/index.html', '/assets/app-1a2b.js', '/data/latest.json', '/data/o/ab.json', '/favicon.svg'])(
    '%s is a file',
    (path) => {
      expect(route(path)).toBe(path);
    },
  );
  test('works for pages only, before the cache', () => {
    expect(config.DefaultCacheBehavior.FunctionAssociations).toEqual([
      { EventType: 'viewer-request', FunctionARN: expect.anything() },
    ]);
    for (const { FunctionAssociations } of config.CacheBehaviors)
      expect(FunctionAssociations).toBeUndefined();
    const [router] = Object.values(resourcesOf('AWS::CloudFront::Function'));
    expect(router?.Properties).toMatchObject({
      AutoPublish: true,
      FunctionCode: ROUTER_CODE,
      FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
    });
  });
});

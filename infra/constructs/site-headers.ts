import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeadersBehavior,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';

/** Everything the page loads comes from the site itself; nothing else may run in it or frame it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TWO_YEARS_DAYS = 730;

export const SECURITY_HEADERS: ResponseSecurityHeadersBehavior = {
  contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY_POLICY, override: true },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(TWO_YEARS_DAYS),
    includeSubdomains: true,
    override: true,
  },
};

/** Headers that the security set has no field for. */
export const MORE_HEADERS: ResponseCustomHeadersBehavior = {
  customHeaders: [
    {
      header: 'Permissions-Policy',
      value: 'camera=(), geolocation=(), microphone=(), payment=()',
      override: true,
    },
    { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
  ],
};

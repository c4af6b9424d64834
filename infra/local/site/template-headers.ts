import { isObject, type JsonObject } from '../intrinsics.ts';
import type { Assembly } from '../template.ts';

const CONFIG_TO_HEADER: Readonly<Record<string, readonly [header: string, field: string]>> = {
  ContentSecurityPolicy: ['Content-Security-Policy', 'ContentSecurityPolicy'],
  FrameOptions: ['X-Frame-Options', 'FrameOption'],
  ReferrerPolicy: ['Referrer-Policy', 'ReferrerPolicy'],
};

const objectAt = (value: JsonObject | undefined, key: string): JsonObject => {
  const found = value?.[key];
  return isObject(found) ? found : {};
};

/**
 * The headers that the CDN adds to every answer, out of the template, so that a page which breaks them breaks
 * here first. Without the one that asks for HTTPS, which this machine does not speak.
 */
export function templateHeaders({ resources }: Assembly): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { type, properties } of resources) {
    if (type !== 'AWS::CloudFront::ResponseHeadersPolicy') continue;
    const config = objectAt(properties, 'ResponseHeadersPolicyConfig');
    const security = objectAt(config, 'SecurityHeadersConfig');
    for (const [key, [header, field]] of Object.entries(CONFIG_TO_HEADER)) {
      const value = objectAt(security, key)[field];
      if (typeof value === 'string') headers[header] = value;
    }
    if (security.ContentTypeOptions !== undefined) headers['X-Content-Type-Options'] = 'nosniff';
    const items = objectAt(config, 'CustomHeadersConfig').Items;
    for (const item of Array.isArray(items) ? items : []) {
      if (isObject(item)) headers[String(item.Header)] = String(item.Value);
    }
  }
  return headers;
}

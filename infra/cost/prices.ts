/**
 * List prices in US dollars, Singapore (ap-southeast-1), as believed in November 2026, without free tiers,
 * credits or tax. They change: look them up at aws.amazon.com/pricing and put the present ones in.
 */
export const PRICES = {
  s3StorageGbMonth: 0.025,
  s3WritePerMillion: 5,
  s3ReadPerMillion: 0.4,
  lambdaGbSecond: 0.0000133334,
  lambdaCallPerMillion: 0.2,
  sqsRequestPerMillion: 0.5,
  eventPerMillion: 1,
  dynamoWritePerMillion: 0.715,
  dynamoReadPerMillion: 0.1425,
  dynamoStorageGbMonth: 0.285,
  dynamoRecoveryGbMonth: 0.228,
  logGb: 0.7,
  tracePerMillion: 5,
  metricMonth: 0.3,
  alarmMonth: 0.1,
  cdnGb: 0.12,
  cdnRequestPerMillion: 1.2,
  cdnFunctionPerMillion: 0.1,
};
export type Prices = typeof PRICES;

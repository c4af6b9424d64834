import { makeDynamo, makeS3, makeSqs } from '#adapters/clients.ts';

/** Where engines answer: this process's own or those of another. */
export interface Endpoints {
  readonly s3Endpoint: string;
  readonly sqsEndpoint: string;
  readonly dynamoEndpoint: string;
}

/** Any account and any key will do here; set so that nobody's real credentials are ever used. */
const IDENTITY = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EC2_METADATA_DISABLED: 'true',
} as const;

/** SDK clients for those engines, for the life of this process. */
export function connect(endpoints: Endpoints) {
  Object.assign(process.env, IDENTITY);
  delete process.env.AWS_PROFILE;
  delete process.env.AWS_SESSION_TOKEN;
  return {
    s3: makeS3(endpoints.s3Endpoint),
    sqs: makeSqs(endpoints.sqsEndpoint),
    dynamo: makeDynamo(endpoints.dynamoEndpoint),
  };
}
export type Clients = ReturnType<typeof connect>;

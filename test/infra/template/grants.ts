import { flat, many, resourcesOf } from './synthesized.ts';

/** One action on one resource, given by one policy. */
export interface Grant {
  readonly policy: string;
  readonly action: string;
  readonly resource: string;
  readonly principal: unknown;
  readonly condition: unknown;
}

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly NotResource?: unknown;
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

const POLICY_TYPES = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::TopicPolicy',
];

/** Everything that any policy of the template allows, spelled out. */
export const allGrants = (): readonly Grant[] =>
  POLICY_TYPES.flatMap((type) =>
    Object.entries(resourcesOf(type)).flatMap(([policy, { Properties }]) =>
      statementsOf(Properties.PolicyDocument)
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap((statement) => spellOut(policy, statement)),
    ),
  );

export const statementsOf = (document: unknown): readonly Statement[] =>
  many((document as { Statement: unknown }).Statement) as readonly Statement[];

function spellOut(policy: string, statement: Statement): readonly Grant[] {
  if (statement.NotAction !== undefined || statement.NotResource !== undefined)
    throw new Error(`${policy} allows by exclusion, which nobody can read`);
  return many(statement.Action).flatMap((action) =>
    many(statement.Resource).map((resource) => ({
      policy,
      action: flat(action),
      resource: flat(resource),
      principal: statement.Principal,
      condition: statement.Condition,
    })),
  );
}

/** The partitions of a table that a condition names; undefined where it names none. */
export function partitionsIn(condition: unknown): readonly string[] | undefined {
  const names = (condition as Record<string, Record<string, unknown>> | undefined)?.[
    'ForAllValues:StringEquals'
  ];
  const keys = names?.['dynamodb:LeadingKeys'];
  return keys === undefined ? undefined : many(keys).map(String);
}

import { right } from '@coop/shared/access';
import { defineCommand, done } from '@coop/shared/commands';
import {
  answer,
  defineLoader,
  inOrder,
  LocalDateScalar,
  MutationInput,
  Node,
  NodeId,
  payloadType,
  type RequestContext,
  type SubgraphDefinition,
} from '@coop/shared/graphql';
import { areaReference, councilStub, type AreaReference } from '@coop/shared/nouns';
import { problem, refuse } from '@coop/shared/problems';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { In } from 'typeorm';
import { Account, accountOpen, LEDGER } from './ledger';
import { accountsExporter, accountsImporter } from './ledger-files';

// A small subgraph of the tests' own, so that journeys can write, import and export whatever the features can.

const CouncilStub = councilStub();

@NodeId('account')
@ObjectType('LedgerAccount', { implements: Node, description: 'An account of an imagined ledger.' })
class LedgerAccount extends Node {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { description: 'What is in it, in pence.' })
  balancePence!: number;

  @Field(() => Boolean, { description: 'Whether nothing goes in or out any more.' })
  isClosed!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of its next review.' })
  reviewOn!: string | null;

  @Field(() => CouncilStub, { nullable: true, description: 'Whose it is.' })
  council!: AreaReference | null;
}

@InputType({ description: 'Opens an account for the caller’s own council.' })
class AccountOpenInput extends MutationInput {
  @Field(() => String, { description: 'What it is to be called.' })
  name!: string;

  @Field(() => Int, { description: 'What is in it at first, in pence.' })
  pence!: number;
}

@InputType({ description: 'Adds to an account.' })
class AccountCreditInput extends MutationInput {
  @IsString()
  @MaxLength(100)
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @IsInt()
  @Min(1)
  @Field(() => Int, { description: 'How much, in pence.' })
  pence!: number;

  @IsOptional()
  declare idempotencyKey?: string | null;
}

const ofTheCouncil = right<Account>(
  'credit account',
  'an officer of the council',
  (actor, { council }) => actor.role === 'officer' && actor.council === council,
);

const accountCredit = defineCommand<AccountCreditInput>({
  name: 'accountCredit',
  input: AccountCreditInput,
  async handle(tx, { accountId, pence }) {
    const account = await tx.lock(Account, accountId);
    if (!account) return refuse(problem.notFound('There is no such account.', { path: ['accountId'] }));
    const problems = tx.demand(ofTheCouncil, account);
    if (problems.length > 0) return refuse(...problems);
    account.balance += pence;
    await tx.update(account);
    return done({ council: account.council, subject: account.id, changes: { pence } });
  },
});

const shown = (row: Account): LedgerAccount =>
  Object.assign(new LedgerAccount(), {
    id: row.id,
    name: row.name,
    balancePence: row.balance,
    isClosed: row.closed,
    reviewOn: row.reviewOn,
    council: row.council === '' ? null : { gssCode: row.council },
  });

const accountById = defineLoader<string, LedgerAccount>(async (ids, { database }) =>
  inOrder(ids, (await database.reader.findBy(Account, { id: In([...ids]) })).map(shown), ({ id }) => id),
);

const OpenPayload = payloadType('AccountOpenPayload', 'account', LedgerAccount);
const CreditPayload = payloadType('AccountCreditPayload', 'account', LedgerAccount);

@Resolver(() => CouncilStub)
class LedgerResolver {
  @Query(() => LedgerAccount, { nullable: true, description: 'One account.' })
  account(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext) {
    return accountById.load(context, id);
  }

  @Directive('@listSize(assumedSize: 100)')
  @FieldResolver(() => [LedgerAccount], { nullable: true, description: 'Its accounts, the first hundred.' })
  async accounts(@Root() council: AreaReference, @Ctx() { database }: RequestContext) {
    const rows = await database.reader.find(Account, {
      where: { council: council.gssCode },
      order: { id: 'ASC' },
      take: 100,
    });
    return rows.map(shown);
  }

  @Mutation(() => OpenPayload, { description: 'Opens an account.' })
  accountOpen(
    @Arg('input', () => AccountOpenInput, { description: 'What to open.' }) input: AccountOpenInput,
    @Ctx() context: RequestContext,
  ) {
    const { idempotencyKey, ...rest } = input;
    const keyed = idempotencyKey == null ? rest : { ...rest, idempotencyKey };
    return answer(context, accountOpen, keyed, 'account', accountById);
  }

  @Mutation(() => CreditPayload, { description: 'Adds to an account.' })
  accountCredit(
    @Arg('input', () => AccountCreditInput, { description: 'What to add.' }) input: AccountCreditInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, accountCredit, input, 'account', accountById);
  }
}

/** The ledger as a subgraph. */
export const ledger: SubgraphDefinition = {
  name: 'ledger',
  description: 'An imagined ledger, for journeys that have to write.',
  features: [
    {
      ...LEDGER,
      resolvers: [LedgerResolver],
      orphanedTypes: [CouncilStub],
      references: {
        Council: areaReference,
        LedgerAccount: ({ id }, context) => (typeof id === 'string' ? accountById.load(context, id) : null),
      },
      importers: [accountsImporter],
      exporters: [accountsExporter],
    },
  ],
};

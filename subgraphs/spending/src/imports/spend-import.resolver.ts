import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer, ConnectionArgs, ListSize, toConnection, type RequestContext } from '@coop/shared/graphql';
import { examinePayments, keepPayments } from '../access';
import { Council } from '../stubs';
import { SpendImportOrder } from './spend-import.enums';
import { canBeSetAside, importsOfCouncil, problemsOfImport, spendImportById } from './spend-import.queries';
import {
  SpendImport,
  SpendImportConnection,
  SpendImportFilter,
  SpendImportProblemConnection,
  SpendImportSupersedeInput,
  SpendImportSupersedePayload,
  SpendImportViewerCan,
  SpendImportWithdrawInput,
  SpendImportWithdrawPayload,
} from './spend-import.types';
import { supersedeImport } from './supersede-import.command';
import { withdrawImport } from './withdraw-import.command';

/** The imports of a council. */
@Resolver(() => Council)
export class CouncilImportsResolver {
  @ListSize()
  @FieldResolver(() => SpendImportConnection, {
    nullable: true,
    description: 'The files of payments that were imported for it, the latest first unless told.',
  })
  async spendImports(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => SpendImportFilter, { nullable: true, description: 'Which of them.' })
    filter: SpendImportFilter | null,
    @Arg('orderBy', () => SpendImportOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: SpendImportOrder,
    @Ctx() context: RequestContext,
  ) {
    const state = filter?.state ?? null;
    const page = await importsOfCouncil.load(context, gssCode, { ...args, state, orderBy });
    return toConnection(SpendImportConnection, page);
  }
}

/** Imports of payments: the root, their problems, and what is done with them. */
@Resolver(() => SpendImport)
export class SpendImportResolver {
  @Query(() => SpendImport, {
    nullable: true,
    description: 'The import of payments with an id; null when there is none.',
  })
  spendImport(
    @Arg('id', () => ID, { description: 'Its id, `import_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<SpendImport | null> {
    return spendImportById.load(context, id);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council whose payments they are.' })
  council(@Root() { gssCode }: SpendImport): Council {
    return { gssCode };
  }

  @ListSize()
  @FieldResolver(() => SpendImportProblemConnection, {
    description: 'The rows that were not imported, or not quite as they stood, from the top of the file.',
  })
  async problems(
    @Root() { id, gssCode }: SpendImport,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ) {
    const { actor } = context;
    const quotes = keepPayments.allows(actor, { gssCode }) || examinePayments.allows(actor, { gssCode });
    const page = await problemsOfImport.load(context, id, { ...args, quotes });
    return toConnection(SpendImportProblemConnection, page);
  }

  @FieldResolver(() => SpendImportViewerCan, { description: 'What you may do with it as it stands now.' })
  async viewerCan(
    @Root() spendImport: SpendImport,
    @Ctx() context: RequestContext,
  ): Promise<SpendImportViewerCan> {
    const may =
      keepPayments.allows(context.actor, spendImport) && (await canBeSetAside(context, spendImport));
    return { withdraw: may, supersede: may };
  }

  @Mutation(() => SpendImportWithdrawPayload, {
    description:
      'Takes an import of payments back: for an officer or administrator of the council. A payment that another import has met as well stays with that one.',
  })
  spendImportWithdraw(
    @Arg('input', () => SpendImportWithdrawInput, { description: 'Which one, and why.' })
    input: SpendImportWithdrawInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, withdrawImport, input, 'spendImport', spendImportById);
  }

  @Mutation(() => SpendImportSupersedePayload, {
    description:
      'Lets an import of payments stand in the place of another one: for an officer or administrator of the council.',
  })
  spendImportSupersede(
    @Arg('input', () => SpendImportSupersedeInput, {
      description: 'Which one, and which stands in its place.',
    })
    input: SpendImportSupersedeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, supersedeImport, input, 'spendImport', spendImportById);
  }
}

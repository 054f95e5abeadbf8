import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, LongWork, toProblem, type RequestContext } from '@coop/shared/graphql';
import { keepSuppliers } from '../access';
import { confirmSupplierMatch } from './confirm-supplier-match.command';
import { organisationFacts } from './directory.queries';
import { refreshPlan } from './refresh-plan.queries';
import { refreshSupplierFacts } from './refresh-supplier-facts.command';
import { setSupplierFacts } from './set-supplier-facts.command';
import {
  SupplierConfirmMatchInput,
  SupplierConfirmMatchPayload,
  SupplierFactsRefreshInput,
  SupplierFactsRefreshPayload,
  SupplierRefresh,
  SupplierSetFactsInput,
  SupplierSetFactsPayload,
} from './supplier-inputs.types';
import { supplierById } from './supplier.queries';

const REFRESHED_AT_ONCE = 200;

/** What can be said of suppliers. For officers and administrators of the council. */
@Resolver()
export class SupplierMutationsResolver {
  @Mutation(() => SupplierConfirmMatchPayload, {
    description:
      'Says which organisation of the directory a supplier is, or that it is none; no matching changes that any more. For officers and administrators of the council.',
  })
  async supplierConfirmMatch(
    @Arg('input', () => SupplierConfirmMatchInput, { description: 'Which supplier, and who it is.' })
    input: SupplierConfirmMatchInput,
    @Ctx() context: RequestContext,
  ) {
    const named = context.actor.kind === 'anonymous' ? null : (input.organisationId ?? null);
    const isId = named !== null && /^organisation_[0-9A-Za-z-]{1,51}$/.test(named);
    const facts = isId ? ((await organisationFacts(context, [named])).get(named) ?? null) : null;
    return answer(context, confirmSupplierMatch(facts), input, 'supplier', supplierById);
  }

  @Mutation(() => SupplierSetFactsPayload, {
    description:
      'Sets the sector of a supplier, its size, whether it is local, with the evidence; no refresh changes that any more. For officers and administrators of the council.',
  })
  supplierSetFacts(
    @Arg('input', () => SupplierSetFactsInput, { description: 'Which supplier, and what is known of it.' })
    input: SupplierSetFactsInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, setSupplierFacts, input, 'supplier', supplierById);
  }

  @LongWork()
  @Mutation(() => SupplierFactsRefreshPayload, {
    description:
      'Asks the directory which organisations suppliers are, and what kind of bodies. For officers and administrators of the council.',
  })
  async supplierFactsRefresh(
    @Arg('input', () => SupplierFactsRefreshInput, { description: "Which council's suppliers." })
    input: SupplierFactsRefreshInput,
    @Ctx() context: RequestContext,
  ) {
    const { council, first } = input;
    const isAllowed = keepSuppliers.allows(context.actor, { gssCode: council });
    const most = Math.min(Math.max(first ?? REFRESHED_AT_ONCE, 0), 500);
    const plan = isAllowed ? await refreshPlan(context, context.database.reader, council, most) : [];
    const result = await refreshSupplierFacts(plan).run(context, input);
    context.cache.clear();
    return result.ok
      ? { refresh: Object.assign(new SupplierRefresh(), result.receipt), problems: [] }
      : { refresh: null, problems: result.problems.map(toProblem) };
  }
}

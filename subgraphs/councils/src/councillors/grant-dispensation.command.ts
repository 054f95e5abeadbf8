import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { councilOnRecord } from '../areas/council-record.queries';
import { hasExecutive } from '../co-operative/governance.rules';
import { INTEREST_LAW } from '../decisions/interests.law';
import { DispensationGrantInput } from './councillor-input.types';
import { Councillor } from './councillor.entity';
import { inOfficeOn } from './councillors.rules';
import { Dispensation } from './dispensation.entity';
import { checkDispensation } from './dispensations.rules';

/** Grants a dispensation (Localism Act 2011 s. 33). */
export const grantDispensation = defineCommand<DispensationGrantInput>({
  name: 'dispensationGrant',
  input: DispensationGrantInput,
  async handle(tx, input) {
    const { councillor: councillorId, matter, ground, restrictions, fromOn, untilOn } = input;
    const councillor = await tx.lock(Councillor, councillorId);
    const council = councillor && (await councilOnRecord(tx.manager, councillor.councilGssCode));
    if (!councillor || !council)
      return refuse(problem.notFound('There is no such councillor.', { path: ['councillor'] }));
    const denied = tx.demand(keepCivicRecord, councillor);
    if (denied.length > 0) return refuse(...denied);
    const request = { ...input, from: fromOn, until: untilOn };
    const ruling = checkDispensation(request, hasExecutive(council.governance));
    const problems = [
      // The rules know its days by shorter names.
      ...(ruling.ok ? [] : ruling.problems.map((one) => ({ ...one, path: one.path?.map(fieldOf) ?? [] }))),
      ...(council.nation === 'ENGLAND'
        ? []
        : [
            problem.ineligible('This law is England’s.', {
              path: ['councillor'],
              rule: INTEREST_LAW.rows[0]!.source,
            }),
          ]),
      ...(inOfficeOn(councillor, tx.today)
        ? []
        : [problem.ineligible(`${councillor.name} is not in office.`, { path: ['councillor'] })]),
    ];
    if (problems.length > 0) return refuse(...problems);
    const { id } = await tx.insert(Dispensation, {
      id: tx.newId('dispensation'),
      councilGssCode: council.gssCode,
      councillorId,
      matter,
      ground,
      restrictions: [...restrictions],
      fromOn,
      untilOn,
      withdrawnOn: null,
      illustrative: false,
    });
    return done({
      council: council.gssCode,
      subject: id,
      changes: { councillor: councillorId, ground, restrictions, fromOn, untilOn },
    });
  },
});

const fieldOf = (name: string): string => (name === 'from' || name === 'until' ? `${name}On` : name);

import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { CouncillorInterest } from './councillor-interest.entity';
import { CouncillorInterestRegisterInput } from './councillor-input.types';
import { Councillor } from './councillor.entity';
import { checkInterest } from './interests-register.rules';

/** Enters an interest in the public register of members' interests (Localism Act 2011 ss. 29–30). */
export const registerInterest = defineCommand<CouncillorInterestRegisterInput>({
  name: 'councillorInterestRegister',
  input: CouncillorInterestRegisterInput,
  async handle(tx, input) {
    const { councillor: councillorId, kind, holder, heldFrom, notifiedOn } = input;
    const councillor = await tx.lock(Councillor, councillorId);
    if (!councillor)
      return refuse(problem.notFound('There is no such councillor.', { path: ['councillor'] }));
    const denied = tx.demand(keepCivicRecord, councillor);
    if (denied.length > 0) return refuse(...denied);
    const isSensitive = input.isSensitive ?? false;
    const details = input.details?.trim() ? input.details : null;
    const ruling = checkInterest({ details, isSensitive, heldFrom, notifiedOn }, tx.today);
    if (!ruling.ok) return ruling;
    const { councilGssCode } = councillor;
    const { id } = await tx.insert(CouncillorInterest, {
      id: tx.newId('councillorinterest'),
      councilGssCode,
      councillorId,
      kind,
      holder,
      details,
      isSensitive,
      heldFrom,
      heldUntil: null,
      notifiedOn,
      illustrative: false,
    });
    return done({
      council: councilGssCode,
      subject: id,
      changes: { councillor: councillorId, kind, isSensitive },
    });
  },
});

import { defineCommand, done } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { partnerProblems, writePartners } from './partners.command';
import { SharedServiceProposeInput } from './shared-service-input.types';
import { SharedService } from './shared-service.entity';
import { SHARED_SERVICE_LIFECYCLE } from './shared-service.lifecycle';
import { checkSharedService } from './shared-services.rules';

/** Puts a service or senior post to the councils that are to share it. */
export const proposeSharedService = defineCommand<SharedServiceProposeInput>({
  name: 'sharedServicePropose',
  input: SharedServiceProposeInput,
  async handle(tx, { lead, service, partners, baselineCostPence }) {
    const denied = tx.demand(keepCivicRecord, { councilGssCode: lead });
    if (denied.length > 0) return refuse(...denied);
    const terms = { lead, service, partners, baselineCostPence, presentCostPence: null };
    const ruling = checkSharedService(terms);
    const problems = [...(ruling.ok ? [] : ruling.problems), ...(await partnerProblems(tx, partners))];
    if (problems.length > 0) return refuse(...problems);
    const row = await tx.insert(SharedService, {
      id: tx.newId('sharedservice'),
      councilGssCode: lead,
      service: service.trim(),
      nameSort: textSort(service),
      state: SHARED_SERVICE_LIFECYCLE.initial,
      startedOn: null,
      endedOn: null,
      baselineCostPence,
      presentCostPence: null,
      illustrative: false,
    });
    await writePartners(tx, row, partners);
    return done({
      council: lead,
      subject: row.id,
      changes: {
        service: row.service,
        baselineCostPence,
        partners: partners.map(({ council, weight }) => ({ council, weight })),
      },
    });
  },
});

import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { noSuchService, partnerProblems, partnerRows, termsOf, writePartners } from './partners.command';
import { SharedServiceUpdateCostInput } from './shared-service-input.types';
import { SharedService, SharedServicePartner } from './shared-service.entity';
import { checkSharedService } from './shared-services.rules';

/** Says what a running service costs now and, where that changed, who bears how much of it. */
export const updateCost = defineCommand<SharedServiceUpdateCostInput>({
  name: 'sharedServiceUpdateCost',
  input: SharedServiceUpdateCostInput,
  async handle(tx, { id, expectedVersion, presentCostPence, partners: wanted }) {
    const service = await tx.lock(SharedService, id);
    if (!service) return refuse(noSuchService);
    const denied = tx.demand(keepCivicRecord, service);
    if (denied.length > 0) return refuse(...denied);
    const rows = await partnerRows(tx, service);
    const partners =
      wanted ?? rows.map(({ councilGssCode, weight }) => ({ council: councilGssCode, weight }));
    const ruling = checkSharedService({ ...termsOf(service, partners), presentCostPence });
    const problems = [
      ...(service.state === 'RUNNING'
        ? []
        : [problem.wrongState('Only a service that runs costs anything.', service.state, ['RUNNING'])]),
      ...versionProblems(service, expectedVersion),
      ...(ruling.ok ? [] : ruling.problems),
      ...(wanted ? await partnerProblems(tx, partners) : []),
    ];
    if (problems.length > 0) return refuse(...problems);
    await tx.update(Object.assign(service, { presentCostPence }));
    if (wanted) {
      await tx.manager.delete(SharedServicePartner, { sharedServiceId: id });
      await writePartners(tx, service, partners);
    }
    return done({
      council: service.councilGssCode,
      subject: id,
      changes: {
        presentCostPence,
        ...(wanted ? { partners: partners.map(({ council, weight }) => ({ council, weight })) } : {}),
      },
    });
  },
});

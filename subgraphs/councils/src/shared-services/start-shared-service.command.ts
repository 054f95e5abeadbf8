import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { noSuchService, partnerRows, termsOf } from './partners.command';
import { SharedServiceStartInput } from './shared-service-input.types';
import { SharedService } from './shared-service.entity';
import { SHARED_SERVICE_LIFECYCLE } from './shared-service.lifecycle';
import { checkStart } from './shared-services.rules';

/** Starts a shared service, with what it costs from then on. */
export const startSharedService = defineCommand<SharedServiceStartInput>({
  name: 'sharedServiceStart',
  input: SharedServiceStartInput,
  async handle(tx, { id, expectedVersion, startedOn, presentCostPence }) {
    const service = await tx.lock(SharedService, id);
    if (!service) return refuse(noSuchService);
    const denied = tx.demand(keepCivicRecord, service);
    if (denied.length > 0) return refuse(...denied);
    const partners = (await partnerRows(tx, service)).map(({ councilGssCode, weight }) => ({
      council: councilGssCode,
      weight,
    }));
    const rulings = [
      SHARED_SERVICE_LIFECYCLE.permit('start', service.state),
      checkStart({ ...termsOf(service, partners), presentCostPence }, startedOn, null),
    ];
    const problems = [
      ...versionProblems(service, expectedVersion),
      ...rulings.flatMap((ruling) => (ruling.ok ? [] : ruling.problems)),
      ...(startedOn > tx.today
        ? [problem.invalidInput('The start is entered once it has come.', { path: ['startedOn'] })]
        : []),
    ];
    if (problems.length > 0) return refuse(...problems);
    const state = SHARED_SERVICE_LIFECYCLE.move('start', service.state);
    await tx.update(Object.assign(service, { state, startedOn, presentCostPence }));
    return done({
      council: service.councilGssCode,
      subject: id,
      changes: { state, startedOn, presentCostPence },
    });
  },
});

import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { noSuchService } from './partners.command';
import { SharedServiceEndInput } from './shared-service-input.types';
import { SharedService } from './shared-service.entity';
import { SHARED_SERVICE_LIFECYCLE } from './shared-service.lifecycle';

/** Winds a shared service up, or gives a proposal up. */
export const endSharedService = defineCommand<SharedServiceEndInput>({
  name: 'sharedServiceEnd',
  input: SharedServiceEndInput,
  async handle(tx, { id, expectedVersion, endedOn }) {
    const service = await tx.lock(SharedService, id);
    if (!service) return refuse(noSuchService);
    const denied = tx.demand(keepCivicRecord, service);
    if (denied.length > 0) return refuse(...denied);
    const permitted = SHARED_SERVICE_LIFECYCLE.permit('end', service.state);
    const path = ['endedOn'];
    const problems = [
      ...versionProblems(service, expectedVersion),
      ...(permitted.ok ? [] : permitted.problems),
      ...(endedOn > tx.today ? [problem.invalidInput('The end is entered once it has come.', { path })] : []),
      ...(service.startedOn !== null && endedOn < service.startedOn
        ? [problem.invalidInput('It cannot end before it starts.', { path })]
        : []),
    ];
    if (problems.length > 0) return refuse(...problems);
    const state = SHARED_SERVICE_LIFECYCLE.move('end', service.state);
    await tx.update(Object.assign(service, { state, endedOn }));
    return done({ council: service.councilGssCode, subject: id, changes: { state, endedOn } });
  },
});

import { defineCommand, done, type Command } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { actForGroup, recordPaper, submitterOf } from '../access';
import { groupColumnsOf, groupFactsOf, type CommunityGroupInput } from '../groups/group.types';
import type { OrganisationCheck } from '../groups/known-organisation.queries';
import { nameOrganisationProblems } from '../groups/name-organisation.command';
import { lockWithAsset } from '../nominations/locked.queries';
import { BidRequest } from './bid-request.entity';
import { requestBid as receiveBidRequest } from './bid-request.rules';
import { noticeFactsOf } from './disposal-facts.queries';
import { DisposalRequestBidInput } from './disposal-inputs.types';
import { DisposalNotice } from './disposal-notice.entity';

/** True when the group that asks is the one that a request came from: by its entry in the directory, or by name. */
const isOf = (request: BidRequest, group: CommunityGroupInput): boolean =>
  group.organisationId && request.groupOrganisationId
    ? group.organisationId === request.groupOrganisationId
    : textSort(group.name) === textSort(request.groupName);

/**
 * Receives a group's request to be treated as a potential bidder: the full moratorium counts at once, before the
 * council has checked the group (Localism Act 2011 s. 95(3)).
 * @param organisation what the graph said of the organisation that the group names: a command has no graph to ask
 */
export function requestBid(organisation: OrganisationCheck): Command<DisposalRequestBidInput> {
  return defineCommand({
    name: 'disposalRequestBid',
    input: DisposalRequestBidInput,
    async handle(tx, input) {
      const locked = await lockWithAsset(tx, DisposalNotice, input.noticeId);
      if (!locked) return refuse(problem.notFound('There is no such notice.', { path: ['noticeId'] }));
      const { row: notice } = locked;
      const denied = tx.demand(actForGroup, notice);
      if (denied.length > 0) return refuse(...denied);
      const { group } = input;
      const receivedOn = input.receivedOn ?? tx.today;
      const problems: Problem[] = [];
      if (receivedOn !== tx.today && !recordPaper.allows(tx.actor, notice))
        problems.push(
          problem.notAllowed('A request sent here is received today.', recordPaper.needs, {
            path: ['receivedOn'],
          }),
        );
      problems.push(
        ...nameOrganisationProblems(tx, notice, group.organisationId, organisation, [
          'group',
          'organisationId',
        ]),
      );
      const requests = await tx.manager.findBy(BidRequest, { noticeId: notice.id });
      const hasAskedAlready = requests.some(
        (one) => (one.state === 'RECEIVED' || one.state === 'CONFIRMED') && isOf(one, group),
      );
      const taken = receiveBidRequest(
        { group: groupFactsOf(group), receivedOn, isInWriting: true, hasAskedAlready },
        noticeFactsOf(notice, requests),
        tx.today,
      );
      if (!taken.ok) return refuse(...problems, ...taken.problems);
      if (problems.length > 0) return refuse(...problems);
      const request = await tx.insert(BidRequest, {
        id: tx.newId('bidrequest'),
        gssCode: notice.gssCode,
        noticeId: notice.id,
        assetId: notice.assetId,
        ...groupColumnsOf(group),
        submittedBy: submitterOf(tx.actor),
        receivedOn,
        state: taken.state,
      });
      const changes = {
        notice: notice.id,
        state: taken.state,
        receivedOn,
        noticeState: taken.noticeState,
        fullMoratoriumEndsOn: taken.fullMoratoriumEndsOn,
      };
      return done({ council: notice.gssCode, subject: request.id, changes });
    },
  });
}

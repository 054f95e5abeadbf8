import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, type World } from '@coop/test/kit';
import fc from 'fast-check';
import type { Actor } from '@coop/shared/access';
import type { Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '.';
import { adoptCardPolicy } from './cards/adopt-card-policy.command';
import {
  CardBreachDecideInput,
  CardBreachExplainInput,
  CardBreachSettleInput,
  CardControlsRunInput,
  CardLimitSetInput,
  CardPolicyAdoptInput,
} from './cards/card-inputs.types';
import { Card } from './cards/card.entity';
import { aBreach, aPolicy, detailsOf, HEADER, soundPolicy } from './cards/cards.fixture';
import { decideCardBreach, explainCardBreach, settleCardBreach } from './cards/decide-card-breach.command';
import { runCardControls } from './cards/run-card-controls.command';
import { setCardLimit } from './cards/set-card-limit.command';
import { DuplicateJudgeInput, DuplicateScanInput } from './duplicates/duplicate-inputs.types';
import { aCandidate, COUNCIL, people, run, subjectOf } from './duplicates/duplicates.fixture';
import { judgeDuplicate } from './duplicates/judge-duplicate.command';
import {
  FraudCaseCloseInput,
  FraudCaseConcludeInput,
  FraudCaseInvestigateInput,
  FraudCaseOpenInput,
  FraudCaseReferInput,
  FraudFiguresPublishInput,
  FraudIndicatorsRunInput,
} from './fraud/fraud-inputs.types';
import { aCase, anInvestigation, soundCase, soundFigures } from './fraud/fraud.fixture';
import {
  closeFraudCase,
  concludeFraudCase,
  investigateFraudCase,
  openFraudCase,
  referFraudCase,
} from './fraud/keep-fraud-case.command';
import { publishFraudFigures } from './fraud/publish-fraud-figures.command';

const built = buildSubgraph(spending);
const TEXT = 'Because of what was found.';

/** For each command an input as a form would send it, for a thing of that id. */
const INPUTS = {
  judge: (id: string) => ({
    id,
    expectedVersion: 1,
    verdict: 'DUPLICATE',
    recoveredPence: 5,
    statementOfReasons: TEXT,
  }),
  council: () => ({ council: COUNCIL, idempotencyKey: 'key' }),
  limit: (cardId: string) => ({ cardId, fromOn: '2026-05-01', transactionPence: 5000, monthPence: 10_000 }),
  policy: () => ({ ...soundPolicy, fromOn: '2026-08-01' }),
  explain: (id: string) => ({ id, expectedVersion: 1, explanation: TEXT }),
  decide: (id: string) => ({ id, outcome: 'UPHELD', statementOfReasons: TEXT }),
  settle: (id: string) => ({ id, recoveredPence: 100, statementOfReasons: TEXT }),
  open: () => ({ ...soundCase }),
  change: (id: string) => ({ id, expectedVersion: 1, idempotencyKey: 'key' }),
  conclude: (id: string) => ({ id, outcome: 'SUBSTANTIATED', provenPence: 100, findings: TEXT }),
  refer: (id: string) => ({ id, referredTo: 'The police' }),
  close: (id: string) => ({ id, recoveredPence: 0, closingReasons: TEXT }),
  figures: () => ({ ...soundFigures, detectedPence: 5, recoveredPence: 4 }),
};

describe('10,000 random inputs', () => {
  test.each<[string, new () => object, object]>([
    ['DuplicateJudgeInput', DuplicateJudgeInput, INPUTS.judge('duplicate_1')],
    ['DuplicateScanInput', DuplicateScanInput, { ...INPUTS.council(), isFull: true }],
    ['CardPolicyAdoptInput', CardPolicyAdoptInput, INPUTS.policy()],
    ['CardLimitSetInput', CardLimitSetInput, INPUTS.limit('card_1')],
    ['CardControlsRunInput', CardControlsRunInput, INPUTS.council()],
    ['CardBreachExplainInput', CardBreachExplainInput, INPUTS.explain('breach_1')],
    ['CardBreachDecideInput', CardBreachDecideInput, INPUTS.decide('breach_1')],
    ['CardBreachSettleInput', CardBreachSettleInput, INPUTS.settle('breach_1')],
    ['FraudIndicatorsRunInput', FraudIndicatorsRunInput, INPUTS.council()],
    ['FraudCaseOpenInput', FraudCaseOpenInput, INPUTS.open()],
    ['FraudCaseInvestigateInput', FraudCaseInvestigateInput, INPUTS.change('fraudcase_1')],
    ['FraudCaseConcludeInput', FraudCaseConcludeInput, INPUTS.conclude('fraudcase_1')],
    ['FraudCaseReferInput', FraudCaseReferInput, INPUTS.refer('fraudcase_1')],
    ['FraudCaseCloseInput', FraudCaseCloseInput, INPUTS.close('fraudcase_1')],
    ['FraudFiguresPublishInput', FraudFiguresPublishInput, INPUTS.figures()],
  ])(
    'pass through the checks of %s, which only ever answer by problems',
    (_name, type, sound) => {
      const { accepted, refused } = fuzzValidation(type, fc.constant(sound));
      expect(accepted).toBeGreaterThan(500);
      expect(refused).toBeGreaterThan(1000);
    },
    120_000,
  );
});

interface Case {
  readonly command: Command<never>;
  /** Makes something that the command can be done to. */
  readonly make: (world: World) => Promise<string>;
  readonly input: (id: string) => object;
  /** The auditor unless told. */
  readonly actor?: (world: World) => Actor;
}

const nothing = () => Promise.resolve('');
const officer = (world: World) => people(world).officer;
const otherAuditor = (world: World) => people(world).otherAuditor;
const anUpheldBreach = async (world: World): Promise<string> => {
  const { id } = await aBreach(world);
  return subjectOf(await run(world, decideCardBreach, { id, outcome: 'UPHELD', statementOfReasons: TEXT }));
};
const aConcludedCase = async (world: World): Promise<string> => {
  const id = await anInvestigation(world);
  const input = { id, outcome: 'UNSUBSTANTIATED', provenPence: 0, findings: TEXT } as const;
  return subjectOf(await run(world, concludeFraudCase, input));
};
let cards = 0;
const aCard = async (world: World): Promise<string> => {
  cards += 1;
  await detailsOf(world, HEADER, `T${cards},Ann Example,Bea Sample,05/03/2026,card ${cards}`);
  const card = await world.database.reader.findOneByOrFail(Card, { label: `card ${cards}` });
  return card.id;
};

const CASES: Readonly<Record<string, Case>> = {
  duplicateJudge: {
    command: judgeDuplicate,
    make: async (world) => (await aCandidate(world)).id,
    input: INPUTS.judge,
  },
  cardPolicyAdopt: { command: adoptCardPolicy, make: nothing, input: INPUTS.policy, actor: officer },
  cardLimitSet: { command: setCardLimit, make: aCard, input: INPUTS.limit, actor: officer },
  cardControlsRun: { command: runCardControls, make: nothing, input: INPUTS.council },
  cardBreachExplain: {
    command: explainCardBreach,
    make: async (world) => (await aBreach(world)).id,
    input: INPUTS.explain,
  },
  cardBreachDecide: {
    command: decideCardBreach,
    make: async (world) => (await aBreach(world)).id,
    input: INPUTS.decide,
  },
  cardBreachSettle: { command: settleCardBreach, make: anUpheldBreach, input: INPUTS.settle },
  fraudCaseOpen: { command: openFraudCase, make: nothing, input: INPUTS.open },
  fraudCaseInvestigate: { command: investigateFraudCase, make: aCase, input: INPUTS.change },
  fraudCaseConclude: { command: concludeFraudCase, make: anInvestigation, input: INPUTS.conclude },
  fraudCaseRefer: { command: referFraudCase, make: anInvestigation, input: INPUTS.refer },
  fraudCaseClose: { command: closeFraudCase, make: aConcludedCase, input: INPUTS.close, actor: otherAuditor },
  fraudFiguresPublish: { command: publishFraudFigures, make: nothing, input: INPUTS.figures },
};

describeDatabases('200 random inputs', databaseOf(built), (world) => {
  beforeAll(() => aPolicy(world));

  test.each(Object.keys(CASES))(
    'to %s are done or refused by problems, and nothing is written by halves',
    async (name) => {
      const { command, make, input, actor = (one: World) => people(one).auditor } = CASES[name]!;
      // Things to be done to: some inputs hit one that is new, others one that was done to before.
      const things: string[] = [];
      for (let count = 0; count < 12; count += 1) things.push(await make(world));
      const sound = fc.constantFrom(...things).map(input);
      const { accepted, refused } = await fuzzCommand(world, command as unknown as Command<object>, sound, {
        actor: actor(world),
      });
      expect(accepted).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(30);
    },
    120_000,
  );
});

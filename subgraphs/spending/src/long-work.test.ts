import { parse } from 'graphql';
import { buildSubgraph } from '@coop/shared/graphql';
import { checkLimits, PUBLIC_LIMITS, TOKEN_LIMITS } from '@coop/shared/serving';
import { spending } from '.';

const { schema } = buildSubgraph(spending);

/** What many a request would like to have done several times at once. */
const LONG = {
  duplicateScan: 'input: { council: "E08000004", isFull: true }',
  fraudIndicatorsRun: 'input: { council: "E08000004" }',
  cardControlsRun: 'input: { council: "E08000004" }',
  supplierFactsRefresh: 'input: { council: "E08000004" }',
};

test.each(Object.entries(LONG))('%s is done once in a request', (name, input) => {
  const asked = (times: number) =>
    parse(
      `mutation { ${Array.from({ length: times }, (_, at) => `a${at}: ${name}(${input}) { problems { message } }`).join(' ')} }`,
    );
  const measures = (times: number, limits = PUBLIC_LIMITS) =>
    checkLimits(schema, asked(times), {}, null, limits).map(({ extensions }) => extensions['measure']);
  expect(measures(1)).toEqual([]);
  expect(measures(2)).toEqual(['cost']);
  expect(measures(4, TOKEN_LIMITS)).toEqual(['cost']);
});

import type { Feature } from '@coop/shared/graphql';
import { tallyTool } from './tally.tool';

/** Votes as published files: counted again by anybody, without a database. */
export const pabulib: Feature = { tools: [tallyTool] };

import { graphqlEnum } from '@coop/shared/graphql';
import { duplicateCandidateLifecycle } from './duplicate-candidate.lifecycle';
import { EVIDENCE, TIERS } from './tiers';

/** How strong the evidence is that a payment was made twice. */
export const DuplicateTier = graphqlEnum(
  'DuplicateTier',
  'How strong the evidence is that a payment was made twice.',
  TIERS,
);
export type DuplicateTier = keyof typeof DuplicateTier;

/** What people make of a possible duplicate. */
export const DuplicateVerdict = graphqlEnum(
  'DuplicateVerdict',
  'What people make of a possible duplicate.',
  duplicateCandidateLifecycle.states,
);
export type DuplicateVerdict = keyof typeof DuplicateVerdict;

/** What a piece of evidence is about. */
export const DuplicateEvidenceKind = graphqlEnum(
  'DuplicateEvidenceKind',
  'What a piece of evidence for a payment made twice is about.',
  EVIDENCE,
);
export type DuplicateEvidenceKind = keyof typeof DuplicateEvidenceKind;

/** The orders of a list of candidates. */
export const DuplicateCandidateOrder = graphqlEnum(
  'DuplicateCandidateOrder',
  'The order of a list of possible duplicates.',
  {
    STRONGEST:
      'The strongest evidence comes first, within a tier the largest amount at risk; those that only look alike come last.',
    LARGEST: 'The largest amount at risk comes first.',
    NEWEST: 'What was paid again last comes first.',
  },
);
export type DuplicateCandidateOrder = keyof typeof DuplicateCandidateOrder;

/** Whether a tier could be looked for. */
export const DuplicateComputability = graphqlEnum(
  'DuplicateComputability',
  'Whether what a tier of evidence rests on is in the published files.',
  {
    COMPUTED: 'It is in every file: nothing found means that there is nothing to find.',
    PARTLY: 'It is in some of the files only: nothing can be said of the others.',
    NOT_COMPUTABLE: 'It is in none of the files: nothing found says nothing.',
    NOT_SCANNED: 'No file of the council has been scanned yet.',
  },
);
export type DuplicateComputability = keyof typeof DuplicateComputability;

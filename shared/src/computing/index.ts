export { answerWith } from './answer-with';
export { compute, type Computed, type ComputeLimits } from './compute';
export { Turns } from './turns';

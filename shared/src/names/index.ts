export * from './name-form';
export * from './name-index';
export * from './name-matching';
export { SHORT_WORDS, WORD_SPELLINGS, type NamedLegalForm } from './name-words';

export { chooseBlocks, topicsOf } from './choose.ts';
export type { Declared, Reason } from './conditions.ts';
export type { BriefingBlock, Chosen, Library } from './library.ts';
export { examinedOf } from './questions.ts';
export { readLibrary } from './read-library.ts';

export { type Explanation, explain, explanationText, type Sentence } from './explanation.ts';
export type { Language } from './language.ts';
export { explainSilence } from './no-duty.ts';
export { type Outline, type OutlineLine, outline } from './outline.ts';
export type { NamedFact, Telling } from './teller.ts';
export { type TreeNode, type TreeRoot, traceTree } from './tree.ts';
export { answerableName, gateActName, type Topic, topicWords } from './words.ts';

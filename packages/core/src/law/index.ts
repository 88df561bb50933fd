export { noKind } from './complaints.ts';
export { type Correction, type CorrectionRefusal, correctionRefusal, correctLaw } from './correct.ts';
export { countingText, figureLabel, figureLines } from './figure-lines.ts';
export * from './figures.ts';
export { heldActs } from './gate-acts.ts';
export * from './law.ts';
export { isNeverPutOff } from './never-put-off.ts';
export { type OfficialLine, officialLine } from './official-line.ts';
export { type Confirmation, confirmedArticles } from './overlay.ts';
export * from './problem.ts';
export * from './read-law.ts';
export { type Counting, isCounting, recountedFigures } from './recount.ts';
export * from './revision.ts';
export * from './rule.ts';
export type * from './schema.ts';
export {
  bilingual,
  binds,
  instrumentKinds,
  reference,
  relations,
  settingTypes,
  slug,
  speaks,
  statuses,
  sureness,
} from './schema.ts';
export { boundOf, type OwnValue, settingRefusal } from './setting-bound.ts';
export { type TextMemory, YamlFile, type YamlPath } from './yaml.ts';

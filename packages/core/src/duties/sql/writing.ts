import type { SqlWriter } from '../../feel/index.ts';
import type { Rule } from '../../law/index.ts';
import type { Question } from '../question.ts';

/** What the parts of a rule's statement have in common. */
export type Writing = {
  readonly rule: Rule;
  readonly question: Question;
  readonly writer: SqlWriter;
  /** The table of subjects. */
  readonly subjects: string;
  /** Joined to it in this order; later ones read the columns of those before. */
  readonly laterals: string[];
  /** The readings among which a stored duty chooses; none where the trigger day alone does. */
  readonly readings: readonly Rule[];
};

import type { Lesson, Question } from '../courses/index.ts';
import type { Condition, Reason } from './conditions.ts';

export type BriefingBlock = {
  readonly id: string;
  /** SHA-256 of its texts and questions: what was read is named by it. */
  readonly hash: string;
  /** Only for organisations of these seats; for all where there are none. */
  readonly seats: readonly string[];
  /** Any one of them chooses it. */
  readonly when: readonly Condition[];
  readonly text: Lesson;
  readonly questions: readonly Question[];
};

/** A topic of the fact `briefing`, and the blocks without which it was not spoken of. */
type CoveredTopic = { readonly topic: string; readonly blocks: readonly string[] };

/** The blocks from which the briefing of a journey is put together. */
export type Library = {
  readonly revision: number;
  readonly hash: string;
  /** At most so many questions in one briefing. */
  readonly questions: number;
  readonly topics: readonly CoveredTopic[];
  readonly blocks: readonly BriefingBlock[];
};

/** A block in the briefing of a journey, with why it is there. */
export type Chosen = { readonly block: BriefingBlock; readonly reasons: readonly Reason[] };

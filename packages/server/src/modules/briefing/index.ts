import type { Room } from '../../platform/actions/implement.ts';
import type { BriefingParts } from './journey.ts';
import { implementQuestions } from './questions.ts';
import { implementReading } from './reading.ts';
import { implementShown } from './shown.ts';
import { implementSigning } from './signing.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { briefingTables } from './columns.ts';
export { createLibrary } from './installed.ts';
export { briefingsOfPerson } from './rows-of-person.ts';

/** The briefing before a journey: blocks by what was declared of it, read, asked about, signed by both (docs/decisions/0087). */
export function briefingRoom(parts: BriefingParts): Room {
  const [reading, questions] = [implementReading(parts), implementQuestions(parts)];
  return {
    actions: [...reading.actions, ...questions.actions, ...implementSigning(parts)],
    queries: [implementShown(parts), ...reading.queries, ...questions.queries],
    words: { zh, en },
  };
}

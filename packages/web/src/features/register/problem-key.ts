import type { CellProblem } from '@sallyport/core/facts';
import type { Key } from '../../app/words.ts';

type Problem = CellProblem | 'unknown-field' | 'no-such-fact' | 'cycle';

const keys: Readonly<Record<Problem, Key>> = {
  missing: 'problem.missing',
  'not-a-day': 'problem.not-a-day',
  'not-an-instant': 'problem.not-an-instant',
  'not-an-integer': 'problem.not-an-integer',
  'too-small': 'problem.too-small',
  'not-a-boolean': 'problem.not-a-boolean',
  'not-a-word': 'problem.not-a-word',
  'not-an-id': 'problem.not-an-id',
  'not-text': 'problem.not-text',
  'too-long': 'problem.too-long',
  'unknown-field': 'problem.unknown-field',
  'no-such-fact': 'problem.no-such-fact',
  cycle: 'problem.cycle',
};

const isProblem = (code: string): code is Problem => code in keys;

/** The sentence for what is wrong with a field; of a code this console does not know, that it cannot be read. */
export const problemKey = (code: string): Key => (isProblem(code) ? keys[code] : 'problem.not-text');

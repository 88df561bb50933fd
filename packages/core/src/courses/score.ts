import type { Bilingual } from '../law/index.ts';
import type { Examined } from './course.ts';
import { type Attempt, type Drawn, draw, letterOf } from './draw.ts';
import { textAt } from './paper.ts';

/** What was chosen, by number of the question: letters as they were shown. Whatever the browser sends may be in it. */
export type Answers = Readonly<Record<number, readonly string[]>>;

export type Marked = {
  readonly number: number;
  /** The question in the bank: what an attempt can be looked at again by. */
  readonly question: string;
  readonly chosen: readonly string[];
  readonly right: boolean;
};

export type Score = {
  readonly right: number;
  readonly of: number;
  /** Whole per cent, rounded down: 79.9 is not 80. */
  readonly percent: number;
  readonly passed: boolean;
  readonly marked: readonly Marked[];
};

/** Marks an attempt. A question left out, or answered with a letter that was not shown, is not right; a number that was not asked counts for nothing. */
export function scoreOf(course: Examined, attempt: Attempt, answers: Answers): Score {
  const marked = draw(course, attempt).map((drawn) => mark(drawn, answers[drawn.number] ?? []));
  const right = marked.filter((one) => one.right).length;
  return {
    right,
    of: marked.length,
    percent: marked.length === 0 ? 0 : Math.floor((right * 100) / marked.length),
    passed: marked.length > 0 && right * 100 >= course.passMark * marked.length,
    marked,
  };
}

function mark({ number, question, order }: Drawn, chosen: readonly string[]): Marked {
  const letters = [...new Set(chosen)].toSorted();
  const places = letters.map((letter) => order[order.findIndex((_, at) => letterOf(at) === letter)]);
  const known = places.filter((place) => place !== undefined);
  const shown = order.map((_, at) => letterOf(at));
  return {
    number,
    question: question.id,
    chosen: letters.filter((letter) => shown.includes(letter)),
    right: known.length === places.length && question.key.isMetBy(new Set(known)),
  };
}

export type ExplainedOption = {
  readonly letter: string;
  readonly text: Bilingual;
  readonly chosen: boolean;
  readonly right: boolean;
  readonly why: Bilingual;
};

export type ExplainedQuestion = {
  readonly number: number;
  readonly ask: Bilingual;
  readonly scenario: Bilingual | null;
  readonly right: boolean;
  readonly clauses: readonly string[];
  readonly options: readonly ExplainedOption[];
};

/** Every option with its reason, for who has submitted: it takes the score, which is there only then. */
export function explained(course: Examined, attempt: Attempt, score: Score): readonly ExplainedQuestion[] {
  const marks = new Map(score.marked.map((one) => [one.number, one]));
  return draw(course, attempt).map(({ number, question, order }) => {
    const chosen = new Set(marks.get(number)?.chosen);
    const told = question.key.tell();
    return {
      number,
      ask: question.ask,
      scenario: question.scenario?.text ?? null,
      right: marks.get(number)?.right ?? false,
      clauses: question.clauses,
      options: order.map((place, at) => ({
        letter: letterOf(at),
        text: textAt(question.options, place),
        chosen: chosen.has(letterOf(at)),
        right: told[place]?.right ?? false,
        why: told[place]?.why ?? { zh: '', en: '' },
      })),
    };
  });
}

import { inspect } from 'node:util';
import {
  type Answers,
  type Attempt,
  type Course,
  CourseChanged,
  explained,
  type Paper,
  paperOf,
  type Question,
  questionsOf,
  type ShownQuestion,
  scoreOf,
} from '@sallyport/core/courses';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { courseText, questionText, smallCourse } from './small-course.ts';

const course = smallCourse();
const attempt = (seed: string, of: Course = course): Attempt => ({ course: of.id, hash: of.hash, seed });
const letters = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E', '', 'AB', 'right'), { maxLength: 5 });
const answers = fc.dictionary(fc.integer({ min: -1, max: 12 }).map(String), letters) as fc.Arbitrary<Answers>;

/** What a learner who knows the bank answers: the options of the bank's right ones, found by their text. */
function rightAnswers(of: Course, paper: Paper): Answers {
  const bank = new Map(questionsOf(of).map((question) => [question.ask.en, question]));
  return Object.fromEntries(
    paper.questions.map(({ number, ask, options }) => {
      const question = bank.get(ask.en);
      const told = question?.key.tell() ?? [];
      const right = new Set(question?.options.filter((_, at) => told[at]?.right).map(({ en }) => en));
      return [number, options.filter(({ text }) => right.has(text.en)).map(({ letter }) => letter)];
    }),
  );
}

describe('the draw of an attempt', () => {
  it('never changes: asked again, or of the course read anew, it is the same', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(paperOf(smallCourse(), attempt(seed))).toEqual(paperOf(course, attempt(seed)));
      }),
      { numRuns: 10 },
    );
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(paperOf(course, attempt(seed))).toEqual(paperOf(course, attempt(seed)));
      }),
      { numRuns: 200 },
    );
  });

  it('takes from each category as many as it asks for, none twice, and shows every option of each', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { questions } = paperOf(course, attempt(seed));
        expect(questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(questions.map(({ category }) => category.en)).toEqual([
          ...Array(4).fill('first'),
          ...Array(3).fill('second'),
        ]);
        expect(new Set(questions.map(({ ask }) => ask.en)).size).toBe(7);
        for (const { ask, options } of questions) {
          const asked = questionsOf(course).find((question) => question.ask.en === ask.en);
          expect(options.map(({ text }) => text.en).toSorted()).toEqual(asked?.options.map(({ en }) => en).toSorted());
          expect(options.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D'].slice(0, options.length));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is random: over many seeds every question comes, and its right option stands in every place', () => {
    const seen = new Map<string, Set<string>>();
    for (let seed = 0; seed < 400; seed++) {
      const paper = paperOf(course, attempt(`seed ${seed}`));
      const right = rightAnswers(course, paper);
      for (const { number, ask } of paper.questions)
        seen.set(ask.en, new Set([...(seen.get(ask.en) ?? []), ...(right[number] ?? [])]));
    }
    expect(seen.size).toBe(14);
    for (const places of seen.values()) expect(places.size).toBeGreaterThanOrEqual(3);
  });

  it('draws every question of a category about as often as every other', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++)
      for (const { ask } of paperOf(course, attempt(`${seed}`)).questions)
        counts.set(ask.en, (counts.get(ask.en) ?? 0) + 1);
    for (const [ask, count] of counts) {
      const expected = ask.includes('first') ? 4000 * (4 / 8) : 4000 * (3 / 6);
      expect(Math.abs(count - expected), ask).toBeLessThan(5 * Math.sqrt(expected / 2));
    }
  });

  it('of one category does not hang on the others', () => {
    const more = smallCourse({
      'questions/second.yaml': Array.from({ length: 9 }, (_, at) => questionText(`second-${at}`, 4)).join(''),
    });
    const first = (of: Course) => paperOf(of, attempt('x', of)).questions.slice(0, 4);
    expect(first(more)).toEqual(first(course));
  });

  it('is refused of a course whose content changed since the attempt began', () => {
    const changed = smallCourse({
      'questions/first.yaml': Array.from({ length: 8 }, (_, at) => questionText(`n-${at}`)).join(''),
    });
    expect(() => paperOf(changed, attempt('x'))).toThrow(CourseChanged);
    expect(() => scoreOf(changed, attempt('x'), {})).toThrow(CourseChanged);
  });
});

describe('the key', () => {
  it('is in nothing that is shown, and in nothing a course is written out as', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const text = JSON.stringify(paperOf(course, attempt(seed)));
        expect(text).not.toMatch(/"(?:right|why|key|clauses|id|order|seed|revision)"|why \d/);
      }),
      { numRuns: 200 },
    );
    const written = [
      JSON.stringify(course),
      inspect(course, { depth: 20, showHidden: true }),
      inspect(structuredClone(course), { depth: 20 }),
    ];
    for (const text of written) expect(text).not.toMatch(/why \d|right/);
    expect(written[0]).toContain('option 0 of first-0');
  });

  it('fits no shown type, nor does what holds it', () => {
    expectTypeOf<Question>().not.toExtend<ShownQuestion>();
    const shown = paperOf(course, attempt('x')).questions[0];
    const { key } = questionsOf(course)[0] ?? {};
    if (shown === undefined || key === undefined) throw new Error('nothing was drawn');
    const withKey = { ...shown, key };
    // @ts-expect-error What holds a key is not to be shown.
    const leak: ShownQuestion = withKey;
    const withRight = { ...shown, options: shown.options.map((option) => ({ ...option, right: true })) };
    // @ts-expect-error Nor is an option that says that it is right.
    const other: ShownQuestion = withRight;
    expect([leak, other]).toHaveLength(2);
  });
});

describe('the score', () => {
  it('has its bounds whatever is sent', () => {
    fc.assert(
      fc.property(fc.string(), answers, (seed, given) => {
        const score = scoreOf(course, attempt(seed), given);
        expect(score.of).toBe(7);
        expect(score.right).toBeGreaterThanOrEqual(0);
        expect(score.right).toBeLessThanOrEqual(7);
        expect(score.percent).toBe(Math.floor((score.right * 100) / 7));
        expect(score.passed).toBe(score.right * 100 >= 80 * 7);
        expect(score.marked.filter(({ right }) => right)).toHaveLength(score.right);
      }),
      { numRuns: 200 },
    );
  });

  it('is full for the right answers in any order and repeated, and one less for each that is spoilt', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('E', 'Z', ''),
        (seed, spoilt, letter) => {
          const right = rightAnswers(course, paperOf(course, attempt(seed)));
          const turned = Object.fromEntries(
            Object.entries(right).map(([number, chosen]) => [number, [...chosen.toReversed(), ...chosen]]),
          );
          expect(scoreOf(course, attempt(seed), turned)).toMatchObject({ right: 7, percent: 100, passed: true });
          const more = { ...right, [spoilt]: [...(right[spoilt] ?? []), letter] };
          expect(scoreOf(course, attempt(seed), more).right).toBe(6);
          expect(scoreOf(course, attempt(seed), { ...right, [spoilt]: [] }).right).toBe(6);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives nothing for half of several, nor for every option of a question', () => {
    const several = smallCourse({
      'questions/first.yaml': Array.from({ length: 8 }, (_, at) => questionText(`first-${at}`, 4, 2)).join(''),
    });
    const paper = paperOf(several, attempt('x', several));
    const right = rightAnswers(several, paper);
    expect(scoreOf(several, attempt('x', several), { ...right, 1: (right[1] ?? []).slice(0, 1) }).right).toBe(6);
    expect(scoreOf(several, attempt('x', several), { ...right, 1: ['A', 'B', 'C', 'D'] }).right).toBe(6);
  });

  it('passes at the mark and not one question below it', () => {
    const half = smallCourse({ 'course.yaml': courseText({ passMark: '50' }) });
    const seven = rightAnswers(half, paperOf(half, attempt('x', half)));
    const some = (count: number): Answers => Object.fromEntries(Object.entries(seven).slice(0, count));
    expect(scoreOf(half, attempt('x', half), some(4)).passed).toBe(true);
    expect(scoreOf(half, attempt('x', half), some(3)).passed).toBe(false);
  });

  it('is explained option by option, in the order they were shown', () => {
    const paper = paperOf(course, attempt('x'));
    const given: Answers = { ...rightAnswers(course, paper), 2: ['A'] };
    const told = explained(course, attempt('x'), scoreOf(course, attempt('x'), given));
    expect(told.map(({ options }) => options.map(({ text }) => text))).toEqual(
      paper.questions.map(({ options }) => options.map(({ text }) => text)),
    );
    for (const { number, options, right } of told) {
      const chosen = options.filter((option) => option.chosen).map(({ letter }) => letter);
      expect(chosen).toEqual([...(given[number] ?? [])].toSorted());
      expect(right).toBe(options.every((option) => option.chosen === option.right));
      for (const option of options) expect(option.why.en).toMatch(/^why \d of /);
    }
  });
});

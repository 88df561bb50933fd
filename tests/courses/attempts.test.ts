import { parseDay, parseInstant } from '@sallyport/core/calendar';
import { completionsOf, isReviewed, nextAttempt, reviewsThatCount } from '@sallyport/core/courses';
import { describe, expect, it } from 'vitest';
import { smallCourse } from './small-course.ts';

const at = (text: string): number => parseInstant(`2026-03-${text}:00Z`) ?? 0;
const course = { attempts: 2, waitHours: 24 };
const failed = (begun: string, submitted: string) => ({
  begunAt: at(begun),
  submittedAt: at(submitted),
  passed: false,
});

describe('the next attempt', () => {
  it('begins at once where there was none, and goes on where one is open', () => {
    expect(nextAttempt(course, [], at('01T08:00'))).toEqual({ may: 'begin', left: 2 });
    const open = { begunAt: at('01T08:00'), submittedAt: null, passed: false };
    expect(nextAttempt(course, [open], at('09T08:00'))).toEqual({ may: 'continue' });
  });

  it('waits from the moment the last one was submitted, to the minute', () => {
    const sat = [failed('01T08:00', '01T08:30')];
    expect(nextAttempt(course, sat, at('02T08:29'))).toEqual({ may: 'wait', until: at('02T08:30') });
    expect(nextAttempt(course, sat, at('02T08:30'))).toEqual({ may: 'begin', left: 1 });
    expect(nextAttempt({ ...course, waitHours: 0 }, sat, at('01T08:30'))).toEqual({ may: 'begin', left: 1 });
  });

  it('is for somebody to open when none is left', () => {
    const sat = [failed('01T08:00', '01T08:30'), failed('03T08:00', '03T08:30')];
    expect(nextAttempt(course, sat, at('30T08:00'))).toEqual({ may: 'ask' });
  });

  it('does not wait after one that was passed: a renewal is no second try', () => {
    const sat = [{ ...failed('01T08:00', '01T08:30'), passed: true }];
    expect(nextAttempt(course, sat, at('01T09:00'))).toEqual({ may: 'begin', left: 1 });
  });
});

describe('what passing gives', () => {
  it('is one completion a topic, valid until the same day of the month', () => {
    const day = parseDay('2024-02-29') ?? 0;
    expect(completionsOf({ topics: ['counter-espionage', 'pre-departure'], validMonths: 12 }, day)).toEqual([
      { topic: 'counter-espionage', completedOn: day, validUntil: parseDay('2025-02-28') },
      { topic: 'pre-departure', completedOn: day, validUntil: parseDay('2025-02-28') },
    ]);
  });
});

describe('the reviews of a course', () => {
  const { hash } = smallCourse();
  const review = (by: string, of = hash): string => `- { by: ${by}, on: 2026-03-01, hash: "${of}" }\n`;
  const read = (...reviews: string[]) => smallCourse({ 'reviews.yaml': reviews.join('') });

  it('are of two people, each once, of the content as it stands', () => {
    expect(isReviewed(smallCourse())).toBe(false);
    expect(isReviewed(read(review('甲')))).toBe(false);
    expect(isReviewed(read(review('甲'), review('甲')))).toBe(false);
    expect(isReviewed(read(review('甲'), review('乙', `sha256:${'0'.repeat(64)}`)))).toBe(false);
    const both = read(review('甲'), review('乙'));
    expect(reviewsThatCount(both).map(({ by }) => by)).toEqual(['甲', '乙']);
    expect(isReviewed(both)).toBe(true);
  });

  it('do not change the content they speak of', () => {
    expect(read(review('甲')).hash).toBe(hash);
  });
});

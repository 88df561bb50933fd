import { parseDay } from '@sallyport/core/calendar';
import {
  countBegun,
  coverageOf,
  type DutyColumns,
  decisionsOf,
  generate,
  groupsOf,
  impactOf,
  link,
  mostUrgent,
  opensGate,
  questionOf,
  runKernel,
  statusCodes,
  worst,
} from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { describe, expect, test } from 'vitest';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { readRegister } from '../../packages/cli/src/register/read-folder.ts';

const law = lawOf();
const { register } = await readRegister(new URL('../../packages/cli/demo', import.meta.url).pathname);
const asOf = parseDay('2026-11-23') ?? 0;
const start = parseDay('2023-09-01');
const question = questionOf(law, register, asOf, calendars());
const results = runKernel(link(generate(question, vocabulary), question, register));
const total = (list: readonly DutyColumns[]): number => list.reduce((sum, duties) => sum + duties.count, 0);

describe('coverage', () => {
  const coverage = coverageOf(law, results, asOf, start);

  test('counts every duty that has begun once, by instrument', () => {
    const ahead = results.reduce(
      (sum, duties) => sum + duties.period.subarray(0, duties.count).filter((day) => day > asOf).length,
      0,
    );
    const counted = coverage.reduce((sum, { byStatus }) => sum + Object.values(byStatus).reduce((a, b) => a + b, 0), 0);
    expect(counted).toBe(total(results) - ahead);
    expect(ahead).toBeGreaterThan(0);
  });

  test('keeps backlog in the denominator', () => {
    const backlog = coverage.reduce((sum, one) => sum + one.backlog, 0);
    expect(backlog).toBeGreaterThan(0);
    expect(coverageOf(law, results, asOf, null).map((one) => one.owed)).toEqual(coverage.map((one) => one.owed));
  });

  test('never settles more than is owed, and leaves void and waived out', () => {
    for (const { byStatus, owed, settled } of coverage) {
      expect(settled).toBeLessThanOrEqual(owed);
      expect(owed + byStatus.void + byStatus.waived + byStatus.pending).toBe(
        Object.values(byStatus).reduce((a, b) => a + b, 0),
      );
    }
  });
});

describe('groups', () => {
  const groups = groupsOf(law.rules, results);

  test('hold each duty once and show the worst status', () => {
    const held = groups.flatMap((group) =>
      group.members.map(({ duties, at }) => `${duties.rule} ${duties.revision} ${at}`),
    );
    expect(held).toHaveLength(total(results));
    expect(new Set(held).size).toBe(held.length);
    for (const group of groups) {
      const members = group.members.map(({ duties, at }) => statusCodes[duties.status[at] ?? 0] ?? 'void');
      expect(members).toContain(group.status);
      expect(worst([...members, 'void'])).toBe(group.status);
    }
    expect(groups.some((group) => group.members.length > 1)).toBe(true);
  });

  test('hold a gate by every status but met, late, waived and void', () => {
    expect(statusCodes.filter(opensGate)).toEqual(['met', 'late', 'waived', 'void']);
  });
});

test('the most urgent are open, what is longest overdue first, and then what comes up soonest', () => {
  const urgent = mostUrgent(law.rules, results, asOf, start, 10);
  expect(urgent).toHaveLength(10);
  const dates = urgent.map(({ due }) => due);
  expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  for (const { duties, at } of urgent) expect(['overdue', 'pending']).toContain(statusCodes[duties.status[at] ?? 0]);
  // Of those the list left out none is earlier than its last.
  const all = mostUrgent(law.rules, results, asOf, start, 100_000);
  expect(all.slice(0, 10)).toEqual(urgent);
  const open = results.flatMap((duties) => [...duties.status.subarray(0, duties.count)]);
  expect(all.length).toBeGreaterThan(100);
  expect(all.length).toBeLessThanOrEqual(
    open.filter((code) => ['overdue', 'pending'].includes(statusCodes[code] ?? '')).length,
  );
  expect(Math.min(...all.slice(10).map(({ due }) => due))).toBeGreaterThanOrEqual(dates.at(-1) ?? 0);
  const statuses = all.map(({ duties, at }) => statusCodes[duties.status[at] ?? 0]);
  expect(statuses.lastIndexOf('overdue')).toBeLessThan(statuses.indexOf('pending'));
});

describe('impact', () => {
  test('of no change is nothing', () => expect(impactOf(results, results, register, asOf)).toEqual([]));

  test('of a rule taken away is its duties lost, and put back is its duties gained', () => {
    const rule = 'cn-cq-2023/debrief-after-return';
    const without = results.filter((duties) => duties.rule !== rule);
    const lost = impactOf(results, without, register, asOf);
    expect(lost).toHaveLength(results.find((duties) => duties.rule === rule)?.count ?? -1);
    expect(new Set(lost.map((line) => line.change))).toEqual(new Set(['lost']));
    expect(impactOf(without, results, register, asOf).every((line) => line.change === 'gained')).toBe(true);
  });

  test('leaves a period to come out until it begins', () => {
    const isAhead = (duties: DutyColumns): boolean => decisionsOf(duties).some(({ period }) => (period ?? 0) > asOf);
    const { rule } = results.find(isAhead) ?? { rule: '' };
    const own = results.filter((duties) => duties.rule === rule);
    const all = own.flatMap(decisionsOf);
    const ahead = all.filter(({ period }) => (period ?? 0) > asOf);
    expect(ahead.length).toBeGreaterThan(0);
    expect(impactOf([], own, register, asOf)).toHaveLength(all.length - ahead.length);
    expect(impactOf([], own, register, Math.max(...ahead.map(({ period }) => period ?? 0)))).toHaveLength(all.length);
    expect(countBegun(own, asOf)).toBe(all.length - ahead.length);
  });

  test('of a shorter time for the debrief moves dates and names both', () => {
    const shorter = {
      ...question,
      settings: new Map([...question.settings, ['debriefWithin', [{ from: 0, value: 86_400_000_000 }]]]),
    };
    const after = runKernel(link(generate(shorter, vocabulary), shorter, register));
    const moved = impactOf(results, after, register, asOf);
    expect(moved.length).toBeGreaterThan(0);
    for (const line of moved) {
      expect(line.change).toBe('moved');
      expect(line.after?.due).toBeLessThan(line.before?.due ?? 0);
    }
  });
});

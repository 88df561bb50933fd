import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packsFolder } from '@sallyport/packs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answersTo,
  bank,
  general,
  installed,
  law,
  learner,
  learning,
  li,
  machine,
  officer,
  type Paper,
  roomWith,
} from '../../../../../tests/education/learning.ts';
import { privacyRooms } from '../../../../../tests/people/privacy-rooms.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { createCourses } from './courses.ts';

eachInstallation((installation) => {
  const { database, ownerClient } = installation;
  const { asked, run, ask, refused, notAsked, read, begin, sit, mine, rooms } = learning(installation);

  test('lessons are opened and acknowledged before an attempt, and only their days are kept', async () => {
    const lesson = { course: 'general', lesson: 'the-law' };
    expect(await refused('education.acknowledgeLesson', lesson)).toEqual(['education.open-first']);
    expect(await refused('education.openLesson', { ...lesson, lesson: 'none' })).toEqual(['education.no-such-lesson']);
    expect(await refused('education.begin', { course: 'general' })).toEqual(['education.lessons-first']);
    await read();
    expect((await mine()).lessons.map(({ acknowledged }) => acknowledged)).toEqual(Array(5).fill('2026-11-23'));
    expect(rooms().entries.every(({ dayOnly }) => dayOnly)).toBe(true);
    const { rows } = await ownerClient.query<{ type: string }>(
      `SELECT data_type AS type FROM information_schema.columns WHERE table_name = 'course_reading' AND data_type LIKE 'time%'`,
    );
    expect(rows).toEqual([]);
  });

  test('the paper is the same whenever it is asked for, and another attempt has another', async () => {
    await read();
    const attempt = await begin();
    const first = await ask<Paper>('education.attempt', { attempt });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.integer({ min: 1, max: 20 }).map(String), fc.subarray(['A', 'B', 'C'])),
        async (answers) => {
          await run('education.save', { attempt, answers });
          const again = await ask<Paper>('education.attempt', { attempt });
          expect(again.paper).toEqual(first.paper);
          expect(again.answers).toEqual(answers);
          expect(await begin()).toBe(attempt);
        },
      ),
      { numRuns: 15 },
    );
    const other = await begin('general', (await read('general', officer), officer));
    expect((await ask<Paper>('education.attempt', { attempt: other }, officer)).paper).not.toEqual(first.paper);
  });

  test('nothing of the key is in any answer before submission, and the result says it afterwards', async () => {
    await read();
    for (const course of ['travel', 'hosts', 'handlers']) await read(course);
    await mine();
    for (const course of installed.keys()) {
      const attempt = await begin(course);
      await ask<Paper>('education.attempt', { attempt });
      await run('education.save', { attempt, answers: { 1: ['A'] } });
      expect(await notAsked('education.result', { attempt })).toEqual(['education.not-submitted']);
    }
    const said = asked.join('\n');
    const { rows } = await ownerClient.query<{ seed: string }>('SELECT seed FROM course_attempt');
    expect(rows).toHaveLength(4);
    for (const { seed } of rows) expect(said.includes(seed)).toBe(false);
    const reasons = [...bank.values()].flatMap(({ key }) => key.tell().flatMap(({ why }) => [why.zh, why.en]));
    expect(reasons.length).toBeGreaterThan(500);
    // A reason of two characters could be found anywhere.
    const long = reasons.filter((why) => why.length > 12);
    expect(long.filter((why) => said.includes(JSON.stringify(why).slice(1, -1)))).toEqual([]);
    expect(said).not.toMatch(/"(?:right|why|key|seed|order|hash)"/);
    const attempt = await begin();
    const paper = await ask<Paper>('education.attempt', { attempt });
    await run('education.submit', { attempt, answers: answersTo(paper) });
    expect(await notAsked('education.attempt', { attempt })).toEqual(['education.submitted-already']);
    expect(JSON.stringify(await ask('education.result', { attempt }))).toContain('"why"');
  });

  test('whoever fails waits to the minute, is opened to by somebody else when none is left, and passes', async () => {
    await read();
    const first = await sit(general.categories.length);
    expect(await ask('education.result', { attempt: first })).toMatchObject({
      passed: false,
      of: 15,
      right: 10,
      percent: 66,
    });
    expect(await mine()).toMatchObject({ next: { may: 'wait', until: '2026-11-24T04:00:00.000Z' }, validUntil: null });
    expect(await refused('education.begin', { course: 'general' })).toEqual(['education.wait']);
    const reason = { course: 'general', person: 'li', reason: '已经当面沟通' };
    expect(await refused('education.reopen', reason, officer)).toEqual(['education.attempts-left']);
    rooms().clock.set('2026-11-24T11:59:00+08:00');
    expect(await refused('education.begin', { course: 'general' })).toEqual(['education.wait']);
    for (const day of ['24', '25']) {
      rooms().clock.set(`2026-11-${day}T12:00:00+08:00`);
      await sit(9);
    }
    rooms().clock.set('2026-12-24T12:00:00+08:00');
    expect(await mine()).toMatchObject({ next: { may: 'ask' } });
    expect(await refused('education.begin', { course: 'general' })).toEqual(['education.no-attempts-left']);
    expect(await refused('education.reopen', { ...reason, person: 'wang' }, officer)).toEqual([
      'education.not-oneself',
    ]);
    expect(await refused('education.reopen', reason, li)).toEqual(['request.not-allowed']);
    await run('education.reopen', reason, officer);
    const passed = await sit(3);
    expect(await ask('education.result', { attempt: passed })).toMatchObject({ passed: true, right: 12, percent: 80 });
    expect(await mine()).toMatchObject({ next: { may: 'begin', left: 3 }, validUntil: '2027-12-24' });
  });

  test('passing writes a completion through the register, which settles the duties of the person, and says so in the journal', async () => {
    expect((await mine()).duties).toMatchObject([{ clauses: [{ id: 'cn-cel-2023/art-18' }] }]);
    await read();
    await sit(0);
    const { rows } = await ownerClient.query(
      `SELECT id, person, topic, completed_on::text, valid_until::text FROM fact_completion`,
    );
    expect(rows).toMatchObject([
      { person: 'li', topic: 'counter-espionage', completed_on: '2026-11-23', valid_until: '2027-11-23' },
    ]);
    expect(rooms().touched).toContain(`completion/${(rows[0] as { id: string }).id}`);
    expect(rooms().entries.at(-1)?.fields).toMatchObject({
      course: 'general',
      completions: rows.map(({ id }) => ({ id })),
    });
    // Renewal: a completion of its own, and the old one stays.
    rooms().clock.set('2027-11-01T12:00:00+08:00');
    await sit(0);
    expect((await mine()).validUntil).toBe('2028-11-01');
    expect((await ownerClient.query('SELECT 1 FROM fact_completion')).rowCount).toBe(2);
  });

  test('an attempt is submitted once, and by whom it belongs to: for everybody else there is none', async () => {
    await read();
    const attempt = await begin();
    for (const by of [officer, learner('wang'), machine]) {
      expect(await notAsked('education.attempt', { attempt }, by)).toEqual(['request.not-found']);
      expect(await notAsked('education.result', { attempt }, by)).toEqual(['request.not-found']);
      expect(await refused('education.save', { attempt, answers: {} }, by)).toEqual(['request.not-found']);
      expect(await refused('education.submit', { attempt, answers: {} }, by)).toEqual(['request.not-found']);
    }
    await run('education.submit', { attempt, answers: {} });
    for (const name of ['education.save', 'education.submit'])
      expect(await refused(name, { attempt, answers: {} })).toEqual(['education.submitted-already']);
    const nobodysAccount = { ...li, person: null };
    expect(await notAsked('education.mine', {}, nobodysAccount)).toEqual(['education.no-person']);
    // Of answers the journal holds nothing.
    expect(JSON.stringify(rooms().entries)).not.toMatch(/answers|seed/);
  });

  test('an attempt goes on with the content it began with, and is refused where that is no longer what it was', async () => {
    await read();
    const attempt = await begin();
    const { paper } = await ask<Paper>('education.attempt', { attempt });
    // As after an upgrade: the course of that name is another by now, and the one of then is kept.
    const changed = mkdtempSync(join(tmpdir(), 'sallyport-courses-'));
    try {
      cpSync(join(packsFolder, 'courses'), changed, { recursive: true });
      const course = join(changed, 'general/course.yaml');
      writeFileSync(course, readFileSync(course, 'utf8').replace('draw: 3', 'draw: 5'));
      const upgraded = privacyRooms(database, { rooms: [roomWith(createCourses(law, changed), database)] });
      expect(await upgraded.ask('education.attempt', { attempt }, li)).toMatchObject({ paper });
      expect(await upgraded.refused('run', 'education.begin', { course: 'general' }, officer)).toEqual([
        'education.lessons-first',
      ]);
      await ownerClient.query(`UPDATE course_content SET files = files || '{"course.yaml": "id: general"}'`);
      const again = privacyRooms(database, { rooms: [roomWith(createCourses(law, changed), database)] });
      expect(await again.refused('ask', 'education.attempt', { attempt }, li)).toEqual(['education.content-gone']);
    } finally {
      rmSync(changed, { recursive: true });
    }
    expect(paper.questions).toHaveLength(15);
  });

  test('two that begin at once begin one attempt', async () => {
    await read();
    const begun = await Promise.all([begin(), begin(), begin()]);
    expect(new Set(begun).size).toBe(1);
  });
});

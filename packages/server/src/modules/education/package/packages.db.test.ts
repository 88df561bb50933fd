import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { law, learner, learning, li, officer, roomWith } from '../../../../../../tests/education/learning.ts';
import { type PrivacyRooms, privacyRooms } from '../../../../../../tests/people/privacy-rooms.ts';
import { eachInstallation } from '../../../../../../tests/support/installations.ts';
import { packageOf, quiz } from '../../../../../../tests/support/scorm.ts';
import { packagePages } from '../../../pages/packages/routes.ts';
import { createFiles } from '../../../platform/files/files.ts';
import { createSealer } from '../../../platform/secrets/sealer.ts';
import { type FilesRoom, filesRoom, packageKind } from '../../files/index.ts';
import { createCourses } from '../courses.ts';
import { createDoor } from './door.ts';
import { opensGate } from './gated.ts';
import { createGivePackage } from './give.ts';

const about = { title: '保密课件', topic: 'counter-espionage', validMonths: 12, counts: 'passed' };
const said = { location: '第2页', suspendData: 'seen=1', ended: false };
const origin = 'https://sallyport.example';

eachInstallation((installation) => {
  const { database, ownerClient } = installation;
  // Its register, with somebody who learns in it.
  learning(installation);
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-packages-'));
  let rooms: PrivacyRooms;
  let evidence: FilesRoom;
  let pages: ReturnType<typeof packagePages>;

  beforeAll(() => {
    const clock = { now: () => rooms.clock.now() };
    const sealer = createSealer({ key: createSecretKey(randomBytes(32)) });
    evidence = filesRoom({
      database,
      clock,
      files: createFiles({ folder, sealer }),
      sealingKey: createSecretKey(randomBytes(32)),
      noteErased: async () => undefined,
    });
    rooms = privacyRooms(database, { rooms: [evidence, roomWith(createCourses(law), database, evidence, clock)] });
    const door = createDoor(createSecretKey(Buffer.alloc(32)), clock);
    const give = createGivePackage({ database, door, bytesOf: evidence.bytesOf });
    pages = packagePages({ give, origins: () => [origin] });
  });
  beforeEach(async () => {
    rooms.entries.length = 0;
    rooms.clock.set('2026-11-23T12:00:00+08:00');
    for (const table of ['package_run', 'learning_package', 'evidence_file', 'fact_completion'])
      await ownerClient.query(`DELETE FROM ${table}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const sent = async (zip: Buffer, as?: 'package', name = '课件.zip'): Promise<string> => {
    const received = await evidence.receive(officer, { name, source: [zip], ...(as === undefined ? {} : { as }) });
    return received.ok ? received.ticket : received.code;
  };
  const bring = async (more: object = {}): Promise<string> => {
    const ticket = await sent(packageOf(quiz), 'package');
    return ((await rooms.one('education.bringPackage', { ...about, ...more, ticket }, officer)) as { package: string })
      .package;
  };
  const inForce = async (more: object = {}): Promise<string> => {
    const id = await bring(more);
    await ownerClient.query(`UPDATE learning_package SET state = 'in-force' WHERE id = $1`, [id]);
    return id;
  };
  type Begun = { readonly run: string; readonly path: string };
  const begin = async (id: string, by = li) =>
    (await rooms.one('education.beginPackage', { package: id }, by)) as Begun;
  const track = (run: string, verb: string, more: object = {}, by = li) =>
    rooms.one('education.trackPackage', { run, verb, ...said, ...more }, by);
  const runs = async () => (await ownerClient.query('SELECT * FROM package_run ORDER BY begun_on, id')).rows;
  const fetched = (path: string, headers: Record<string, string> = {}) =>
    pages.request(`${origin}${path}`, { headers });

  test('a package is looked at as it comes, and is no evidence, as evidence is no package', async () => {
    expect(await sent(packageOf(quiz))).toBe('file.archive');
    expect(await sent(packageOf({ ...quiz, 'a.txt': '绝密★启用前' }), 'package')).toBe('file.marked');
    expect(await sent(Buffer.from('no zip'), 'package')).toBe('file.package-damaged');
    const member = { ...learner('li') };
    const sending = evidence.receive(member, { name: 'a.zip', source: [packageOf(quiz)], as: 'package' });
    await expect(sending).rejects.toMatchObject({ refusals: [{ code: 'request.not-allowed' }] });
    const ticket = await sent(packageOf(quiz), 'package');
    const fact = { kind: 'person', id: 'li', ticket };
    expect(await rooms.refused('run', 'files.add', fact, officer)).toEqual(['files.ticket-not-valid']);
    const text = await sent(Buffer.from('a,b\n1,2\n'), undefined, 'a.csv');
    expect(await rooms.refused('run', 'education.bringPackage', { ...about, ticket: text }, officer)).toEqual([
      'files.ticket-not-valid',
    ]);
    expect(await rooms.refused('run', 'education.bringPackage', { ...about, ticket }, li)).toEqual([
      'request.not-allowed',
    ]);
    const { rows } = await ownerClient.query('SELECT kind FROM evidence_file');
    expect(rows).toEqual([]);
    const id = await bring();
    expect((await ownerClient.query('SELECT kind, fact, person FROM evidence_file')).rows).toEqual([
      { kind: packageKind, fact: id, person: null },
    ]);
  });

  test('no package teaches what a gate waits for', async () => {
    expect(opensGate(law, 'pre-departure')).toBe(true);
    expect(opensGate(law, 'counter-espionage')).toBe(false);
    const ticket = await sent(packageOf(quiz), 'package');
    const gated = { ...about, topic: 'pre-departure', ticket };
    expect(await rooms.refused('run', 'education.bringPackage', gated, officer)).toEqual(['education.package-gates']);
  });

  test('one that two have not agreed on is played by nobody', async () => {
    const id = await bring();
    expect(await rooms.refused('run', 'education.beginPackage', { package: id }, li)).toEqual([
      'education.package-not-so',
    ]);
    expect(await rooms.ask('education.myPackages', {}, li)).toEqual({ packages: [] });
    const { path } = (await rooms.ask('education.tryPackage', { package: id }, officer)) as Begun;
    expect((await fetched(path)).status).toBe(200);
    expect(await rooms.refused('ask', 'education.tryPackage', { package: id }, li)).toEqual(['request.not-allowed']);
  });

  test('failed and passed: the completion is written once, and the duty that asks for it is shown beside the package', async () => {
    const id = await inForce();
    const first = await begin(id);
    expect(await begin(id)).toMatchObject({ run: first.run });
    expect(await track(first.run, 'failed', { ended: true })).toEqual({ run: first.run, counted: false });
    expect((await ownerClient.query('SELECT 1 FROM fact_completion')).rowCount).toBe(0);
    expect(
      await rooms.refused('run', 'education.trackPackage', { run: first.run, verb: 'passed', ...said }, li),
    ).toEqual(['education.run-over']);
    expect(await rooms.ask('education.myPackages', {}, li)).toMatchObject({
      packages: [
        { package: id, last: { verb: 'failed', on: '2026-11-23' }, validUntil: null, duties: [{ due: '2026-12-01' }] },
      ],
    });
    const second = await begin(id);
    expect(second.run).not.toBe(first.run);
    expect(await track(second.run, 'passed')).toEqual({ run: second.run, counted: true });
    await track(second.run, 'failed');
    await track(second.run, 'passed', { ended: true });
    const { rows } = await ownerClient.query(
      'SELECT person, topic, completed_on::text, valid_until::text FROM fact_completion',
    );
    expect(rows).toEqual([
      { person: 'li', topic: 'counter-espionage', completed_on: '2026-11-23', valid_until: '2027-11-23' },
    ]);
    expect((await ownerClient.query('SELECT 1 FROM course_certificate')).rowCount).toBe(0);
    expect(rooms.touched.filter((fact) => fact.startsWith('completion/')).length).toBe(1);
  });

  test('going through it is enough where that was said, and only there', async () => {
    const strict = await begin(await inForce());
    expect(await track(strict.run, 'completed', { ended: true })).toMatchObject({ counted: false });
    const open = await begin(await inForce({ counts: 'completed' }));
    expect(await track(open.run, 'attempted')).toMatchObject({ counted: false });
    expect(await track(open.run, 'completed')).toMatchObject({ counted: true });
  });

  test('where somebody is in it is kept while it goes on, and nothing but days and one of four words when it ends', async () => {
    const id = await inForce();
    const { run, path } = await begin(id);
    await track(run, 'attempted', { suspendData: 'seen=\0"</script>' });
    const script = await (await fetched(`${path.slice(0, path.lastIndexOf('/'))}/__sallyport.js`)).text();
    expect(script).toContain('第2页');
    expect(script).not.toContain('</script>');
    await track(run, 'failed', { ended: true });
    expect(await runs()).toMatchObject([{ verb: 'failed', location: null, suspend_data: null }]);
    const { rows } = await ownerClient.query<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'package_run' AND data_type LIKE 'time%'`,
    );
    expect(rows).toEqual([]);
    const journal = JSON.stringify(rooms.entries);
    expect(journal).not.toMatch(/seen=|第2页|failed/);
    expect(
      rooms.entries.filter(({ action }) => /beginPackage|trackPackage/.test(action)).every(({ dayOnly }) => dayOnly),
    ).toBe(true);
  });

  test('a run is its own: for everybody else, whatever their role, there is none', async () => {
    const { run } = await begin(await inForce());
    for (const by of [officer, learner('wang')])
      expect(await rooms.refused('run', 'education.trackPackage', { run, verb: 'passed', ...said }, by)).toEqual([
        'request.not-found',
      ]);
    for (const wrong of [
      { verb: 'experienced' },
      { verb: 'passed', score: 1 },
      { verb: 'passed', suspendData: 'x'.repeat(64_001) },
    ])
      expect(await rooms.refused('run', 'education.trackPackage', { run, ...said, ...wrong }, li)).not.toEqual([]);
  });

  test('two that begin at once begin one run; once it counted and was left open, the next begins anew', async () => {
    const id = await inForce();
    const begun = await Promise.all([begin(id), begin(id), begin(id)]);
    expect(new Set(begun.map(({ run }) => run)).size).toBe(1);
    await track(begun[0].run, 'passed');
    expect((await begin(id)).run).not.toBe(begun[0].run);
    expect((await runs()).filter(({ ended_on: ended }) => ended === null)).toHaveLength(1);
  });

  test('its files come under the address that was given, each in a box, and the script before all of a page’s own', async () => {
    const { path } = await begin(await inForce());
    const page = await fetched(path);
    const base = path.slice(0, path.lastIndexOf('/') + 1);
    expect(page.headers.get('content-type')).toBe('text/html');
    expect(await page.text()).toContain('<head><script src="__sallyport.js"></script><meta charset="utf-8">');
    for (const at of [
      path,
      `${base}js/api.js`,
      `${base}__sallyport.js`,
      `${base}none.html`,
      `${base}..%2f..%2fetc`,
      '/packages/x',
    ]) {
      const { headers } = await fetched(at);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain('sandbox allow-scripts;');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/allow-same-origin|allow-top-navigation|allow-popups|allow-forms|\*|'self'/);
    }
    expect((await fetched(path)).headers.get('content-security-policy')).toContain(`connect-src ${origin}${base};`);
    const part = await fetched(`${base}js/api.js`, { range: 'bytes=1-3' });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 3]);
    expect((await fetched(`${base}js/api.js`, { range: 'bytes=999999-' })).status).toBe(416);
    for (const at of [
      `${base}none.html`,
      `${base}../../api/identity/me`,
      `${base}%E0%A4%A`,
      `/packages/${'A'.repeat(80)}/index.html`,
    ])
      expect([at, (await fetched(at)).status]).toEqual([at, 404]);
  });

  test('the address ends with its time, and with the package, whose file goes and whose runs end', async () => {
    const id = await inForce();
    const { run, path } = await begin(id);
    expect((await fetched(path)).status).toBe(200);
    rooms.clock.set('2026-11-24T00:01:00+08:00');
    expect((await fetched(path)).status).toBe(404);
    const again = await begin(id);
    await rooms.run('education.withdrawPackage', [{ package: id }], officer);
    expect((await fetched(again.path)).status).toBe(404);
    expect((await ownerClient.query('SELECT 1 FROM evidence_file')).rowCount).toBe(0);
    expect(await runs()).toMatchObject([{ ended_on: expect.anything() }]);
    expect(await rooms.refused('run', 'education.trackPackage', { run, verb: 'passed', ...said }, li)).toEqual([
      'education.run-over',
    ]);
    expect(await rooms.refused('run', 'education.withdrawPackage', { package: id }, officer)).toEqual([
      'education.package-not-so',
    ]);
  });
});

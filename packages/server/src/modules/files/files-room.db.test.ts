import { createHash, createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eraseByTwo, type PrivacyRooms, privacyRooms, staffMember } from '../../../../../tests/people/privacy-rooms.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { type Actor, nobody } from '../../platform/actions/actor.ts';
import { createAsker } from '../../platform/actions/asker.ts';
import { createRunner } from '../../platform/actions/runner.ts';
import { createFiles } from '../../platform/files/files.ts';
import { createApi } from '../../platform/http/app.ts';
import { catalogueOf } from '../../platform/http/catalogue.ts';
import { securityHeaders } from '../../platform/http/security-headers.ts';
import { createSealer } from '../../platform/secrets/sealer.ts';
import { eraseFilesOfSubjects, filesRoom, sweepFiles } from './index.ts';

const org = 'org-files';
const officer: Actor = { ...actorOf(org, 'security-officer'), fresh: true };
const liaison: Actor = { ...actorOf(org, 'unit-liaison', { unit: 'unit-a' }), fresh: true };
const machine: Actor = { ...nobody(org), via: 'machine' };
const text = Buffer.from('签到表\n张三 2026-03-02\n');
const fact = { kind: 'completion', id: 'completion-1' };

eachInstallation(({ database, ownerClient }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
  const key = () => createSecretKey(randomBytes(32));
  const files = createFiles({ folder, sealer: createSealer({ key: key() }) });
  let rooms: PrivacyRooms;
  let app: Hono;
  let actor: Actor = officer;

  const onDisk = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const rows = async (): Promise<string[]> =>
    (await ownerClient.query<{ id: string }>('SELECT id FROM evidence_file ORDER BY id')).rows.map(({ id }) => id);

  beforeAll(async () => {
    const clock = { now: () => rooms.clock.now() };
    const evidence = filesRoom({
      database,
      clock,
      files,
      sealingKey: key(),
      noteErased: (context, gone) => rooms.noteErased(context, gone),
    });
    rooms = privacyRooms(database, {
      rooms: [evidence],
      parts: { values: { eraseOfSubjects: eraseFilesOfSubjects, eraseOfPersons: async () => 0 } },
    });
    const parts = {
      database,
      clock,
      dayOf: (instant: number) => Math.floor((instant + 8 * 3_600_000_000) / 86_400_000_000),
      journal: { append: async () => undefined },
      duties: { touched: async () => new Map(), changing: () => undefined, settle: async () => undefined },
      jobs: { send: async () => undefined },
      repeatSecret: createSecretKey(new Uint8Array(32).fill(3)),
      seen: { record: async () => undefined },
    };
    const api = createApi({
      catalogue: catalogueOf([evidence]),
      run: createRunner(parts),
      ask: createAsker(parts),
      say: (code) => code,
      authenticate: async () => actor,
      addressOf: () => randomUUID(),
      receive: evidence.receive,
      openApi: () => ({}),
      recordFault: (_reference, _route, error) => {
        throw error;
      },
    });
    app = new Hono().use(securityHeaders).route('/api', api);
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    const unit = { organisation: org, name: '一部', establishedOn: '2020-01-01' };
    await rooms.run('register.record', [{ kind: 'organisation', id: org, fields: house }], officer);
    for (const id of ['unit-a', 'unit-b'])
      await rooms.run('register.record', [{ kind: 'unit', id, fields: unit }], officer);
    for (const [id, of] of [
      ['li', 'unit-a'],
      ['wang', 'unit-b'],
    ]) {
      const fields = { organisation: org, unit: of, name: id, standing: 'employee', joinedOn: '2021-03-01' };
      await rooms.run('register.import', [{ kind: 'person', id, fields }], machine);
    }
    for (const [id, person] of [
      ['completion-1', 'li'],
      ['completion-2', 'wang'],
    ]) {
      const fields = { person, topic: 'counter-espionage', completedOn: '2026-03-02', validUntil: '2027-03-02' };
      await rooms.run('register.import', [{ kind: 'completion', id, fields }], machine);
    }
  });
  beforeEach(async () => {
    actor = officer;
    await ownerClient.query('DELETE FROM evidence_file');
    await ownerClient.query('DELETE FROM legal_hold');
    for (const path of onDisk()) rmSync(path);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const upload = async (name: string, body: Buffer, type = 'application/octet-stream') => {
    const response = await app.request(`/api/uploads?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': type, 'accept-language': 'en' },
      body: new Uint8Array(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const ticketOf = async (name = '签到.txt', body = text): Promise<string> =>
    (await upload(name, body)).body['ticket'] ?? '';
  const add = async (to = fact, ticket?: string): Promise<string> => {
    const done = await rooms.one('files.add', { ...to, ticket: ticket ?? (await ticketOf()) }, officer);
    return (done as { file: string }).file;
  };
  const download = (file: string) => app.request(`/api/files/open?file=${file}`);

  test('a file comes in, is listed as evidence, and goes out as it was, as an attachment and nothing else', async () => {
    const file = await add();
    const listed = (await rooms.ask('files.list', fact, officer)) as { items: Record<string, unknown>[] };
    expect(listed.items).toEqual([
      {
        file,
        name: '签到.txt',
        type: 'txt',
        size: text.length,
        sha256: createHash('sha256').update(text).digest('hex'),
        addedAt: expect.any(String),
      },
    ]);
    const response = await download(file);
    expect(Buffer.from(await response.arrayBuffer()).equals(text)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-length': String(text.length),
    });
    expect(onDisk().some((path) => readFileSync(path).includes('张三'))).toBe(false);
    expect(rooms.entries.at(-1)).toMatchObject({
      action: 'files.add',
      subject: 'completion/completion-1',
      person: 'li',
    });
  });

  test('what may not come in is refused in both languages, and nothing of it reaches the disk', async () => {
    for (const [name, body, status, code] of [
      ['a.txt', Buffer.from('机密★10年\n'), 422, 'file.marked'],
      ['b.zip', Buffer.from('PK\u0003\u0004'.padEnd(40, '\0')), 422, 'file.archive'],
      ['c.txt', Buffer.alloc(25 * 2 ** 20 + 1, 'a'), 413, 'file.too-large'],
      ['d.txt', Buffer.alloc(0), 422, 'file.empty'],
    ] as const) {
      const answer = await upload(name, body);
      expect([name, answer.status, answer.body['code']]).toEqual([name, status, code]);
      expect(answer.body['titles']).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: answer.body['title'] });
    }
    expect((await upload('e.txt', text, 'text/plain')).body['code']).toBe('request.invalid');
    expect(onDisk()).toEqual([]);
  });

  test('only somebody who could make it evidence uploads at all', async () => {
    actor = nobody(org);
    expect((await upload('a.txt', text)).status).toBe(401);
    actor = actorOf(org, 'administrator');
    expect((await upload('a.txt', text)).status).toBe(403);
    expect(onDisk()).toEqual([]);
  });

  test('a ticket is good once, for an hour, for the one who uploaded, and only as it was given', async () => {
    const ticket = await ticketOf();
    const refused = (given: string, by = officer) => rooms.refused('run', 'files.add', { ...fact, ticket: given }, by);
    expect(await refused(ticket, { ...officer, account: 'somebody-else' })).toEqual(['files.ticket-not-valid']);
    expect(await refused(`${ticket.slice(0, -2)}AA`)).toEqual(['files.ticket-not-valid']);
    await add(fact, ticket);
    expect(await refused(ticket)).toEqual(['files.ticket-not-valid']);
    const late = await ticketOf();
    rooms.clock.advance({ seconds: 3601 });
    expect(await refused(late)).toEqual(['files.ticket-not-valid']);
  });

  test('evidence is reached as its fact is: of another unit and another organisation there is none', async () => {
    const own = await add();
    const other = await add({ kind: 'completion', id: 'completion-2' });
    expect(await rooms.ask('files.open', { file: own }, liaison)).toMatchObject({ file: own });
    for (const [query, input] of [
      ['files.open', { file: other }],
      ['files.list', { kind: 'completion', id: 'completion-2' }],
    ] as const)
      expect(await rooms.refused('ask', query, input, liaison)).toEqual(['request.not-found']);
    expect(await rooms.refused('run', 'files.remove', { file: other, reason: '误传' }, liaison)).toEqual([
      'request.not-found',
    ]);
    const foreign = { ...actorOf('org-elsewhere', 'security-officer'), fresh: true };
    expect(await rooms.refused('ask', 'files.open', { file: own }, foreign)).toEqual(['request.not-found']);
  });

  test('what is removed has no key any more, is in the log outside the backup, and leaves the disk', async () => {
    const file = await add();
    const stays = await add();
    const remove = { file, reason: '误传' };
    expect(await rooms.refused('run', 'files.remove', remove, { ...officer, fresh: false })).toEqual([
      'request.step-up-first',
    ]);
    await ownerClient.query(
      `INSERT INTO legal_hold (org_id, id, kind, target, clause, from_day, until_day) VALUES ($1, 'h', 'person', 'li', 'c', '2026-01-01', '2026-12-31')`,
      [org],
    );
    expect(await rooms.refused('run', 'files.remove', remove, officer)).toEqual(['files.on-hold']);
    await ownerClient.query('DELETE FROM legal_hold');
    await rooms.one('files.remove', remove, officer);
    expect(await rows()).toEqual([stays]);
    expect((await download(file)).status).toBe(404);
    const { rows: noted } = await ownerClient.query('SELECT target FROM erasure WHERE org_id = $1 AND kind = $2', [
      org,
      'file',
    ]);
    expect(noted).toEqual([{ target: file }]);
    // An upload of a moment ago may still become evidence; a day later nobody holds its key.
    await ticketOf();
    expect(await sweepFiles({ database, files }, [org], Date.now())).toBe(0);
    const yesterday = new Date(Date.now() - 2 * 86_400_000);
    for (const path of onDisk()) utimesSync(path, yesterday, yesterday);
    expect(await sweepFiles({ database, files }, [org], Date.now())).toBe(2);
    expect(onDisk()).toHaveLength(1);
    expect((await download(stays)).status).toBe(200);
  });

  test('a file that is damaged where it lies is told apart from one that is not there', async () => {
    const file = await add();
    for (const path of onDisk()) rmSync(path);
    const response = await download(file);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([410, 'files.gone']);
  });

  test('evidence is erased with its fact, and with the person the fact is about', async () => {
    const removed = await add();
    const [ofLi, ofWang] = [await add(), await add({ kind: 'completion', id: 'completion-2' })];
    // What a restored backup brings back is erased again, a file by itself as well.
    await rooms.one('privacy.replayErasures', { erased: [{ kind: 'file', target: removed }] }, machine);
    expect(await rows()).toEqual([ofLi, ofWang].toSorted());
    await rooms.one('privacy.replayErasures', { erased: [{ kind: 'completion', target: 'completion-2' }] }, machine);
    expect(await rows()).toEqual([ofLi]);
    const signers = [
      await staffMember(ownerClient, org, 'security-officer'),
      await staffMember(ownerClient, org, 'counsel'),
    ] as const;
    await eraseByTwo(rooms, { person: 'li', reason: '本人要求' }, signers);
    expect(await rows()).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { type Field, type Kind, vocabulary } from '@sallyport/core/facts';
import { beforeAll, expect, test } from 'vitest';
import { eraseValuesOfPersons, eraseValuesOfSubjects } from '../../packages/server/src/modules/journal/index.ts';
import { erasableKinds } from '../../packages/server/src/modules/register/index.ts';
import { type Actor, nobody } from '../../packages/server/src/platform/actions/actor.ts';
import { eachInstallation } from '../support/installations.ts';
import { testJournal } from '../support/journals.ts';
import { organisationFlags } from '../support/organisation.ts';
import { actorOf } from '../support/rooms.ts';
import { dumpText, linesWith } from './dump.ts';
import { type PrivacyRooms, privacyRooms } from './privacy-rooms.ts';

const org = 'org-canary';
const officer: Actor = { ...actorOf(org, 'security-officer'), account: randomUUID(), fresh: true };
const counsel: Actor = { ...actorOf(org, 'counsel'), account: randomUUID(), fresh: true, session: 'another-session' };
const machine: Actor = { ...nobody(org), via: 'machine' };

/** Stands in every text about a person; the day in every day about a person. Neither stands anywhere else. */
const canary = 'canary-value';
const canaryDay = '2013-03-29';

const idOf = (kind: string): string => `one-${kind}`;
const personal = new Map(erasableKinds.map((each) => [each.kind.name, each]));

function valueOf(kind: Kind, name: string, field: Field): unknown {
  const about = field.personal !== 'no';
  if (field.type === 'ref')
    return field.to === 'organisation' ? org : field.to === kind.name ? null : idOf(field.to ?? '');
  if (field.type === 'text') return about ? `${canary}-${kind.name}-${name}` : '—';
  if (field.type === 'day') return about ? canaryDay : '2013-01-01';
  if (field.type === 'instant') return '2013-01-01T00:00:00Z';
  return field.type === 'boolean'
    ? false
    : field.type === 'integer'
      ? 1
      : (Object.keys(field.words ?? {})[0] ?? 'none');
}

const factOf = (kind: Kind) => ({
  kind: kind.name,
  id: idOf(kind.name),
  fields: Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, valueOf(kind, name, field)])),
});

/** Referred-to before referring, so that each can be recorded. */
function inOrder(): Kind[] {
  const [sorted, visited] = [new Set<Kind>(), new Set<string>(['organisation'])];
  const visit = (name: string): void => {
    const kind = vocabulary.kinds.get(name);
    if (kind === undefined || visited.has(name)) return;
    visited.add(name);
    for (const { to } of Object.values(kind.fields)) if (to !== undefined) visit(to);
    sorted.add(kind);
  };
  for (const { kind } of erasableKinds) visit(kind.name);
  return [...sorted];
}

/** Those that are decided and have actions of their own are put where those put them. */
const decided = new Set([
  'waiver',
  'override',
  'dutyAssignment',
  'reviewDecision',
  'conflictDecision',
  'handover',
  'setting',
]);

eachInstallation(({ database, ownerClient }) => {
  let rooms: PrivacyRooms;
  const known = async (): Promise<string[]> => linesWith(await dumpText(ownerClient), [canary, canaryDay]);

  beforeAll(async () => {
    rooms = privacyRooms(database, {
      parts: { values: { eraseOfSubjects: eraseValuesOfSubjects, eraseOfPersons: eraseValuesOfPersons } },
      runner: { journal: testJournal(database).port },
    });
    const house = { name: '示例单位', seat: 'cn', establishedOn: '2001-05-01', ...organisationFlags };
    await rooms.run('register.record', [{ kind: 'organisation', id: org, fields: house }], officer);
    const recorded = inOrder().filter(({ name }) => !decided.has(name));
    await rooms.run('register.record', recorded.map(factOf), officer);
    // What somebody was called before a correction is theirs as well.
    const correction = { fields: { name: `${canary}-corrected` }, reason: `${canary}-reason` };
    await rooms.one('register.correct', { kind: 'person', id: idOf('person'), version: 1, ...correction }, officer);
    await ownerClient.query(
      `INSERT INTO account (org_id, id, login, name, person, status, password_hash, made_at)
       VALUES ($1, 'a1', '${canary}-login', '${canary}-name', '${idOf('person')}', 'disabled', '${canary}-hash', '2013-01-01')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO account_session (org_id, id, hash, account, factors, started_at, used_at, idle_until, ends_at, proved_at, address, device)
       VALUES ($1, 's1', '', 'a1', '{}', now(), now(), now(), now(), now(), '${canary}-address', '${canary}-device')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO api_token (org_id, id, hash, account, label, scopes, second_factor, made_at, ends_at)
       VALUES ($1, 't1', '', 'a1', '${canary}-label', '{}', false, now(), now())`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO account_passkey (org_id, id, account, label, credential, public_key, counter, transports, made_at)
       VALUES ($1, 'p1', 'a1', '${canary}-passkey', '${canary}-credential', '', 0, '{}', now())`,
      [org],
    );
  }, 180_000);

  test('the canary stands in every personal text of every kind that is recorded, in its versions, in the journal and in the account', async () => {
    const lines = await known();
    const texts = [...personal.values()].flatMap(({ kind }) =>
      decided.has(kind.name)
        ? []
        : Object.entries(kind.fields).flatMap(([name, field]) =>
            field.personal !== 'no' && field.type === 'text' ? [`${canary}-${kind.name}-${name}`] : [],
          ),
    );
    expect(texts.filter((text) => !lines.some((line) => line.includes(text)))).toEqual([]);
    for (const table of [
      'fact_version',
      'journal_value',
      'account ',
      'account_session',
      'api_token',
      'account_passkey',
    ])
      expect([table, lines.some((line) => line.startsWith(`public.${table}`))]).toEqual([table, true]);
  });

  test('once the person is erased, nothing of theirs is found in a dump', async () => {
    const asked = await rooms.one(
      'privacy.erasePerson',
      { person: idOf('person'), reason: `${canary}-asked` },
      officer,
    );
    await rooms.one('privacy.confirmErasure', asked, counsel);
    // What names nobody in the register (the text of a report) stays until its own bound, and nothing else.
    const nobodys = erasableKinds.filter(({ wholeRow }) => !wholeRow).map(({ kind }) => kind.name);
    const left = (await known()).filter(
      (line) => !nobodys.some((kind) => line.includes(`${canary}-${kind}-`) || line.includes(idOf(kind))),
    );
    expect(left).toEqual([]);
  });

  test('what names nobody goes at its bound, and then the canary is found nowhere', async () => {
    rooms.clock.set('2040-01-01T00:00:00Z');
    const run = async () => (await rooms.one('privacy.eraseDue', {}, machine)) as { erased: number; missed: number };
    let last = await run();
    while (last.erased > 0) last = await run();
    expect(last.missed).toBe(0);
    expect(await known()).toEqual([]);
  }, 180_000);
});

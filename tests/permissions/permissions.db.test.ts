import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@sallyport/core/access';
import { vocabulary } from '@sallyport/core/facts';
import { beforeAll, expect, test } from 'vitest';
import { type Actor, nobody } from '../../packages/server/src/platform/actions/actor.ts';
import { type Refusal, Refused } from '../../packages/server/src/platform/actions/refusal.ts';
import { catalogueOf } from '../../packages/server/src/platform/http/catalogue.ts';
import { installJobs } from '../../packages/server/src/platform/jobs/install.ts';
import words from '../../packages/web/src/features/journal/words.en.json' with { type: 'json' };
import { eachInstallation } from '../support/installations.ts';
import { actorOf } from '../support/rooms.ts';
import { asking, installation, org, otherOrg, type Seat } from './installation.ts';
import { rollingBack, wholeProgram } from './program.ts';
import { type Lies, type Sample, samples } from './samples.ts';

/** `stopped by …`: refused for a reason that is no right and that the sample does not name; nothing in the file says so. */
type Answer = 'allow' | 'refuse' | 'hidden' | 'n/a' | `stopped by ${string}`;

const [heading = '', ...lines] = readFileSync(join(import.meta.dirname, '../../docs/permissions.csv'), 'utf8')
  .trim()
  .split('\n');

/** What has no object in another unit or organisation is not asked for there. */
const asked: Readonly<Record<Lies, readonly Seat[]>> = {
  unit: ['own', 'unit', 'far'],
  house: ['own', 'unit', 'far'],
  'house-new': ['own', 'unit'],
  mine: ['own', 'far'],
  'mine-new': ['own'],
  nowhere: ['own'],
};

/** Somebody fresh from their second factor: over the unit of the object, over another unit, or over all of another organisation. */
function actorAt(seat: Seat, role: Role | 'none', lies: Lies): Actor {
  if (role === 'none') return nobody(seat === 'far' ? otherOrg : org);
  const unit = seat === 'unit' ? 'unit-b' : seat === 'own' && lies === 'unit' ? 'unit-a' : null;
  const person = { own: 'li', unit: 'wang', far: 'far' }[seat];
  const account = `${seat}-${role}`;
  const actor = actorOf(seat === 'far' ? otherOrg : org, role, { unit, person });
  return { ...actor, account, session: `session-${account}`, fresh: true };
}

const refusals = new Set([
  'request.not-allowed',
  'request.sign-in-first',
  'request.second-factor-first',
  'request.step-up-first',
  'identity.not-yours-to-give',
]);

function answerOf({ code, details }: Refusal, stops: readonly string[]): Answer {
  if (code === 'request.invalid') throw new Error(`the sample is not valid: ${JSON.stringify(details)}`);
  if (refusals.has(code)) return 'refuse';
  // A reference to what lies in another organisation is one to nothing.
  const problems = (details?.['problems'] ?? []) as readonly { readonly problem: string }[];
  const toNothing = problems.length > 0 && problems.every(({ problem }) => problem === 'no-such-fact');
  if (code === 'request.not-found' || toNothing) return 'hidden';
  return stops.includes(code) ? 'allow' : `stopped by ${code}`;
}

eachInstallation(({ database, owner, ownerClient }) => {
  const program = wholeProgram(rollingBack(database));
  const { actions, queries } = catalogueOf(program.rooms);

  beforeAll(async () => {
    await installJobs(owner, ['identity.tidy']);
    await installation(ownerClient);
    await writeEntry();
  });

  /** One real entry, under an id that the sample knows. */
  async function writeEntry(): Promise<void> {
    const { journal, clock } = wholeProgram(database);
    const draft = { action: 'register.record', subject: 'completion/completion-1', account: null, at: clock.now() };
    await database.inOrganisation(org, (tx) =>
      journal.port.append(tx, [{ ...draft, dayOnly: false, fields: { version: 1 }, person: null, network: null }]),
    );
    await ownerClient.query('SET session_replication_role = replica');
    await ownerClient.query(`UPDATE journal_value SET entry = 'entry' WHERE org_id = $1`, [org]);
    await ownerClient.query(`UPDATE journal_entry SET id = 'entry' WHERE org_id = $1`, [org]);
    await ownerClient.query('SET session_replication_role = DEFAULT');
  }

  test('every action and query has a sample and its rows, and there is no row or sample of another', () => {
    const names = [...actions.keys(), ...queries.keys()].toSorted();
    expect(Object.keys(samples).toSorted()).toEqual(names);
    expect(heading).toBe('name,effect,role,own,other_unit,other_organisation');
    const rows = names.flatMap((name) =>
      asking.map((role) => `${name},${actions.has(name) ? 'action' : 'query'},${role}`),
    );
    expect(lines.map((line) => line.split(',').slice(0, 3).join(','))).toEqual(rows);
  });

  const used = new Set<string>();
  async function ask(
    name: string,
    { lies, input, shows, stops = [] }: Sample,
    role: Role | 'none',
    seat: Seat,
  ): Promise<Answer> {
    if (!asked[lies].includes(seat)) return 'n/a';
    const how = (...asking: Parameters<typeof program.one>) =>
      actions.has(name) ? program.one(...asking) : program.ask(...asking);
    try {
      const output = await how(name, input(role), actorAt(seat, role, lies));
      return shows === undefined || JSON.stringify(output).includes(shows) ? 'allow' : 'hidden';
    } catch (error) {
      const [first] = error instanceof Refused ? error.refusals : [];
      if (first === undefined) throw error;
      if (stops.includes(first.code)) used.add(`${name} ${first.code}`);
      return answerOf(first, stops);
    }
  }

  test('each is answered as docs/permissions.csv says, to every role, of the own and of another unit and organisation', async () => {
    const told: string[] = [];
    for (const [name, sample] of Object.entries(samples))
      for (const role of asking) {
        const answers: Answer[] = [];
        for (const seat of ['own', 'unit', 'far'] as const) answers.push(await ask(name, sample, role, seat));
        told.push([name, actions.has(name) ? 'action' : 'query', role, ...answers].join(','));
      }
    expect(told.toSorted()).toEqual(lines.toSorted());
    // A reason that stops nobody any more would hide the next one.
    const named = Object.entries(samples).flatMap(([name, { stops = [] }]) => stops.map((code) => `${name} ${code}`));
    expect(named.filter((each) => !used.has(each))).toEqual([]);
  });

  test('whatever an entry holds has a name for who reads the journal', () => {
    const unnamed = program.entries.flatMap(({ subject, fields, open }) => {
      const own = vocabulary.kinds.get(subject?.split('/')[0] ?? '')?.fields ?? {};
      return Object.keys({ ...fields, ...open }).filter(
        (path) => !(path in own) && !(`journal.field.${path}` in words),
      );
    });
    expect(program.entries.length).toBeGreaterThan(100);
    expect([...new Set(unnamed)]).toEqual([]);
  });
});

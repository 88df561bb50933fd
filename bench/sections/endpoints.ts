// The ten commonest endpoints of the program as it is started, at 100,000 people with a second organisation of the same size: what it can do
// with 16 clients, and how long an answer takes at half of that.
import { spawnSync } from 'node:child_process';
import type { Client } from '../support/console-client.ts';
import { fillOrganisation, plainRules } from '../support/lists-fill.ts';
import { onProgram } from '../support/on-program.ts';
import { closedLoop, openLoop } from '../support/open-loop.ts';
import { figure } from '../support/row.ts';

const people = Number(process.env['BENCH_PEOPLE'] ?? 100_000);
const clients = 16;
const seconds = 4;

const filled = {
  clients,
  async fill(client: Parameters<typeof fillOrganisation>[0], org: string) {
    for (const each of [org, 'org-beside']) await fillOrganisation(client, each, people);
  },
};

await onProgram(filled, async ({ server, client, pid }) => {
  const name = `endpoints on ${server}`;
  for (const [what, send] of Object.entries(await commonest(client))) await timeEndpoint(`${name}: ${what}`, send);
  figure(`${name}: memory of the program afterwards`, residentMegabytes(pid), 'MB');
});

/** Each with another person, unit or duty every time. */
async function commonest({ get, post }: Client): Promise<Readonly<Record<string, () => Promise<unknown>>>> {
  let n = 0;
  const anybody = (): string => `p-${1 + ((n++ * 7919) % people)}`;
  const completed = (person: string) =>
    post('register.record', {
      kind: 'completion',
      fields: { person, topic: 'counter-espionage', completedOn: '2026-11-20' },
    });
  // The duties that were filled in are rows alone: what is explained must be a duty that its facts give.
  const [rule = ''] = plainRules;
  const given: { rule: string; subject: string }[] = [];
  for (let tried = 0; given.length < 50 && tried < 200; tried++) {
    const one = { rule, subject: anybody() };
    await completed(one.subject);
    if (await get('duties.explain', one).catch(() => null)) given.push(one);
  }
  const duty = () => {
    const one = given[n++ % given.length];
    if (one === undefined) throw new Error('no duty of those that were filled in can be explained');
    return one;
  };
  return {
    'identity.me': () => get('identity.me'),
    'duties.today': () => get('duties.today'),
    'duties.list, open': () => get('duties.list', { status: ['overdue', 'pending'], limit: '50' }),
    'duties.list, one rule': () => get('duties.list', { rule: plainRules[n++ % plainRules.length] ?? '', limit: '50' }),
    'duties.one': () => get('duties.one', duty()),
    'duties.explain': () => get('duties.explain', duty()),
    'register.people, two characters': () => get('register.people', { search: '王明', limit: '50' }),
    'register.one': () => get('register.one', { kind: 'person', id: anybody() }),
    'journal.search': () => get('journal.search', { subject: `person/${anybody()}`, limit: '50' }),
    'register.record, a completion, its duties settled': () => completed(anybody()),
  };
}

async function timeEndpoint(name: string, send: () => Promise<unknown>): Promise<void> {
  await closedLoop(clients, 1, send);
  const most = await closedLoop(clients, seconds, send);
  const { p50, p99, perSecond } = await openLoop(clients, most / 2, seconds, send);
  figure(`${name}, ${clients} clients`, most, 'a second');
  figure(`${name}, p50 at ${perSecond.toFixed(0)} a second`, p50, 'ms');
  figure(`${name}, p99 at ${perSecond.toFixed(0)} a second`, p99, 'ms');
}

function residentMegabytes(pid: number): number {
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1000;
}

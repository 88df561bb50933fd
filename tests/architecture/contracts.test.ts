import { readdirSync } from 'node:fs';
import { decidedKinds } from '@sallyport/core/access';
import { type Action, defineAction, type Query } from '@sallyport/core/contract';
import { vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as advisories from '../../packages/server/src/modules/advisories/contract.ts';
import advisoriesEn from '../../packages/server/src/modules/advisories/words.en.json' with { type: 'json' };
import advisoriesZh from '../../packages/server/src/modules/advisories/words.zh.json' with { type: 'json' };
import * as briefing from '../../packages/server/src/modules/briefing/contract.ts';
import briefingEn from '../../packages/server/src/modules/briefing/words.en.json' with { type: 'json' };
import briefingZh from '../../packages/server/src/modules/briefing/words.zh.json' with { type: 'json' };
import * as devices from '../../packages/server/src/modules/devices/contract.ts';
import devicesEn from '../../packages/server/src/modules/devices/words.en.json' with { type: 'json' };
import devicesZh from '../../packages/server/src/modules/devices/words.zh.json' with { type: 'json' };
import * as duties from '../../packages/server/src/modules/duties/contract.ts';
import dutiesEn from '../../packages/server/src/modules/duties/words.en.json' with { type: 'json' };
import dutiesZh from '../../packages/server/src/modules/duties/words.zh.json' with { type: 'json' };
import * as education from '../../packages/server/src/modules/education/contract.ts';
import educationEn from '../../packages/server/src/modules/education/words.en.json' with { type: 'json' };
import educationZh from '../../packages/server/src/modules/education/words.zh.json' with { type: 'json' };
import * as files from '../../packages/server/src/modules/files/contract.ts';
import filesEn from '../../packages/server/src/modules/files/words.en.json' with { type: 'json' };
import filesZh from '../../packages/server/src/modules/files/words.zh.json' with { type: 'json' };
import * as forms from '../../packages/server/src/modules/forms/contract.ts';
import formsEn from '../../packages/server/src/modules/forms/words.en.json' with { type: 'json' };
import formsZh from '../../packages/server/src/modules/forms/words.zh.json' with { type: 'json' };
import * as identity from '../../packages/server/src/modules/identity/contract.ts';
import identityEn from '../../packages/server/src/modules/identity/words.en.json' with { type: 'json' };
import identityZh from '../../packages/server/src/modules/identity/words.zh.json' with { type: 'json' };
import * as imports from '../../packages/server/src/modules/imports/contract.ts';
import importsEn from '../../packages/server/src/modules/imports/words.en.json' with { type: 'json' };
import importsZh from '../../packages/server/src/modules/imports/words.zh.json' with { type: 'json' };
import * as jobs from '../../packages/server/src/modules/jobs/contract.ts';
import jobsEn from '../../packages/server/src/modules/jobs/words.en.json' with { type: 'json' };
import jobsZh from '../../packages/server/src/modules/jobs/words.zh.json' with { type: 'json' };
import * as journal from '../../packages/server/src/modules/journal/contract.ts';
import journalEn from '../../packages/server/src/modules/journal/words.en.json' with { type: 'json' };
import journalZh from '../../packages/server/src/modules/journal/words.zh.json' with { type: 'json' };
import * as law from '../../packages/server/src/modules/law/contract.ts';
import lawEn from '../../packages/server/src/modules/law/words.en.json' with { type: 'json' };
import lawZh from '../../packages/server/src/modules/law/words.zh.json' with { type: 'json' };
import * as ledgers from '../../packages/server/src/modules/ledgers/contract.ts';
import ledgersEn from '../../packages/server/src/modules/ledgers/words.en.json' with { type: 'json' };
import ledgersZh from '../../packages/server/src/modules/ledgers/words.zh.json' with { type: 'json' };
import * as notices from '../../packages/server/src/modules/notices/contract.ts';
import noticesEn from '../../packages/server/src/modules/notices/words.en.json' with { type: 'json' };
import noticesZh from '../../packages/server/src/modules/notices/words.zh.json' with { type: 'json' };
import * as organisation from '../../packages/server/src/modules/organisation/contract.ts';
import organisationEn from '../../packages/server/src/modules/organisation/words.en.json' with { type: 'json' };
import organisationZh from '../../packages/server/src/modules/organisation/words.zh.json' with { type: 'json' };
import * as people from '../../packages/server/src/modules/people/contract.ts';
import peopleEn from '../../packages/server/src/modules/people/words.en.json' with { type: 'json' };
import peopleZh from '../../packages/server/src/modules/people/words.zh.json' with { type: 'json' };
import * as privacy from '../../packages/server/src/modules/privacy/contract.ts';
import privacyEn from '../../packages/server/src/modules/privacy/words.en.json' with { type: 'json' };
import privacyZh from '../../packages/server/src/modules/privacy/words.zh.json' with { type: 'json' };
import * as register from '../../packages/server/src/modules/register/contract.ts';
import registerEn from '../../packages/server/src/modules/register/words.en.json' with { type: 'json' };
import registerZh from '../../packages/server/src/modules/register/words.zh.json' with { type: 'json' };
import * as trips from '../../packages/server/src/modules/trips/contract.ts';
import tripsEn from '../../packages/server/src/modules/trips/words.en.json' with { type: 'json' };
import tripsZh from '../../packages/server/src/modules/trips/words.zh.json' with { type: 'json' };
import { commonRefusals } from '../../packages/server/src/platform/actions/refusal.ts';
import { perPersonFigures } from './per-person-figures.ts';

type Contract = Action | Query;

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'effect' in value;
const rooms = {
  advisories,
  briefing,
  devices,
  duties,
  education,
  files,
  forms,
  identity,
  imports,
  jobs,
  journal,
  law,
  ledgers,
  notices,
  organisation,
  people,
  privacy,
  register,
  trips,
};
const contracts: Contract[] = Object.values(rooms).flatMap((room) => Object.values(room).filter(isContract));
/** Asks nothing and tells only the asker about themselves: how many of the own recovery codes are left. */
const ofOneself = new Set(['identity.me']);
const queries = contracts.filter((each) => each.effect === 'query' && !ofOneself.has(each.name));

const zh: Record<string, string> = {
  ...advisoriesZh,
  ...briefingZh,
  ...devicesZh,
  ...dutiesZh,
  ...educationZh,
  ...filesZh,
  ...formsZh,
  ...identityZh,
  ...importsZh,
  ...jobsZh,
  ...journalZh,
  ...ledgersZh,
  ...noticesZh,
  ...organisationZh,
  ...lawZh,
  ...peopleZh,
  ...privacyZh,
  ...registerZh,
  ...tripsZh,
};
const en: Record<string, string> = {
  ...advisoriesEn,
  ...briefingEn,
  ...devicesEn,
  ...dutiesEn,
  ...educationEn,
  ...filesEn,
  ...formsEn,
  ...identityEn,
  ...importsEn,
  ...jobsEn,
  ...journalEn,
  ...ledgersEn,
  ...noticesEn,
  ...organisationEn,
  ...lawEn,
  ...peopleEn,
  ...privacyEn,
  ...registerEn,
  ...tripsEn,
};

test('every room that has contracts is looked at', () => {
  const folder = new URL('../../packages/server/src/modules/', import.meta.url);
  const there = readdirSync(folder).filter((room) => readdirSync(new URL(`${room}/`, folder)).includes('contract.ts'));
  expect(Object.keys(rooms).toSorted()).toEqual(there.toSorted());
  expect(contracts.length).toBeGreaterThan(40);
});

test.each(contracts.map((contract) => [contract.name, contract] as const))(
  '%s says what it is, and why it refuses, in both languages',
  (_name, { summary, errors }) => {
    expect(summary.zh).toMatch(/\p{Script=Han}/u);
    expect(summary.en).toMatch(/[a-z]/);
    const codes = Object.keys(errors).filter((code) => !(code in commonRefusals));
    expect(codes.filter((code) => !(code in zh) || !(code in en))).toEqual([]);
  },
);

test.each(queries.map((query) => [query.name, query] as const))(
  '%s gives no figure of a person',
  (_name, { output }) => {
    expect(perPersonFigures(z.toJSONSchema(output, { unrepresentable: 'any' }))).toEqual([]);
  },
);

test('a figure of a person is found where there is one', () => {
  const found = (output: z.ZodType): string[] => perPersonFigures(z.toJSONSchema(output, { unrepresentable: 'any' }));
  expect(found(z.object({ items: z.array(z.object({ person: z.string(), reports: z.int() })) }))).toEqual([
    'items.reports',
  ]);
  expect(found(z.object({ byPerson: z.record(z.string(), z.int()) }))).toEqual(['byPerson']);
  expect(
    found(z.object({ rows: z.array(z.object({ assignee: z.string(), counts: z.object({ overdue: z.number() }) })) })),
  ).toEqual(['rows.counts.overdue']);
  expect(found(z.object({ person: z.string(), version: z.int(), total: z.string() }))).toEqual([]);
});

/** What travellers and reporters tell, as kinds of facts: whoever writes them down, through whatever action. */
const toldByTravellers = ['checkIn', 'debrief', 'foreignContact', 'foreignMatterReport', 'deviation', 'travelReport'];
const toldByReporters = ['report'];

/** Actions that write facts of a kind that is named in what they are asked. */
const writesKinds = ({ input }: Action): boolean => {
  const { properties = {} } = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' });
  return 'kind' in properties && ('fields' in properties || 'reason' in properties) && 'id' in properties;
};

const isOfReporters = ({ name }: Action): boolean => /^reports?\./.test(name);
const isOfTravellers = (action: Action): boolean =>
  /^(check-?in|debrief|contact|trip)s?\.|\.(check-in|debrief|report-contact)\b/.test(action.name) ||
  writesKinds(action);

/** What an action would leave as a trail of a traveller or a reporter (PEOPLE.md, first section). */
function trailOf(action: Action): string[] {
  const { actor, time, context } = action.entry;
  const reports = isOfReporters(action);
  const travels = isOfTravellers(action);
  return [
    ...((reports || travels) && context !== 'none' ? ['context'] : []),
    ...(reports && actor !== 'none' ? ['actor'] : []),
    ...(reports && time !== 'day' ? ['time'] : []),
  ];
}

test('no action of a traveller or a reporter leaves a trail; address and device are of accounts and roles alone', () => {
  const actions = contracts.filter((each) => each.effect === 'action');
  expect(actions.flatMap((action) => trailOf(action).map((what) => `${action.name} ${what}`))).toEqual([]);
  // What is asked of nothing says nothing: the register's own actions write what travellers tell.
  const asked = actions.filter((action) => isOfReporters(action) || isOfTravellers(action)).map(({ name }) => name);
  expect(asked).toEqual(expect.arrayContaining(['register.record', 'register.correct', 'register.withdraw']));
  for (const kind of [...toldByTravellers, ...toldByReporters]) expect(vocabulary.kinds.has(kind), kind).toBe(true);
  // No action that names its actor writes what a reporter says; one that does not has a batch to wait for.
  for (const kind of toldByReporters) expect(decidedKinds.has(kind), kind).toBe(true);
  const networked = actions.filter(({ entry }) => entry.context === 'network');
  expect(networked.length).toBeGreaterThan(5);
  expect(networked.map(({ name }) => name).filter((name) => !name.startsWith('identity.'))).toEqual([]);
});

test('a trail is found where there is one', () => {
  const toy = (name: Action['name'], entry?: Action['entry']): Action =>
    defineAction({
      name,
      summary: { zh: '试', en: 'try' },
      input: z.strictObject({}),
      output: z.strictObject({}),
      admits: 'signed-in',
      ...(entry === undefined ? {} : { entry }),
    });
  expect(trailOf(toy('report.file'))).toEqual(['actor', 'time']);
  expect(trailOf(toy('report.file', { actor: 'none', time: 'day', context: 'none' }))).toEqual([]);
  for (const name of ['checkin.send', 'debrief.sign', 'contact.report', 'report.add'] as const)
    expect(trailOf(toy(name, { actor: 'account', time: 'instant', context: 'network' }))).toContain('context');
});

type Shape = { readonly [key: string]: unknown };
const shapesIn = (value: unknown): Shape[] => (Array.isArray(value) ? value.flatMap(shapesIn) : [value as Shape]);

/** Texts that could be anything: neither an id, a word of a list, a day, a moment nor a form that is said. */
function freeTexts(shape: Shape | undefined, path: string): string[] {
  if (typeof shape !== 'object' || shape === null) return [];
  const { type, format, pattern, maxLength, properties = {}, items, additionalProperties, anyOf, oneOf } = shape;
  const told = [format, pattern, shape['enum'], shape['const']].some((one) => one !== undefined);
  return [
    ...(type === 'string' && !told && maxLength !== 200 ? [path] : []),
    ...Object.entries(properties as Shape).flatMap(([name, one]) => freeTexts(one as Shape, `${path}.${name}`)),
    ...[items, additionalProperties, anyOf, oneOf]
      .filter((one) => one !== undefined)
      .flatMap(shapesIn)
      .flatMap((one) => freeTexts(one, path)),
  ];
}

// What an action answers is kept beside its idempotency key for a month (DECISIONS 10), unless it is a secret that is shown once.
test('what is kept of an answer is ids, words of a list, days and counts', () => {
  const kept = contracts.flatMap((each) => (each.effect === 'action' && !each.secretOutput ? [each] : []));
  const free = kept.flatMap(({ name, output }) => freeTexts(z.toJSONSchema(output, { unrepresentable: 'any' }), name));
  expect(free).toEqual([]);
  const toy = z.strictObject({ id: z.string().max(200), people: z.array(z.strictObject({ name: z.string() })) });
  expect(freeTexts(z.toJSONSchema(toy), 'toy')).toEqual(['toy.people.name']);
});

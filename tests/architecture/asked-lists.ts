import type { Query } from '@sallyport/core/contract';
import { vocabulary } from '@sallyport/core/facts';
import { z } from 'zod';
import { markOf } from './seed-tenants.ts';

type Input = Readonly<Record<string, unknown>>;

const many: readonly Input[] = [{}];

/** Lists by name in every order, with every filter, and searched for one pair of characters, for several, and for one that all names have. */
const named: readonly Input[] = [
  {},
  { order: 'en' },
  { order: 'newest' },
  { inForceOn: '2024-01-01' },
  { search: 'te' },
  { search: 'tenant-a text 7' },
  { search: 'g7', order: 'en', inForceOn: '2024-01-01' },
];

const everyKind = (one: string): Input[] =>
  [...vocabulary.kinds.values()].flatMap((kind): Input[] => {
    const field = Object.entries(kind.fields).find(([, { type }]) => type === 'ref')?.[0];
    const whole = { kind: kind.name };
    return field === undefined ? [whole] : [whole, { ...whole, field, to: one }];
  });

/** What each query that gives more than one thing is asked; `one` is a row of the asker's, `foreign` one of another organisation. */
export const askedLists = (one: string, foreign: string): Readonly<Record<string, readonly Input[]>> => ({
  'advisories.concerned': [{ advisory: one }],
  'advisories.list': many,
  'advisories.notices': many,
  'advisories.one': [{ advisory: one }],
  'advisories.places': many,
  'advisories.trip': [{ trip: one }],
  'advisories.unread': many,
  'briefing.answers': [{ traveller: one }],
  'briefing.block': [{ block: 'who-to-call' }],
  'briefing.one': [{ traveller: one }],
  'briefing.questions': [{ traveller: one }],
  'devices.free': [{}, { search: 'te' }],
  'devices.list': [
    {},
    { state: 'overdue' },
    { state: 'available', kind: 'phone' },
    { search: 'tenant-a text 7' },
    { search: 'te' },
  ],
  'devices.mine': many,
  'devices.one': [{ device: one }],
  'devices.trip': [{ trip: one }],
  'duties.asOf': [{ day: '2026-11-01', mode: 'known', rule: 'cn-ssl-2024/secrecy-body' }],
  'duties.assignees': [{ status: ['overdue'] }],
  'duties.conflicts': many,
  'duties.explain': [{ rule: 'rule-1', subject: one, period: null }],
  'duties.figures': many,
  'duties.groups': [
    { by: 'rule', status: ['overdue'] },
    { by: 'unit', order: 'en' },
  ],
  'duties.list': [
    {},
    { status: ['overdue'] },
    { person: one },
    { assignee: one },
    { assignee: one, status: ['overdue', 'pending'] },
    { unit: one, dueBefore: '2026-01-01' },
    { subject: one },
    { bearer: one, dueFrom: '2026-01-01' },
    { find: '王明' },
  ],
  'duties.one': [{ rule: 'rule-1', subject: one, period: null }],
  'duties.summary': many,
  'duties.today': many,
  'duties.trend': [{ from: '2026-01-01', until: '2026-12-31' }],
  'duties.views': many,
  'education.attempt': [{ attempt: one }],
  'education.campaign': [{ campaign: one }],
  'education.campaignPeople': [{ campaign: one }, { campaign: one, order: 'en' }],
  'education.campaigns': many,
  'education.certificates': many,
  'education.coverage': many,
  'education.coverageByUnit': [{ topic: 'cyber' }],
  'education.due': [{}, { topic: 'cyber', unit: one }, { dueBefore: '2026-12-31', order: 'en' }],
  'education.exemptions': [{}, { order: 'en' }],
  'education.lesson': [{ course: 'general', lesson: 'the-law' }],
  'education.mine': many,
  'education.myPackages': many,
  'education.packages': many,
  'education.result': [{ attempt: one }],
  'education.sessionPeople': [{ session: one }],
  'education.sessions': many,
  'education.topics': many,
  'files.list': [{ kind: 'completion', id: one }],
  'forms.ledger': [{}, { person: one }, { form: 'education-record', scan: 'missing' }, { from: '2020-01-01' }],
  'forms.list': many,
  'forms.prints': [{ kind: 'completion', id: one }],
  'forms.template': [{ form: 'commitment' }],
  'identity.accounts': many,
  'identity.grants': [{}, { account: one }],
  'identity.me': many,
  'identity.notices': many,
  'identity.pending-acts': many,
  'identity.sessions': many,
  'identity.tokens': many,
  'imports.list': many,
  'imports.one': [{ import: one }],
  'imports.problems': [{ import: one }],
  'imports.rows': [{ import: one, what: 'add' }],
  'journal.closedDays': [{ from: '2026-01-01', until: '2026-12-31' }],
  'journal.consistency': [{ old: 1, size: 1 }],
  'journal.entry': [{ id: one }],
  'journal.head': many,
  'journal.search': [{}, { subject: `person/${one}` }, { action: 'register.record' }, { account: one }],
  'law.clause': [{ clause: 'cn-cel-2023/art-18' }],
  'law.clauseRests': [{ clause: 'cn-cel-2023/art-18' }],
  'law.compare': [{ from: '2023-06-30', to: '2023-07-01' }],
  'law.compareEditions': [{ one: 'cn-cel-2023', two: 'cn-celir-2017' }],
  'law.conflicts': many,
  'law.edition': [{ edition: 'cn-cel-2023' }],
  'law.find': [{ text: '18' }],
  'law.instruments': many,
  'law.settings': many,
  'notices.feeds': many,
  'notices.outbox': many,
  'people.doubles': many,
  'people.leaving': [{ person: one }],
  'people.leaving-items': [{ leaving: one, handed: false }],
  'people.leavings': [{}, { open: true }],
  'people.merges': many,
  'privacy.erasureReport': many,
  'privacy.handovers': many,
  'privacy.held': many,
  'privacy.holds': many,
  'privacy.seen': many,
  'register.branches': named,
  'register.history': [{ kind: 'person', id: one }],
  'register.list': everyKind(one),
  'register.names': [
    { kind: 'person', ids: [one, foreign] },
    { kind: 'unit', ids: [one] },
  ],
  'register.one': [{ kind: 'person', id: one }],
  'register.people': [
    ...named,
    { unit: one },
    { standing: 'visitor' },
    { unit: one, standing: 'employee', order: 'en', search: 'te' },
  ],
  'register.units': [...named, { parent: one }],
  'trips.holders': many,
  'trips.list': [{}, { kind: 'official', person: one, over: false }],
  'trips.one': [{ trip: one }],
});

/** Queries that give more than one thing and are not asked, each with its reason. */
export const notAsked: Readonly<Record<string, string>> = {
  'jobs.dead': 'the queue is no tenant’s table; its rows carry ids',
  'jobs.queues': 'the queue is no tenant’s table; its rows carry ids',
  'law.confirmationImpact': 'evaluates the whole register, which is what it is asked for',
  'law.settingImpact': 'evaluates the whole register, which is what it is asked for',
  'law.startImpact': 'evaluates the whole register, which is what it is asked for',
};

/** Asked, and refused as far as rows made up by number go: no rule, no journey and no course is behind them. What was read till then is looked at. */
export const refusedHere: readonly string[] = [
  'briefing.answers',
  'briefing.one',
  'briefing.questions',
  'duties.explain',
  'duties.one',
  'education.attempt',
  'education.result',
];

/** Whether a query gives more than one of anything: by its contract, and not by what somebody remembered. */
export const isList = ({ output }: Query): boolean =>
  JSON.stringify(z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' })).includes('"type":"array"');

export const markedOne = (org: string): string => `${markOf(org)}7`;

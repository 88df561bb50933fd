import { civilDay, defineQuery, id, pageInput, pageOf } from '@sallyport/core/contract';
import { acts } from '@sallyport/core/trips';
import { z } from 'zod';
import { item, leg, paper, refusalReason, role, state, tripKind, tripVersion, verdict } from './shapes.ts';

const phrase = z.strictObject({ zh: z.string(), en: z.string() });
/** Everybody signed in reads their own trips; whoever is responsible reads those of their unit; who holds a step reads what it is about. */
export const reading = {
  member: 'own',
  'security-officer': 'grant',
  auditor: 'grant',
  'unit-liaison': 'grant',
  'unit-lead': 'grant',
  approver: 'own',
  counsel: 'own',
  custodian: 'own',
} as const;

const listed = z.strictObject({
  trip: id,
  kind: tripKind,
  state,
  departsOn: civilDay.nullable(),
  returnsOn: civilDay.nullable(),
  travellers: z.array(z.strictObject({ traveller: id, person: id, leader: z.boolean() })),
  /** At whose step it stands. */
  waiting: z.array(role),
  /** Whether an answer that was promised there is overdue. */
  late: z.boolean(),
});

export const listTrips = defineQuery({
  name: 'trips.list',
  summary: { zh: '出国（境）事项列表', en: 'List trips' },
  input: z.strictObject({
    kind: tripKind.optional(),
    person: id.optional(),
    /** Those that are neither closed nor cancelled, or those that are. */
    over: z.boolean().optional(),
    ...pageInput,
  }),
  output: pageOf(listed),
  admits: reading,
  showsPerson: true,
});

export const oneTrip = defineQuery({
  name: 'trips.one',
  summary: { zh: '查看一项出国（境）事项', en: 'One trip' },
  input: z.strictObject({ trip: id }),
  output: listed.extend({
    version: tripVersion,
    emergency: z.boolean(),
    purpose: z.string().nullable(),
    filedBy: id.nullable(),
    copiedFrom: id.nullable(),
    days: z.strictObject({
      submittedOn: civilDay.nullable(),
      approvedOn: civilDay.nullable(),
      departedOn: civilDay.nullable(),
      returnedOn: civilDay.nullable(),
      oralNoticeOn: civilDay.nullable(),
      closedOn: civilDay.nullable(),
      cancelledOn: civilDay.nullable(),
    }),
    legs: z.array(leg),
    items: z.array(item),
    /** The invitation and what belongs to it. */
    papers: z.array(paper),
    communications: z.string().nullable(),
    steps: z.array(
      z.strictObject({
        role,
        traveller: id,
        rules: z.array(
          z.strictObject({
            rule: z.string(),
            title: phrase,
            clauses: z.array(z.strictObject({ id: z.string(), name: phrase })),
            bearer: id.nullable(),
          }),
        ),
        /** Only policy of the house asks for it. */
        policy: z.boolean(),
        settled: z.enum(['agreed', 'conditions', 'refused', 'otherwise', 'silence']).nullable(),
        /** Where it stands there now: since when, and by when an answer was promised. */
        since: civilDay.nullable(),
        promisedBy: civilDay.nullable(),
        late: z.boolean(),
        /** When it went to the security officer: late, or with nobody to decide. */
        escalatedOn: civilDay.nullable(),
        /** Who decides, deputies among them; nobody where nobody was named. */
        holders: z.array(z.strictObject({ person: id, deputy: z.boolean() })),
      }),
    ),
    /** What the gate still waits for. */
    missing: z.array(
      z.strictObject({
        traveller: id,
        rule: z.string(),
        title: phrase,
        clauses: z.array(z.strictObject({ id: z.string(), name: phrase })),
        bearer: id.nullable(),
        due: z.string().nullable(),
      }),
    ),
    /** Whether it waits for something of somebody of whom the asker is not shown what. */
    othersMissing: z.boolean(),
    trail: z.array(
      z.strictObject({
        act: z.enum(['draft', ...acts]),
        person: id.nullable(),
        on: civilDay,
        steps: z.array(z.strictObject({ role, traveller: id })),
        verdict: verdict.nullable(),
        reason: refusalReason.nullable(),
        until: civilDay.nullable(),
        said: z.string().nullable(),
      }),
    ),
    /** What the asker may do now. */
    may: z.array(z.enum(acts)),
    /** As which roles the asker may decide now. */
    decides: z.array(role),
  }),
  admits: reading,
  showsPerson: true,
});

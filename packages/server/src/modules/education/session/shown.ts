import { formatDay } from '@sallyport/core/calendar';
import { type ImplementedQuery, implementQuery } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { unitsOf } from '../campaign/asked.ts';
import * as contract from '../contract.ts';
import { readPlace, writePlace } from '../cursor.ts';
import { topicName } from '../topic-names.ts';
import { attendanceText } from './file.ts';
import * as store from './store.ts';

const shownFor = 5 * 366;
/** People of one file: a longer list is recorded unit by unit. */
const mostInFile = 5000;

const about = ({ id, units: _units, ...one }: store.Session) => ({
  ...one,
  session: id,
  topicName: topicName(one.topic),
});

const sessionThere = async (tx: Transaction, id: string): Promise<store.Session> =>
  (await store.sessionOf(tx, id)) ?? refuse('request.not-found');

/** A session names no people: without units it is for the whole house. */
const expected = (tx: Transaction, { units }: store.Session) => unitsOf(tx, { units, everybody: units.length === 0 });

export const sessionQueries: readonly ImplementedQuery[] = [
  implementQuery(contract.listSessions, {
    async answer({ tx, today }) {
      const found = await store.latestSessions(tx, formatDay(today - shownFor));
      return { output: { sessions: found.map(about) } };
    },
  }),
  implementQuery(contract.showSession, {
    async answer({ tx, today }, { session: id }) {
      return { output: { ...about(await sessionThere(tx, id)), day: formatDay(today) } };
    },
  }),
  implementQuery(contract.listSessionPeople, {
    async answer({ tx, scope }, { session: id, order, limit, cursor }) {
      const session = await sessionThere(tx, id);
      const after = readPlace(cursor, store.peopleOrder);
      const asked = { session, units: await expected(tx, session) };
      const found = await store.peopleAt(tx, scope, asked, { order, after, limit: limit + 1 });
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return {
        output: {
          title: session.title,
          heldOn: session.heldOn,
          items: rows.map(({ place: _place, ...one }) => one),
          next: found.length > limit && last !== undefined ? writePlace(last.place) : null,
        },
        persons: rows.map(({ person }) => person),
      };
    },
  }),
  implementQuery(contract.attendanceFile, {
    async answer({ tx, scope }, { session: id }) {
      const session = await sessionThere(tx, id);
      // What it says of a session refers to the fact that it was held.
      if (session.state !== 'held') refuse('education.session-not-so');
      const asked = { session, units: await expected(tx, session) };
      const found = await store.peopleAt(tx, scope, asked, { order: 'zh', after: null, limit: mostInFile + 1 });
      if (found.length > mostInFile) refuse('education.too-many-for-a-file', { most: mostInFile });
      const missing = found.filter(({ completion }) => completion === null);
      return {
        output: { name: `${session.title} ${session.heldOn}.csv`, text: attendanceText(session, missing) },
        persons: missing.map(({ person }) => person),
      };
    },
  }),
];

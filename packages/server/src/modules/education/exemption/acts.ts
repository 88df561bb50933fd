import { addMonths, formatDay } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import { requireFact } from '../../register/index.ts';
import * as contract from '../contract.ts';
import { readPlace, writePlace } from '../cursor.ts';
import type { EducationParts } from '../parts.ts';
import { isTopic, topicName } from '../topic-names.ts';
import * as store from './store.ts';

/** As with what two persons put off (PEOPLE.md): longer than a year nobody is let off without a new look at it. */
const longest = 12;

export const implementExemptions = ({
  ids,
}: Pick<EducationParts, 'ids'>): { readonly actions: ImplementedAction[]; readonly queries: ImplementedQuery[] } => ({
  actions: [
    implementAction(contract.exemptPerson, {
      place: async (tx, { person: id }, actor) => requireFact(tx, actor, { kind: 'person', id }, 'read'),
      async handle({ tx, actor, today }, { person, topic, until, reason }) {
        if (!isTopic(topic)) refuse('education.no-such-topic');
        if (actor.person === person) refuse('education.exempt-not-oneself');
        if (hasClassifiedMark(reason)) refuse('register.classified-mark');
        const day = formatDay(today);
        const last = formatDay(addMonths(today, longest) ?? today);
        if (until < day || until > last) refuse('education.exempt-too-long', { last });
        if (await store.isExempt(tx, person, topic, day)) refuse('education.exempt-already');
        const id = ids.uuid();
        await store.insertExemption(tx, { id, person, topic, reason, day, until, account: actor.account });
        const fields = { topic, until, reason };
        return { output: { exemption: id }, entry: { subject: `person/${person}`, fields, person } };
      },
    }),
    implementAction(contract.endExemption, {
      place: async (tx, { exemption }, actor) => {
        const found = await store.exemptPersonOf(tx, exemption);
        return found === null ? null : requireFact(tx, actor, { kind: 'person', id: found.person }, 'read');
      },
      async handle({ tx, today }, { exemption }) {
        const found = (await store.lockExemption(tx, exemption)) ?? refuse('request.not-found');
        const day = formatDay(today);
        if (found.endedOn !== null || found.until < day) refuse('education.exempt-over');
        await store.setEnded(tx, exemption, day);
        const { person } = found;
        return { output: { exemption }, entry: { subject: `person/${person}`, fields: { exemption }, person } };
      },
    }),
  ],
  queries: [
    implementQuery(contract.listExemptions, {
      async answer({ tx, scope, today }, { order, limit, cursor }) {
        const after = readPlace(cursor, store.exemptionsOrder);
        const found = await store.listExemptions(tx, scope, formatDay(today), { order, after, limit: limit + 1 });
        const rows = found.slice(0, limit);
        const last = rows.at(-1);
        return {
          output: {
            items: rows.map(({ place: _place, ...one }) => ({ ...one, topicName: topicName(one.topic) })),
            next: found.length > limit && last !== undefined ? writePlace(last.place) : null,
          },
          persons: [...new Set(rows.map(({ person }) => person))],
        };
      },
    }),
  ],
});

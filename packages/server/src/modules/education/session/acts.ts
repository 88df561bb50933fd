import { reaches } from '@sallyport/core/access';
import { addMonths, formatDay, parseDay } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import { type ImplementedAction, implementAction } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { kindNamed, ownOrganisation, requireFact, writeFact } from '../../register/index.ts';
import * as contract from '../contract.ts';
import type { EducationParts } from '../parts.ts';
import { isTopic } from '../topic-names.ts';
import { wholeOrganisation } from '../whole-organisation.ts';
import * as store from './store.ts';

async function inState(tx: Transaction, id: string, state: store.Session['state']): Promise<store.Session> {
  const found = (await store.lockSession(tx, id)) ?? refuse('request.not-found');
  return found.state === state ? found : refuse('education.session-not-so');
}

const entryOf = (session: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  subject: `course/${session}`,
  fields,
});

export const implementSessionActs = ({ ids }: Pick<EducationParts, 'ids'>): ImplementedAction[] => [
  implementAction(contract.planSession, {
    place: wholeOrganisation,
    async handle({ tx, actor, now }, { trainer, ...given }) {
      if (!isTopic(given.topic)) refuse('education.no-such-topic');
      if ([given.title, given.place, trainer].some(hasClassifiedMark)) refuse('register.classified-mark');
      for (const id of given.units) await requireFact(tx, actor, { kind: 'unit', id }, 'read');
      const id = ids.uuid();
      const one = { ...given, id, trainer: trainer === '' ? null : trainer };
      await store.insertSession(tx, { ...one, at: new Date(now / 1000), account: actor.account });
      const { title, topic, heldOn, units } = given;
      return { output: { session: id }, entry: entryOf(id, { title, topic, heldOn, units }) };
    },
  }),
  implementAction(contract.cancelSession, {
    place: wholeOrganisation,
    async handle({ tx }, { session: id }) {
      await inState(tx, id, 'planned');
      await store.setState(tx, id, 'cancelled');
      return { output: { session: id }, entry: entryOf(id) };
    },
  }),
  implementAction(contract.holdSession, {
    place: wholeOrganisation,
    async handle(context, { session: id }) {
      const { tx, today } = context;
      const session = await inState(tx, id, 'planned');
      if (session.heldOn > formatDay(today)) refuse('education.session-to-come');
      const organisation = (await ownOrganisation(tx))?.id ?? refuse('education.organisation-first');
      const { title, topic, audience, heldOn, units } = session;
      // Until then no rule may count it: a session that was planned and fell through was none. How many were there, completions say: a fact that
      // changed with each of them would make every list that was printed to be signed one of another fact.
      const unit = units.length === 1 ? (units[0] ?? null) : null;
      const fields = { organisation, unit, topic, audience, heldOn, attended: null, title };
      await writeFact(context, kindNamed('course'), id, fields);
      await store.setState(tx, id, 'held');
      return { output: { session: id }, entry: entryOf(id, { heldOn }) };
    },
  }),
  implementAction(contract.recordAttendance, {
    async handle(context, { session: id, people }) {
      const { tx, scope } = context;
      const session = await inState(tx, id, 'held');
      const places = await store.placesOf(tx, people);
      const recorded = new Set(await store.recordedOf(tx, id, people));
      const refused: { at: number; why: (typeof contract.passedOverAtSession)[number] }[] = [];
      let done = 0;
      for (const [at, person] of people.entries()) {
        const place = places.get(person);
        if (place === undefined || !reaches(scope, place)) refused.push({ at, why: 'not-found' });
        else if (recorded.has(person)) refused.push({ at, why: 'recorded-already' });
        else {
          recorded.add(person);
          await writeFact(context, kindNamed('completion'), ids.uuid(), completionAt(session, person));
          done += 1;
        }
      }
      return { output: { done, refused }, entry: entryOf(id, { people: done }) };
    },
  }),
];

/** What attending gives: the same fact as passing a course at the screen. */
export function completionAt({ id, topic, heldOn, validMonths }: store.Session, person: string) {
  const day = parseDay(heldOn);
  const end = validMonths === null || day === null ? null : addMonths(day, validMonths);
  return { person, course: id, topic, completedOn: heldOn, validUntil: end === null ? null : formatDay(end) };
}

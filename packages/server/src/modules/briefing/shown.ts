import { reaches, scopeOf } from '@sallyport/core/access';
import { topicsOf } from '@sallyport/core/briefing';
import { vocabulary } from '@sallyport/core/facts';
import { clauseName } from '@sallyport/core/law';
import { implementQuery, type QueryContext } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { holdBriefing, oneBriefing } from './contract.ts';
import { type BriefingParts, briefingRules, type Journey, journeyOf } from './journey.ts';
import { blocksOf, examined, stands } from './sitting.ts';
import * as store from './store.ts';

const topicNames = vocabulary.kinds.get('briefing')?.fields['topic']?.words ?? {};

/** The briefing of somebody who travels, as it is or as it would begin now, and why rules ask for it. */
export const implementShown = (parts: BriefingParts) =>
  implementQuery(oneBriefing, {
    place: async (tx, { traveller }) => (await store.whereFrom(tx, traveller))[0] ?? null,
    async answer(context, { traveller }) {
      const { tx, now, today } = context;
      const library = parts.library();
      const journey = (await journeyOf(tx, parts, traveller, today)) ?? refuse('request.not-found');
      const last = await store.latest(tx, traveller);
      const current = last !== null && (!journey.open || stands(last, library, journey.chosen)) ? last : null;
      const blocks = current?.blocks ?? blocksOf(journey.chosen);
      const read = new Map((await store.readingsOf(tx, traveller)).map((one) => [one.hash, one]));
      const of = { kind: 'traveller', subjects: [traveller] };
      const [duties = []] = await parts.dutiesOf(tx, of, [{ rules: briefingRules(parts.law) }], now, false);
      const next = current ?? { ...emptyOf(traveller), hash: library.hash, blocks };
      return {
        output: {
          traveller,
          trip: journey.trip.trip,
          person: journey.person,
          topics: topicsOf(
            library,
            blocks.map(({ id }) => id),
          ).map((one) => topicNames[one] ?? { zh: one, en: one }),
          blocks: blocks.map(({ id, hash, reasons }) => {
            const text = library.blocks.find((one) => one.id === id)?.text;
            return {
              block: id,
              title: { zh: text?.zh.title ?? id, en: text?.en.title ?? id },
              reasons: [...reasons],
              opened: read.get(hash)?.opened ?? null,
              acknowledged: read.get(hash)?.acknowledged ?? null,
            };
          }),
          asks: examined(library, next).of.categories.length > 0,
          answeredOn: current?.answeredOn ?? null,
          signedOn: current?.signedOn ?? null,
          briefedOn: current?.briefedOn ?? null,
          briefedBy: current?.briefedBy ?? null,
          manner: current?.manner ?? null,
          heldOn: current?.heldOn ?? null,
          heldBefore: current === null ? (last?.heldOn ?? null) : null,
          duties: duties.map(({ rule, status, due }) => ({
            rule: rule.id,
            title: rule.title,
            clauses: rule.clauses.map((id) => ({ id, name: clauseName(parts.law, id) })),
            status,
            due,
          })),
          may: left(context, journey, current),
        },
        persons: [journey.person],
      };
    },
  });

const emptyOf = (traveller: string): store.Stored => ({
  traveller,
  number: 0,
  hash: '',
  seed: '',
  blocks: [],
  answers: null,
  answeredOn: null,
  signedOn: null,
  briefedOn: null,
  briefedBy: null,
  manner: null,
  heldOn: null,
});

/** What is left to whoever asks. */
function left({ actor }: QueryContext, journey: Journey, current: store.Stored | null): ('read' | 'sign' | 'hold')[] {
  const { signedOn = null, briefedOn = null, heldOn = null } = current ?? {};
  if (!journey.open || heldOn !== null) return [];
  if (actor.person === journey.person) return signedOn === null ? ['read', 'sign'] : [];
  const { admits } = holdBriefing;
  const scope = typeof admits === 'object' && actor.secondFactor ? scopeOf(admits, actor.grants, null) : null;
  return briefedOn === null && scope !== null && reaches(scope, journey.place) ? ['hold'] : [];
}

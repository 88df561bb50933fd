import { topicsOf } from '@sallyport/core/briefing';
import { formatDay } from '@sallyport/core/calendar';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { correctNow, kindNamed, writeFact } from '../register/index.ts';
import * as contract from './contract.ts';
import { type BriefingParts, type Journey, journeyOf } from './journey.ts';
import { done, ownJourney } from './own.ts';
import { examined, sitting } from './sitting.ts';
import * as store from './store.ts';

export function implementSigning(parts: BriefingParts): ImplementedAction[] {
  /** The second signature makes it held: one fact for each topic of which nothing is missing, and the day on which the traveller read it. */
  async function settle(context: Context, journey: Journey, number: number) {
    const stored = await store.latest(context.tx, journey.traveller);
    if (stored === null || stored.signedOn === null || stored.briefedOn === null) return done(journey, { number });
    const heldOn = formatDay(context.today);
    const acknowledgedOn = stored.signedOn;
    const facts: ({ readonly id: string } & Readonly<Record<string, unknown>>)[] = [];
    for (const topic of topicsOf(
      parts.library(),
      stored.blocks.map(({ id }) => id),
    )) {
      const id = parts.ids.uuid();
      const given = { traveller: journey.traveller, topic, heldOn, acknowledgedOn };
      const { fields } = await writeFact(context, kindNamed('briefing'), id, given);
      facts.push({ id, ...fields });
    }
    await store.setHeld(
      context.tx,
      stored,
      facts.map(({ id }) => id),
      heldOn,
    );
    if (journey.acknowledgedOn === null)
      await correctNow(context, kindNamed('traveller'), journey.traveller, {
        fields: { acknowledgedOn },
        reason: `briefing/${journey.traveller}`,
      });
    return done(journey, { number, hash: stored.hash, blocks: stored.blocks.map(({ id }) => id), facts });
  }

  return [
    implementAction(contract.signBriefing, {
      async handle(context, { traveller }) {
        const journey = await ownJourney(context, parts, traveller);
        const stored = await sitting(context, parts, journey);
        if (stored.signedOn !== null) refuse('briefing.signed-already');
        const read = await store.readingsOf(context.tx, traveller);
        const acknowledged = new Set(read.flatMap((one) => (one.acknowledged === null ? [] : [one.hash])));
        if (stored.blocks.some(({ hash }) => !acknowledged.has(hash))) refuse('briefing.read-first');
        const { of } = examined(parts.library(), stored);
        if (stored.answeredOn === null && of.categories.length > 0) refuse('briefing.answer-first');
        await store.setSigned(context.tx, stored, formatDay(context.today));
        return settle(context, journey, stored.number);
      },
    }),
    implementAction(contract.holdBriefing, {
      async place(tx, { traveller }) {
        const [goer] = await store.whereFrom(tx, traveller);
        return goer ?? null;
      },
      async handle(context, { traveller, manner }) {
        const { tx, actor, today } = context;
        const journey = (await journeyOf(tx, parts, traveller, today)) ?? refuse('request.not-found');
        // Two signatures of one person are one.
        if (actor.person === journey.person) refuse('briefing.not-oneself');
        const stored = await sitting(context, parts, journey);
        if (stored.briefedOn !== null) refuse('briefing.signed-already');
        await store.setBriefed(tx, stored, { person: actor.person, manner, day: formatDay(today) });
        return settle(context, journey, stored.number);
      },
    }),
  ];
}

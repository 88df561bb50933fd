import { reaches } from '@sallyport/core/access';
import { formatDay } from '@sallyport/core/calendar';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { correctNow, factsThere, kindNamed, ownOrganisation, writeFact } from '../register/index.ts';
import { writeCarried } from './carried.ts';
import type { PlanGiven } from './contract/shapes.ts';
import * as contract from './contract.ts';
import { loadTrips, type TripParts } from './load.ts';
import { carryOut, follow, requireMay, requireSeen, requireUnclassified, take } from './perform.ts';
import { besideOf, planOfGiven, textsOf, writeLegs } from './plan.ts';
import { standingOf } from './standing-store.ts';
import { isPolicy } from './steps-of-rules.ts';
import * as store from './store.ts';

type Goer = { readonly person: string; readonly leader: boolean };

export function implementDrafting(parts: TripParts): ImplementedAction[] {
  const { ids } = parts;

  /** Who travels, with what the register says of them today; nobody types that they bear secrets, or that they do not. */
  async function writeTraveller(context: Context, trip: string, { person, leader }: Goer): Promise<void> {
    const { tx, scope, today, actor } = context;
    const [there] = await factsThere(tx, kindNamed('person'), [person]);
    const unit = typeof there?.fields['unit'] === 'string' ? there.fields['unit'] : null;
    if (there === undefined || (actor.via !== 'machine' && !reaches(scope, { person, unit })))
      refuse('request.not-found');
    const addedOn = formatDay(today);
    const standing = await standingOf(tx, person, addedOn);
    await writeFact(context, kindNamed('traveller'), ids.uuid(), { trip, person, leader, ...standing, addedOn });
  }

  /**
   * A private journey is asked about where a clause we have read binds that very person, and nowhere else: else there is nothing to draft
   * (PEOPLE.md, abuse 16). Whether one does the rules say, as if it were handed in today: some ask only from then on.
   */
  async function requireBound({ tx, now, today, facts }: Context, trip: string): Promise<void> {
    await tx.once('SAVEPOINT asked');
    facts.after('trip', [trip]);
    await store.supposeSubmitted(tx, trip, formatDay(today));
    const [loaded] = await loadTrips(tx, parts, [trip], { now, today, afresh: true });
    await tx.once('ROLLBACK TO SAVEPOINT asked');
    // What was evaluated of a trip as it was supposed to be is as it was before, too.
    facts.after('trip', [trip]);
    const bound = new Set(
      (loaded?.gate ?? []).flatMap(({ rule, subject }) =>
        // What is carried binds whoever carries it, and asks nothing about the journey.
        rule.subject === 'traveller' && rule.sureness === 'text' && !isPolicy(parts.law, rule) ? [subject] : [],
      ),
    );
    if (loaded?.travellers.some(({ id }) => !bound.has(id)) !== false) refuse('trips.private');
  }

  /**
   * The department a journey is of: what the register says of who leads it, or of one of the others where somebody names it. It says in which
   * region the journey lies (docs/decisions/0091), so nobody names a department that is asked less, or leaves it empty and is asked nothing.
   */
  async function unitOf({ tx }: Context, travellers: readonly Goer[], named: string | null): Promise<string | null> {
    const people = await factsThere(
      tx,
      kindNamed('person'),
      travellers.map(({ person }) => person),
    );
    const of = (id: string | undefined): unknown => people.find((one) => one.id === id)?.fields['unit'];
    if (named !== null && !travellers.some(({ person }) => of(person) === named)) refuse('trips.not-their-unit');
    const own = of((travellers.find(({ leader }) => leader) ?? travellers[0])?.person);
    return named ?? (typeof own === 'string' ? own : null);
  }

  return [
    implementAction(contract.draftTrip, {
      async handle(context, { kind, emergency, unit, plan, travellers, copiedFrom = null }) {
        const { tx, actor, now, today } = context;
        requireUnclassified(textsOf(plan));
        if (new Set(travellers.map(({ person }) => person)).size < travellers.length) refuse('trips.travels-already');
        if (copiedFrom !== null) await requireSeen(context, parts, copiedFrom);
        const own = (await ownOrganisation(tx)) ?? refuse('trips.organisation-first');
        const trip = ids.uuid();
        const at = new Date(now / 1000);
        const createdOn = formatDay(today);
        const { fields } = await writeFact(context, kindNamed('trip'), trip, {
          organisation: own.id,
          unit: await unitOf(context, travellers, unit),
          kind,
          // Hong Kong, Macao and Taiwan count.
          abroad: true,
          emergency,
          createdOn,
          ...tripFields(plan),
        });
        await writeLegs(context, trip, [], plan.legs, ids.uuid);
        await writeCarried(context, trip, plan.items, ids.uuid);
        for (const one of travellers) await writeTraveller(context, trip, one);
        await store.insertPlan(tx, { trip, filedBy: actor.person, copiedFrom, at, ...besideOf(plan) });
        const drafted = { trip, number: 1, act: 'draft', person: actor.person, on: createdOn, steps: [] } as const;
        await store.insertTrail(
          tx,
          { ...drafted, verdict: null, seen: null, reason: null, until: null, said: null },
          { account: actor.account, at },
        );
        await follow(context, parts, trip, 'draft');
        if (kind === 'private') await requireBound(context, trip);
        const { purposeText: _text, ...told } = fields;
        return {
          output: { trip, version: 2 },
          entry: {
            subject: `trip/${trip}`,
            fields: copiedFrom === null ? told : { ...told, copiedFrom },
            person: travellers[0]?.person ?? null,
          },
        };
      },
    }),
    implementAction(contract.addTraveller, {
      async handle(context, { person, leader, ...named }) {
        const taken = await take(context, parts, named);
        const move = { act: 'add-traveller' } as const;
        requireMay(taken, move);
        if (taken.loaded.trip.travellers.some((one) => one.person === person)) refuse('trips.travels-already');
        const done = await carryOut(context, parts, taken, move, { fields: { person, leader } }, () =>
          writeTraveller(context, named.trip, { person, leader }),
        );
        if (taken.loaded.fields['kind'] === 'private') await requireBound(context, named.trip);
        return done;
      },
    }),
    implementAction(contract.dropTraveller, {
      async handle(context, { traveller, ...named }) {
        const taken = await take(context, parts, named);
        const move = { act: 'drop-traveller' } as const;
        if (!taken.loaded.travellers.some(({ id }) => id === traveller)) refuse('request.not-found');
        requireMay(taken, move);
        return carryOut(context, parts, taken, move, { fields: { traveller } }, async () => {
          const fields = { withdrawnOn: formatDay(context.today) };
          await correctNow(context, kindNamed('traveller'), traveller, { fields, reason: `trip/${named.trip}` });
        });
      },
    }),
    implementAction(contract.changeTrip, {
      async handle(context, { plan, said, ...named }) {
        const taken = await take(context, parts, named);
        const move = { act: 'change', plan: planOfGiven(plan) } as const;
        requireMay(taken, move);
        requireUnclassified(textsOf(plan));
        return carryOut(context, parts, taken, move, { said }, async () => {
          const trip = kindNamed('trip');
          await correctNow(context, trip, named.trip, { fields: tripFields(plan), reason: `trip/${named.trip}` });
          await writeLegs(context, named.trip, taken.loaded.legs, plan.legs, ids.uuid);
          await writeCarried(context, named.trip, plan.items, ids.uuid);
          await store.updatePlan(context.tx, named.trip, besideOf(plan));
        });
      },
    }),
  ];
}

const tripFields = ({ purpose, departsOn, returnsOn }: PlanGiven) => ({ purposeText: purpose, departsOn, returnsOn });

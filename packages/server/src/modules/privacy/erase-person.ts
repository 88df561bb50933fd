import { type Context, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type ErasedFact, eraseFactsOfPerson, eraseNamedFacts } from '../register/index.ts';
import * as contract from './contract.ts';
import { factsAt } from './erase-due.ts';
import { noteErased } from './erased.ts';
import { heldOn } from './holds.ts';
import type { PrivacyParts } from './parts.ts';
import { rowBoundsOf } from './row-bounds.ts';
import * as store from './store/erasures.ts';
import { eraseRowsAbout } from './store/rows.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** The second person signs within a day (PEOPLE.md, "Two persons"). */
const dayLong = 86_400_000;

const accountable = 120;

export function implementErasePerson(parts: PrivacyParts) {
  // What is kept ten years to show who acted names an account by its id alone, and the account is emptied: the id leads to nobody. So
  // does the list of who saw the person, which stays until its bound.
  const bounds = rowBoundsOf(parts.tables).filter(({ table, months }) => table !== 'seen' && months < accountable);

  async function refuseHeld({ tx, today }: Context, person: string): Promise<void> {
    const { holds } = await heldOn(tx, today, parts.accountsOf);
    const hold = holds.find(({ kind, target }) => kind === 'person' && target === person);
    if (hold !== undefined) refuse('privacy.on-hold', { clause: hold.clause, until: hold.until });
  }

  const ask = implementAction(contract.erasePerson, {
    place: wholeOrganisation,
    async handle(context, { person, reason }) {
      const { tx, actor, now } = context;
      await refuseHeld(context, person);
      const [request, askedAt] = [parts.ids.uuid(), new Date(now / 1000)];
      await store.insertRequest(tx, {
        id: request,
        person,
        reason,
        firstAccount: actor.account,
        firstSession: actor.session,
        askedAt,
        endsAt: new Date(askedAt.getTime() + dayLong),
      });
      return {
        output: { request },
        entry: { subject: `erasureRequest/${request}`, fields: { person, reason }, person },
      };
    },
  });

  const confirm = implementAction(contract.confirmErasure, {
    place: wholeOrganisation,
    async handle(context, { request }) {
      const { tx, actor, now } = context;
      const asked = (await store.lockRequest(tx, request)) ?? refuse('request.not-found');
      const at = new Date(now / 1000);
      if (asked.decidedAt !== null || asked.endsAt <= at) refuse('privacy.already-ended');
      const { account } = actor;
      const sameHands = account === asked.firstAccount || actor.session === asked.firstSession;
      if (sameHands || account === null || actor.person === asked.person) return refuse('privacy.second-person-needed');
      if (asked.firstAccount !== null && (await parts.inOneLine(tx, asked.firstAccount, account, at)))
        refuse('privacy.second-person-needed');
      await refuseHeld(context, asked.person);
      await store.decideRequest(tx, request, actor.account, at);
      const erased = await erase(context, asked.person);
      return {
        output: { request, erased: erased.length },
        entry: { subject: `erasureRequest/${request}`, fields: { erased: erased.length } },
      };
    },
  });

  async function erase(context: Context, person: string): Promise<ErasedFact[]> {
    // First of all nobody acts any more in the name of somebody who is no longer known.
    const at = new Date(context.now / 1000);
    const all = [person, ...(await parts.mergedInto(context.tx, person))];
    const ids = [...all, ...(await parts.closeAccounts(context.tx, person, context.actor.account, at))];
    const erased: ErasedFact[] = [];
    for (const each of all) erased.push(...(await eraseFactsOfPerson(factsAt(context), each)));
    await parts.values.eraseOfPersons(context.tx, all);
    for (const bound of bounds) await eraseRowsAbout(context.tx, bound, ids);
    await noteErased(
      context,
      parts,
      erased.some(({ kind }) => kind === 'person') ? erased : [...erased, { kind: 'person', id: person }],
    );
    return erased;
  }

  /** `restore` gives the log line by line; what the backup brought back is erased again, a person with everything about them. */
  const replay = implementAction(contract.replayErasures, {
    async handle(context, { erased }) {
      const named = erased.filter(({ kind }) => kind !== 'person').map(({ kind, target }) => ({ kind, id: target }));
      const facts = await eraseNamedFacts(factsAt(context), named);
      // Files that somebody removed are no facts: their rows go again as well.
      await noteErased(context, parts, [...facts, ...named.filter(({ kind }) => kind === 'file')]);
      const persons = erased.filter(({ kind }) => kind === 'person');
      for (const { target } of persons) facts.push(...(await erase(context, target)));
      return { output: { erased: facts.length }, entry: { subject: null, fields: { erased: facts.length } } };
    },
  });

  return [ask, confirm, replay];
}

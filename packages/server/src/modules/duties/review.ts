import { formatDay, formatInstant } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { kindNamed, ownOrganisation, scopeFor, takeAway, writeFact } from '../register/index.ts';
import { type DutyRow, noPeriod, statusOf } from './duty-row.ts';
import { oneDuty } from './list-store.ts';
import { dutyPlace } from './one.ts';
import { decideReview, withdrawReview } from './review-contract.ts';
import { isOwnReview } from './review-rights.ts';
import { placeOfReview } from './review-store.ts';
import { type SettleParts, settleWork } from './settle.ts';

type ReviewParts = Pick<SettleParts, 'engine' | 'dayOf' | 'offset'> & { readonly ids: { readonly uuid: () => string } };

/**
 * A forbidden fact on record is no finding: a named person says whether it is one (PEOPLE.md, "No verdict by machine"). It speaks of the record
 * and the unit, never of a person.
 */
export function implementReview(parts: ReviewParts): ImplementedAction[] {
  /** The duty as the facts have it now; two who decide at once do so one after the other, and the second is refused. */
  async function underReview({ tx, now }: Context, rule: string, subject: string): Promise<DutyRow> {
    const kind = parts.engine.rule(rule)?.subject ?? refuse('request.not-found');
    await settleWork(tx, parts, [{ kind, rules: [rule], subjects: [subject] }], now, 'fact');
    const row = (await oneDuty(tx, rule, subject, noPeriod)) ?? refuse('request.not-found');
    return statusOf(row.status) === 'review' ? row : refuse('duties.not-in-review');
  }

  /** An incident knows which limit runs and since when; what it is about stays where it is recorded. */
  async function makeIncident(context: Context, organisation: string, clock: string): Promise<string> {
    const kind = kindNamed('incident');
    if (scopeFor(kind, context.actor, 'record')?.whole !== true) refuse('request.not-allowed');
    const incident = parts.ids.uuid();
    const discoveredOn = formatDay(context.today);
    // Known as one from this moment on: a limit in hours begins to run.
    const discoveredAt = formatInstant(context.now);
    await writeFact(context, kind, incident, { organisation, clock, discoveredOn, discoveredAt });
    return incident;
  }

  return [
    implementAction(decideReview, {
      place: (tx, { rule, subject }, actor) => dutyPlace(tx, { rule, subject, period: null }, actor),
      async handle(context, { rule, subject, verdict, reason, incident: clock }) {
        const { tx, actor, today } = context;
        if (hasClassifiedMark(reason)) refuse('register.classified-mark');
        const row = await underReview(context, rule, subject);
        if (isOwnReview(actor, row)) refuse('duties.own-review');
        const own = (await ownOrganisation(tx)) ?? refuse('duties.organisation-first');
        const incident = clock === null ? null : await makeIncident(context, own.id, clock);
        const id = parts.ids.uuid();
        const { fields } = await writeFact(context, kindNamed('reviewDecision'), id, {
          organisation: own.id,
          rule,
          subject,
          verdict,
          decidedOn: formatDay(today),
          reason,
          decidedBy: actor.account,
          incident,
        });
        const entry = { subject: `reviewDecision/${id}`, fields: { ...fields, clock }, person: row.person };
        return { output: { id, incident }, entry };
      },
    }),
    implementAction(withdrawReview, {
      place: (tx, { id }) => placeOfReview(tx, id),
      async handle(context, { id, reason }) {
        if (hasClassifiedMark(reason)) refuse('register.classified-mark');
        const { rule, subject } = await takeAway(context, kindNamed('reviewDecision'), id, reason);
        return { output: { id }, entry: { subject: `reviewDecision/${id}`, fields: { rule, subject, reason } } };
      },
    }),
  ];
}

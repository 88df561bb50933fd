import { formatDay } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import type { Rule } from '@sallyport/core/law';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { askSecond } from '../identity/index.ts';
import { endFact, kindNamed } from '../register/index.ts';
import { endPutOff, overrideDuty, waiveDuty } from './contract.ts';
import { type DutyRow, noPeriod } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { oneDuty } from './list-store.ts';
import { dutyPlace } from './one.ts';
import { createPutOffActs, waitingFor } from './put-off-acts.ts';
import type { PutOffKind } from './put-off-contract.ts';
import { readingOf, requireEnd, requirePossible } from './put-off-rules.ts';
import { placeOfPutOff } from './put-off-store.ts';

export type PutOffParts = {
  readonly engine: Engine;
  readonly ids: { readonly uuid: () => string };
  readonly post: PostPort;
};

type Asked = {
  readonly rule: string;
  readonly subject: string;
  readonly period: string | null;
  readonly reason: string;
  readonly authority?: string;
  readonly until: string;
};

/** A duty that the law lets wait is put off, or the act that waits for it goes on all the same: asked for here, decided by two (put-off-acts.ts). */
export function implementPutOff(parts: PutOffParts): ImplementedAction[] {
  const { law } = parts.engine;
  const acts = createPutOffActs(parts);

  async function ask(context: Context, kind: PutOffKind, input: Asked) {
    const { tx, actor, today } = context;
    const { rule, row } = await dutyAsked(context, input);
    requirePossible(law, kind, rule, row);
    requireEnd(input.until, today);
    if ([input.reason, input.authority ?? ''].some(hasClassifiedMark)) refuse('register.classified-mark');
    // Nobody puts off what they owe themselves: the second signature would be the only one.
    if (actor.person !== null && [row.assignee, row.person].includes(actor.person)) refuse('duties.own-duty');
    if ((await waitingFor(context, input)).some((one) => one.kind === kind)) refuse('duties.already-asked');
    const { rule: id, subject, period, authority = null, until } = input;
    const details = { rule: id, subject, period, authority, until };
    const act = { kind, subject: null, role: null, unit: row.unit, reason: input.reason, details };
    const output = await askSecond(context, parts, act, await acts[kind].signing(tx, details));
    return {
      output,
      entry: {
        subject: `two-person-act/${output.act}`,
        fields: { kind, ...details, reason: input.reason },
        person: row.person,
      },
    };
  }

  async function dutyAsked({ tx }: Context, key: Asked): Promise<{ readonly rule: Rule; readonly row: DutyRow }> {
    const row = await oneDuty(tx, key.rule, key.subject, key.period ?? noPeriod);
    const rule = row === null ? null : readingOf(law, row);
    return row === null || rule === null ? refuse('request.not-found') : { rule, row };
  }

  return [
    implementAction(waiveDuty, { place: dutyPlace, handle: (context, input) => ask(context, 'waiver', input) }),
    implementAction(overrideDuty, { place: dutyPlace, handle: (context, input) => ask(context, 'override', input) }),
    implementAction(endPutOff, {
      place: (tx, { kind, id }) => placeOfPutOff(tx, kind, id),
      async handle(context, { kind, id, reason }) {
        const today = formatDay(context.today);
        const ended = await endFact(context, kindNamed(kind), id, reason);
        if (!ended) refuse('duties.already-ended');
        return { output: { id }, entry: { subject: `${kind}/${id}`, fields: { until: today, reason } } };
      },
    }),
  ];
}

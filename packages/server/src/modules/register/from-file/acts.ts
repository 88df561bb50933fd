import { hasClassifiedMark } from '@sallyport/core/facts';
import { type Context, type ImplementedAction, implementAction } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import { giveBack, holdFields, releaseFields, takeOver } from '../contract/from-file.ts';
import { requireFact } from '../require-fact.ts';
import { kindNamed } from '../service.ts';
import * as store from './store.ts';

type Named = { readonly kind: string; readonly id: string; readonly fields: readonly string[] };

async function held({ tx, actor }: Context, { kind: name, id, fields }: Named, taken: boolean) {
  const kind = kindNamed(name);
  const { person } = await requireFact(tx, actor, { kind: name, id }, 'record');
  const found = (await store.heldFields(tx, kind, id)).filter((one) => one.taken === taken);
  const names = new Set(found.map(({ field }) => field));
  if (!fields.every((field) => names.has(field))) refuse('register.not-held');
  return { kind, person, unique: [...new Set(fields)] };
}

export const fromFileActs: readonly ImplementedAction[] = [
  implementAction(takeOver, {
    async handle(context, { reason, ...named }) {
      if (hasClassifiedMark(reason)) refuse('register.classified-mark');
      const { kind, person, unique } = await held(context, named, false);
      const { tx, actor, now } = context;
      const by = { person, reason, account: actor.account };
      await store.insertTaken(tx, kind, named.id, unique, by, new Date(now / 1000));
      return {
        output: { kind: kind.name, id: named.id },
        entry: { subject: `${kind.name}/${named.id}`, fields: { fields: unique, reason }, person },
      };
    },
  }),
  implementAction(giveBack, {
    async handle(context, named) {
      const { kind, person, unique } = await held(context, named, true);
      await store.deleteTaken(context.tx, kind, named.id, unique);
      return {
        output: { kind: kind.name, id: named.id },
        entry: { subject: `${kind.name}/${named.id}`, fields: { fields: unique }, person },
      };
    },
  }),
  implementAction(holdFields, {
    async handle({ tx }, { import: run, day, facts }) {
      const count = await store.insertHeld(tx, run, day, facts);
      return { output: { facts: count }, entry: { subject: `import/${run}`, fields: { facts: count, day } } };
    },
  }),
  implementAction(releaseFields, {
    async handle({ tx }, { import: run }) {
      const count = await store.deleteHeldBy(tx, run);
      return { output: { facts: count }, entry: { subject: `import/${run}`, fields: { facts: count } } };
    },
  }),
];

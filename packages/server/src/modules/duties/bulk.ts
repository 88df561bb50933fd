import { reaches } from '@sallyport/core/access';
import { formatDay } from '@sallyport/core/calendar';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { requireFact } from '../register/index.ts';
import { assigner } from './assign.ts';
import { assignDuties, type passedOver, remindOfDuties } from './bulk-contract.ts';
import * as store from './bulk-store.ts';
import { type DutyRow, isOpen, noPeriod } from './duty-row.ts';

type Why = (typeof passedOver)[number];
type Key = { readonly rule: string; readonly subject: string; readonly period: string | null };
type Chosen = { readonly at: number; readonly row: DutyRow };

type BulkParts = {
  readonly ids: { readonly uuid: () => string };
  readonly post: Pick<PostPort, 'write'>;
};

/** Many duties at once: what can be done is done, and of each other one it is said why not. */
export const implementBulk = (parts: BulkParts): ImplementedAction[] => [
  implementAction(assignDuties, {
    async handle(context, { person, duties }) {
      const { tx } = context;
      if (person !== null) await requireHere(context, person);
      const { chosen, refused } = await openOnes(context, duties);
      const known = await store.assignmentsOf(tx, rowsOf(chosen));
      const done: { at: number; before: string | null }[] = [];
      const facts: string[] = [];
      const assign = assigner(context, parts.ids);
      for (const { at, row } of chosen) {
        const before = known.get(store.keyOf(row));
        if (person === (before?.person ?? null) || (before === undefined && person === row.assignee)) {
          refused.push({ at, why: 'already-theirs' });
          continue;
        }
        facts.push(await assign(row, before, person, reassigned));
        done.push({ at, before: before?.person ?? null });
      }
      const fields = { person, duties: done.map(({ at }) => duties[at]), facts, refused: refused.length };
      return { output: { done, refused: inOrder(refused) }, entry: { subject: null, fields, person } };
    },
  }),
  implementAction(remindOfDuties, {
    async handle(context, { duties }) {
      const { tx, today } = context;
      const day = formatDay(today);
      const { chosen, refused } = await openOnes(context, duties);
      const readers = await store.readersOf(tx, assigneesOf(chosen));
      const reminded = await store.remindedOn(tx, rowsOf(chosen), day);
      const done: number[] = [];
      const now: (store.DutyKey & { readonly account: string })[] = [];
      for (const { at, row } of chosen) {
        const account = row.assignee === null ? null : readers.get(row.assignee);
        const why: Why | null =
          account === null
            ? 'nobody-to-remind'
            : account === undefined
              ? 'no-address'
              : reminded.has(store.keyOf(row))
                ? 'reminded-today'
                : null;
        if (why !== null) refused.push({ at, why });
        else if (typeof account === 'string') {
          done.push(at);
          now.push({ ...row, account });
        }
      }
      // Whoever had a reminder today has it still: it names no duty, and a second one would say nothing more.
      const accounts = [...new Set(now.map(({ account }) => account))];
      const had = await store.accountsReminded(tx, accounts, day);
      await store.keepReminders(tx, now, day);
      let letters = 0;
      for (const account of accounts)
        if (!had.has(account) && (await parts.post.write(context, { account, template: 'to-do', page: '/mine' })))
          letters += 1;
      const fields = { duties: done.map((at) => duties[at]), letters, refused: refused.length };
      return { output: { done, refused: inOrder(refused), letters }, entry: { subject: null, fields } };
    },
  }),
];

const reassigned = '重新指定承办人 / assigned anew';

const rowsOf = (chosen: readonly Chosen[]): DutyRow[] => chosen.map(({ row }) => row);
const assigneesOf = (chosen: readonly Chosen[]): string[] => [
  ...new Set(chosen.flatMap(({ row }) => row.assignee ?? [])),
];
const inOrder = <T extends { readonly at: number }>(all: readonly T[]): T[] => all.toSorted((a, b) => a.at - b.at);

/** Somebody within the asker's reach who has not left: a liaison gives work to their own unit. */
async function requireHere({ tx, actor, today }: Context, person: string): Promise<void> {
  await requireFact(tx, actor, { kind: 'person', id: person }, 'read');
  if (!(await store.isHere(tx, person, formatDay(today)))) refuse('duties.person-gone');
}

/** The duties that are there for the asker and still ask for something; a duty named twice is one. */
async function openOnes({ tx, scope }: Context, duties: readonly Key[]) {
  const wanted = duties.map(({ rule, subject, period }) => ({ rule, subject, period: period ?? noPeriod }));
  const rows = new Map((await store.dutiesNamed(tx, wanted)).map((row) => [store.keyOf(row), row]));
  const chosen: Chosen[] = [];
  const refused: { at: number; why: Why }[] = [];
  for (const [at, key] of wanted.entries()) {
    const row = rows.get(store.keyOf(key));
    rows.delete(store.keyOf(key));
    if (row === undefined || !reaches(scope, row)) refused.push({ at, why: 'not-found' });
    else if (isOpen(row)) chosen.push({ at, row });
    else refused.push({ at, why: 'settled' });
  }
  return { chosen, refused };
}

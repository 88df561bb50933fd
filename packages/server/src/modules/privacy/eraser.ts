import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { forgetActsAbout } from '../identity/index.ts';
import { type ErasedFact, eraseFactsOfPerson, eraseNamedFacts } from '../register/index.ts';
import * as contract from './contract.ts';
import { factsAt } from './erase-due.ts';
import { noteErased } from './erased.ts';
import type { PrivacyParts } from './parts.ts';
import { rowBoundsOf } from './row-bounds.ts';
import { eraseRowsAbout } from './store/rows.ts';

const accountable = 120;

/** Everything about somebody, wherever it lies in the database; and the same again after a restore. */
export function eraserOf(parts: PrivacyParts): {
  readonly erase: (context: Context, person: string) => Promise<ErasedFact[]>;
  readonly replay: ImplementedAction;
} {
  // What is kept ten years to show who acted names an account by its id alone, and the account is emptied: the id leads to nobody. So
  // does the list of who saw the person, which stays until its bound. A row that names a person is no account of anybody's acts.
  const bounds = rowBoundsOf(parts.tables).filter(
    ({ table, months, remove, about }) => table !== 'seen' && (months < accountable || (remove && about === 'person')),
  );

  async function erase(context: Context, person: string): Promise<ErasedFact[]> {
    // First of all nobody acts any more in the name of somebody who is no longer known.
    const at = new Date(context.now / 1000);
    const all = [person, ...(await parts.mergedInto(context.tx, person))];
    const ids = [...all, ...(await parts.closeAccounts(context.tx, person, context.actor.account, at))];
    const erased: ErasedFact[] = [];
    for (const each of all) erased.push(...(await eraseFactsOfPerson(factsAt(context), each)));
    await parts.values.eraseOfPersons(context.tx, ids);
    for (const bound of bounds) await eraseRowsAbout(context.tx, bound, ids);
    await forgetActsAbout(context.tx, 'erasure', all);
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

  return { erase, replay };
}

import { formatDay } from '@sallyport/core/calendar';
import type { Context } from '../../platform/actions/implement.ts';
import { correctNow, kindNamed, requireFact, writeFact } from '../register/index.ts';
import type { PlanGiven } from './contract/shapes.ts';
import * as store from './store.ts';

type Carried = { readonly kind: string; readonly copy: string | null };

/** A copy of the register is one of a controlled document, whatever else was ticked. */
const bearsSecrets = ({ classified, copy }: PlanGiven['items'][number]): boolean =>
  classified === true || (copy ?? null) !== null;

/** What of the list bears secrets, as facts that a rule reads; what stays on the list is the same fact. */
export async function writeCarried(
  context: Context,
  trip: string,
  items: PlanGiven['items'],
  uuid: () => string,
): Promise<void> {
  const { tx, actor, today } = context;
  const left = [...(await store.carriedItems(tx, [trip]))];
  for (const { kind, copy = null } of items.filter(bearsSecrets)) {
    const at = left.findIndex((one) => isSame(one, { kind, copy }));
    if (at >= 0) {
      left.splice(at, 1);
      continue;
    }
    // Whoever names a copy may know of it.
    if (copy !== null) await requireFact(tx, actor, { kind: 'copy', id: copy }, 'read');
    await writeFact(context, kindNamed('carriedItem'), uuid(), { trip, kind, copy, listedOn: formatDay(today) });
  }
  const fields = { leftOutOn: formatDay(today) };
  for (const { id } of left)
    await correctNow(context, kindNamed('carriedItem'), id, { fields, reason: `trip/${trip}` });
}

const isSame = (one: Carried, other: Carried): boolean => one.kind === other.kind && one.copy === other.copy;

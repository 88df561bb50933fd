import type { Actor } from '../../platform/actions/actor.ts';
import { Refused, refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { factVersions, kindNamed, requireFact } from '../register/index.ts';
import type { PrintShown } from './contract.ts';
import { formNamed } from './forms-there.ts';
import { numberText } from './number.ts';
import type * as store from './store.ts';

/** The version the printed fact has now; null where it was withdrawn or erased. */
async function versionNow(tx: Transaction, { kind, fact }: store.Print): Promise<number | null> {
  return (await factVersions(tx, kindNamed(kind), [fact])).get(fact) ?? null;
}

export const stateOf = async (tx: Transaction, print: store.Print): Promise<PrintShown['state']> =>
  stateAt(print, await versionNow(tx, print));

/** By the version its fact has now. */
function stateAt(print: store.Print, version: number | null): PrintShown['state'] {
  if (version === null) return 'withdrawn';
  if (print.returnedAt !== null) return 'returned';
  return version === print.factVersion ? 'out' : 'changed';
}

export const isChanged = async (tx: Transaction, print: store.Print): Promise<boolean> =>
  (await versionNow(tx, print)) !== print.factVersion;

/**
 * A print for somebody who may read its fact; for anybody else there is none. Of a fact that is no longer there nobody can say whose it was
 * by the fact alone: only those over the whole organisation are told of it.
 */
export async function requirePrint(
  tx: Transaction,
  actor: Actor,
  print: store.Print,
  act: 'read' | 'record',
  /** What somebody is told who named it by what stands on the paper, and not by its id. */
  missing: 'request.not-found' | 'forms.no-such-print' = 'request.not-found',
): Promise<void> {
  const { kind, fact: id } = print;
  try {
    await requireFact(tx, actor, { kind, id }, act);
  } catch (error) {
    const gone = (await versionNow(tx, print)) === null;
    const overAll = actor.grants.some(({ role, unit }) => role === 'security-officer' && unit === null);
    if (error instanceof Refused && gone && overAll) return;
    if (error instanceof Refused && error.refusals[0]?.code === 'request.not-found') refuse(missing);
    throw error;
  }
}

export const shownOf = async (tx: Transaction, print: store.Print): Promise<PrintShown> =>
  shownAs(print, await stateOf(tx, print));

/** Many at once, kind by kind. */
export async function allShown<One extends store.Print>(
  tx: Transaction,
  prints: readonly One[],
): Promise<{ readonly print: One; readonly shown: PrintShown }[]> {
  const versions = new Map<string, number>();
  for (const kind of new Set(prints.map((one) => one.kind))) {
    const facts = prints.flatMap((one) => (one.kind === kind ? [one.fact] : []));
    for (const [fact, version] of await factVersions(tx, kindNamed(kind), facts))
      versions.set(`${kind}/${fact}`, version);
  }
  return prints.map((print) => ({
    print,
    shown: shownAs(print, stateAt(print, versions.get(`${print.kind}/${print.fact}`) ?? null)),
  }));
}

function shownAs(print: store.Print, state: PrintShown['state']): PrintShown {
  const { id, form, kind, fact, language, printedAt, returnedAt } = print;
  return {
    print: id,
    recordNumber: numberText(print),
    form,
    title: formNamed(form).standard.title,
    kind,
    fact,
    language,
    printedAt: printedAt.toISOString(),
    returnedAt: returnedAt?.toISOString() ?? null,
    state,
  };
}

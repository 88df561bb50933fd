import type { Actor } from '../../platform/actions/actor.ts';
import { Refused, refuse } from '../../platform/actions/refusal.ts';
import type { Language } from '../../platform/words/words.ts';
import { namesOf } from '../register/contract.ts';
import { mostRows } from './contract.ts';
import type { Cell, Ledger, NamesOf } from './ledger.ts';

export type Ask = (query: string, input: unknown, actor: Actor) => Promise<unknown>;

type Asked = {
  readonly ledger: Ledger;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly actor: Actor;
};

const perPage = 200;
/** The bound of `register.names`. */
const namesAtOnce = 100;

/**
 * The rows of a ledger as whoever asks may see them: the very query of the list, page by page, with its rights and its record of who was
 * looked at. No second way to the data is made here.
 */
export async function collectRows(ask: Ask, { ledger, filter, language, actor }: Asked): Promise<Cell[][]> {
  const columns = ledger.columns(filter);
  const known = new Map<string, string>();
  const names: NamesOf = (kind, id) => (id === null ? '' : (known.get(`${kind}/${id}`) ?? id));
  const rows: Cell[][] = [];
  let cursor: string | null = null;
  do {
    const page = ledger.pages ? { limit: perPage, ...(cursor === null ? {} : { cursor }) } : {};
    const output = await ask(ledger.query.name, { ...filter, ...page }, actor);
    const items = ledger.rows(output);
    if (rows.length + items.length > mostRows) refuse('ledgers.too-many-rows', { most: mostRows });
    await learnNames(ask, actor, items.flatMap(ledger.named), known);
    rows.push(...items.map((item) => columns.map(({ of }) => of(item, { language, names }))));
    cursor = ledger.pages ? (output as { readonly next: string | null }).next : null;
  } while (cursor !== null);
  return rows;
}

async function learnNames(
  ask: Ask,
  actor: Actor,
  wanted: ReturnType<Ledger['named']>,
  known: Map<string, string>,
): Promise<void> {
  for (const kind of ['person', 'unit', 'post'] as const) {
    const ids = [...new Set(wanted.flatMap((one) => (one.kind === kind && one.id !== null ? [one.id] : [])))].filter(
      (id) => !known.has(`${kind}/${id}`),
    );
    for (let from = 0; from < ids.length; from += namesAtOnce) {
      const input = { kind, ids: ids.slice(from, from + namesAtOnce) };
      const found = (await ask(namesOf.name, input, actor).catch(notAllowed)) as {
        readonly names: readonly { readonly id: string; readonly name: string }[];
      };
      for (const { id, name } of found.names) known.set(`${kind}/${id}`, name);
    }
  }
}

/** Whoever may see the list and not the names reads numbers. */
function notAllowed(error: unknown): { readonly names: [] } {
  if (error instanceof Refused) return { names: [] };
  throw error;
}

import type { Actor } from '../../platform/actions/actor.ts';
import { Refused, refuse } from '../../platform/actions/refusal.ts';
import { namesOf } from '../register/contract.ts';
import type { Cell, Filter, Ledger, Named, NamedKind, Reader } from './ledger.ts';

export type Ask = (query: string, input: unknown, actor: Actor) => Promise<unknown>;

type Asked = {
  readonly ledger: Ledger;
  readonly filter: Filter;
  readonly actor: Actor;
  readonly reader: Omit<Reader, 'names'>;
  /** Rows of one ledger. */
  readonly most: number;
};

const perPage = 200;
/** The bound of `register.names`. */
const namesAtOnce = 100;

/**
 * The rows of a ledger, and what the list answered first, as whoever asks may see them: the very query of the list, page by page, with its rights and its record of who was
 * looked at. No second way to the data is made here.
 */
export async function collectRows(
  ask: Ask,
  { ledger, filter, actor, reader, most }: Asked,
): Promise<{ readonly rows: Cell[][]; readonly answered: unknown }> {
  const items: unknown[] = [];
  let answered: unknown;
  const asked = async (input: unknown): Promise<unknown> => {
    const output = await ask(ledger.query.name, input, actor);
    answered ??= output;
    return output;
  };
  for await (const item of itemsOf(asked, ledger, filter)) {
    if (items.length === most) refuse('ledgers.too-many-rows', { most });
    items.push(item);
  }
  const known = await learnNames(ask, actor, items.flatMap(ledger.named));
  const names: Reader['names'] = (kind, id) => (id === null ? '' : (known.get(keyOf(kind, id)) ?? id));
  const columns = ledger.columns(filter);
  return { answered, rows: items.map((item) => columns.map(({ of }) => of(item, { ...reader, names }))) };
}

/** One after the other, and under each what belongs to it. */
async function* itemsOf(ask: (input: unknown) => Promise<unknown>, ledger: Ledger, filter: Filter): AsyncGenerator {
  let cursor: string | null = null;
  do {
    const page: Filter = ledger.pages ? { limit: perPage, ...(cursor === null ? {} : { cursor }) } : {};
    const output = await ask({ ...filter, ...page });
    for (const item of ledger.rows(output)) {
      yield item;
      const below = ledger.under(item, filter);
      if (below !== null) yield* itemsOf(ask, ledger, below);
    }
    cursor = ledger.pages ? (output as { readonly next: string | null }).next : null;
  } while (cursor !== null);
}

const keyOf = (kind: NamedKind, id: string): string => `${kind}/${id}`;

async function learnNames(ask: Ask, actor: Actor, wanted: readonly Named[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const kind of ['person', 'unit', 'post'] as const) {
    const ids = [...new Set(wanted.flatMap((one) => (one.kind === kind && one.id !== null ? [one.id] : [])))];
    for (let from = 0; from < ids.length; from += namesAtOnce) {
      const input = { kind, ids: ids.slice(from, from + namesAtOnce) };
      const found = (await ask(namesOf.name, input, actor).catch(notAllowed)) as {
        readonly names: readonly { readonly id: string; readonly name: string }[];
      };
      for (const { id, name } of found.names) known.set(keyOf(kind, id), name);
    }
  }
  return known;
}

/** Whoever may see the list and not the names reads numbers. */
function notAllowed(error: unknown): { readonly names: [] } {
  if (error instanceof Refused) return { names: [] };
  throw error;
}

import type { Kind } from '@sallyport/core/facts';

/** The field by which people call a fact of a kind, where its kind has one. */
export const labelField = (kind: Kind): string | null =>
  ['name', 'title', 'number'].find((name) => kind.fields[name]?.type === 'text') ?? null;

type Found = { readonly is: 'one'; readonly id: string } | { readonly is: 'none' | 'several' };

/** The facts that a cell may point at: by id, or by the name they are called if only one is called so. */
export type References = {
  note(kind: Kind, id: string, label: unknown): void;
  find(kind: string, text: string): Found;
  /** The id of the only fact of a kind. */
  only(kind: string): string | null;
};

const several = Symbol('several');
type Index = { readonly ids: Set<string>; readonly labels: Map<string, string | typeof several> };

export function createReferences(): References {
  const kinds = new Map<string, Index>();
  const indexOf = (kind: string): Index => {
    const known = kinds.get(kind) ?? { ids: new Set(), labels: new Map() };
    kinds.set(kind, known);
    return known;
  };
  return {
    note: (kind, id, label) => {
      const { ids, labels } = indexOf(kind.name);
      ids.add(id);
      if (typeof label !== 'string' || label === '') return;
      const before = labels.get(label);
      labels.set(label, before === undefined || before === id ? id : several);
    },
    find: (kind, text) => {
      const { ids, labels } = indexOf(kind);
      if (ids.has(text)) return { is: 'one', id: text };
      const called = labels.get(text.normalize('NFC'));
      if (called === undefined) return { is: 'none' };
      return called === several ? { is: 'several' } : { is: 'one', id: called };
    },
    only: (kind) => {
      const { ids } = indexOf(kind);
      return ids.size === 1 ? ([...ids][0] ?? null) : null;
    },
  };
}

import { type Kind, vocabulary } from '@sallyport/core/facts';

/** A name as people write it, without what they write differently: width, case, spaces, hyphens and brackets. */
export const normalName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()[\]【】*:.“”"'/\u200b\ufeff]/g, '');

const kindNames: ReadonlyMap<string, Kind | null> = (() => {
  const names = new Map<string, Kind | null>();
  for (const kind of vocabulary.kinds.values()) names.set(normalName(kind.name), kind);
  for (const kind of vocabulary.kinds.values()) {
    for (const label of [kind.label.zh, kind.label.en, `${kind.label.en}s`, `${kind.name}s`].map(normalName)) {
      const known = names.get(label);
      // A label that two kinds share names neither.
      if (known === undefined) names.set(label, kind);
      else if (known !== kind && known !== null && normalName(known.name) !== label) names.set(label, null);
    }
  }
  return names;
})();

/** The kind that a file, a sheet or an option names, by its name or its label in either language. */
export const kindNamed = (name: string): Kind | null => kindNames.get(normalName(name)) ?? null;

/** Kinds so ordered that what a kind points at comes before it. */
export const kindsInOrder: readonly Kind[] = (() => {
  const order: Kind[] = [];
  const seen = new Set<string>();
  const visit = (kind: Kind): void => {
    if (seen.has(kind.name)) return;
    seen.add(kind.name);
    for (const field of Object.values(kind.fields)) {
      const target = field.to === undefined ? undefined : vocabulary.kinds.get(field.to);
      if (target) visit(target);
    }
    order.push(kind);
  };
  for (const kind of vocabulary.kinds.values()) visit(kind);
  return order;
})();

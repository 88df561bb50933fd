import { type Kind, vocabulary } from '@sallyport/core/facts';
import { fieldAt, mayBePrinted, type Template, type TemplatePart } from '@sallyport/server/contracts/forms';

/** The kind whose fields a part names: that of the form, or that of the related records of a table. */
export function kindOfPart(kind: Kind, part: TemplatePart): Kind | undefined {
  if (part.part !== 'rows') return kind;
  const inverse = vocabulary.inverses.get(kind.name)?.get(part.of);
  return inverse === undefined ? undefined : vocabulary.kinds.get(inverse.kind);
}

/** What may stand on a form: the fields of a record, and of those it refers to. */
export function fieldChoices(kind: Kind): readonly string[] {
  const direct = Object.keys(kind.fields);
  const further = direct.flatMap((name) => {
    const to = kind.fields[name]?.to;
    const target = to === undefined ? undefined : vocabulary.kinds.get(to);
    return target === undefined ? [] : Object.keys(target.fields).map((inner) => `${name}.${inner}`);
  });
  return [...direct, ...further].filter((path) => mayBePrinted(vocabulary, kind, path));
}

/** A field as it is called on the way to it: “Person · Unit”. */
export function fieldName(kind: Kind, path: string, said: (label: { zh: string; en: string }) => string): string {
  return path
    .split('.')
    .map((_, at, names) => {
      const label = fieldAt(vocabulary, kind, names.slice(0, at + 1).join('.'))?.label;
      return label === undefined ? (names[at] ?? '') : said(label);
    })
    .join(' · ');
}

/** The relations of which a form can hold a table. */
export const relationsOf = (kind: Kind): readonly string[] => [...(vocabulary.inverses.get(kind.name)?.keys() ?? [])];

export const replaced = <Item>(items: readonly Item[], at: number, item: Item): Item[] =>
  items.map((one, place) => (place === at ? item : one));
export const without = <Item>(items: readonly Item[], at: number): Item[] => items.filter((_, place) => place !== at);

export function moved(template: Template, at: number, by: -1 | 1): Template {
  const parts = [...template.parts];
  const [part] = parts.splice(at, 1);
  if (part !== undefined) parts.splice(at + by, 0, part);
  return { ...template, parts };
}

const empty = { zh: '', en: '' };

export function newPart(part: TemplatePart['part'], kind: Kind): TemplatePart {
  switch (part) {
    case 'fields':
      return { part, fields: fieldChoices(kind).slice(0, 1) };
    case 'rows':
      return newRows(kind, relationsOf(kind)[0] ?? '');
    case 'items':
      return { part };
    case 'paragraph':
      return { part, style: 'body', text: empty };
    case 'boxes':
      return { part, boxes: [{ label: empty, sign: true, seal: false }] };
    case 'signatures':
      return { part, labels: [empty] };
  }
}

export function newRows(kind: Kind, of: string): TemplatePart {
  const part = { part: 'rows' as const, of, fields: [] };
  const target = kindOfPart(kind, part);
  return { ...part, fields: target === undefined ? [] : fieldChoices(target).slice(0, 1) };
}

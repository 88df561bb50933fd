import type { FieldType } from '../../packages/core/src/facts/index.ts';
import { kinds } from './vocabulary.ts';

export type Path = { readonly text: string; readonly to: string };

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** Fields of a type that a rule reaches from a fact over at most so many references. */
export function fieldsFrom(kind: string, type: FieldType, steps = 2): readonly string[] {
  return remembered(`${kind} ${type} ${steps}`, () => {
    const fields = Object.entries(byName.get(kind)?.fields ?? {}).filter(([, field]) => field.readable === 'value');
    const own = fields.filter(([, field]) => field.type === type).map(([name]) => name);
    const further = steps === 0 ? [] : fields.filter(([, field]) => field.type === 'ref');
    return [
      ...own,
      ...further.flatMap(([name, field]) =>
        fieldsFrom(field.to ?? '', type, steps - 1).map((rest) => `${name}.${rest}`),
      ),
    ];
  });
}

/** References of a fact, with the kind they point at; itself is the empty path. */
export function refsFrom(kind: string, steps = 2): readonly Path[] {
  const fields = Object.entries(byName.get(kind)?.fields ?? {}).filter(([, field]) => field.type === 'ref');
  return [
    { text: '', to: kind },
    ...(steps === 0
      ? []
      : fields.flatMap(([name, field]) =>
          refsFrom(field.to ?? '', steps - 1).map(({ text, to }) => ({ text: text ? `${name}.${text}` : name, to })),
        )),
  ];
}

/** Relations of a kind: the name under which it sees the facts that point at it. */
export const relationsOf = (kind: string): readonly { readonly name: string; readonly of: string }[] =>
  kinds.flatMap((other) =>
    Object.values(other.fields).flatMap((field) =>
      field.to === kind && field.inverse ? [{ name: field.inverse, of: other.name }] : [],
    ),
  );

const known = new Map<string, readonly string[]>();
function remembered(key: string, make: () => readonly string[]): readonly string[] {
  const list = known.get(key) ?? make();
  known.set(key, list);
  return list;
}

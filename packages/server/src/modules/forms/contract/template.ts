import { text } from '@sallyport/core/contract';
import type { Field, Kind, Vocabulary } from '@sallyport/core/facts';
import { z } from 'zod';

const sentence = (most: number) => text(most).pipe(z.string().min(1));
const said = (most: number) => z.strictObject({ zh: sentence(most), en: sentence(most) });

/** A field of the fact, or of one it refers to: `heldOn`, `traveller.person`. */
const path = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*){0,3}$/);
const paths = z.array(path).min(1).max(40);

/** What stands on a form, from top to bottom; texts of our own and of the unit in both languages, values of the register by the names of fields. */
const part = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('fields'), fields: paths }),
  /** A table of the facts that refer to this one by the relation of that name. */
  z.strictObject({ part: z.literal('rows'), of: z.string().max(60), fields: paths }),
  /** What a leaver hands over, or who is expected at education, line by line; on forms of those two only. */
  z.strictObject({ part: z.literal('items') }),
  z.strictObject({ part: z.literal('paragraph'), style: z.enum(['heading', 'body', 'note']), text: said(2000) }),
  z.strictObject({
    part: z.literal('boxes'),
    boxes: z
      .array(z.strictObject({ label: said(60), sign: z.boolean(), seal: z.boolean() }))
      .min(1)
      .max(10),
  }),
  z.strictObject({ part: z.literal('signatures'), labels: z.array(said(40)).min(1).max(4) }),
]);

export const template = z.strictObject({ title: said(80), parts: z.array(part).min(1).max(40) });
export type Template = z.output<typeof template>;
export type TemplatePart = Template['parts'][number];

export const templateProblems = [
  'no-such-field',
  'may-not-be-printed',
  'no-such-relation',
  'nothing-to-sign',
  'classified-mark',
] as const;
export type TemplateProblem = {
  /** Of the part it is in, counted from one; nothing where it is the form as a whole. */
  readonly part: number | null;
  readonly name: string | null;
  readonly problem: (typeof templateProblems)[number];
};

/**
 * The field a path ends in, with the kinds that it passes. What is sensitive is printed on no form: a record of an interview says that and
 * when it took place (PEOPLE.md, "What forms do not ask"). The vocabulary is handed in: whoever needs the contract alone does not load it.
 */
export function fieldAt({ kinds }: Vocabulary, kind: Kind, path: string): Field | null {
  let at: Kind | undefined = kind;
  let field: Field | undefined;
  for (const name of path.split('.')) {
    field = at?.fields[name];
    at = field?.to === undefined ? undefined : kinds.get(field.to);
    if (field === undefined) return null;
  }
  return field ?? null;
}

/** What is sensitive on the way to it makes a field sensitive as well. */
export const mayBePrinted = (words: Vocabulary, kind: Kind, path: string): boolean =>
  path
    .split('.')
    .every((_, at, names) => fieldAt(words, kind, names.slice(0, at + 1).join('.'))?.personal !== 'sensitive');

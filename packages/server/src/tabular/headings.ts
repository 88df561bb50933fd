import type { Kind } from '@sallyport/core/facts';
import { normalName } from './kind-names.ts';
import { notHeld, runningNumbers, signedColumns, synonyms } from './synonyms.ts';

/** What a heading stands for: a field, or a column to pass over, or one to refuse, or nothing known. */
export type Heading =
  | { readonly is: 'field'; readonly field: string }
  | { readonly is: 'passed-over' | 'not-held' | 'unknown' };

const tables = new Map<string, ReadonlyMap<string, string>>();

/** Names of one kind's fields: field names before labels before synonyms, so that a common word never hides a real label. */
function namesOf(kind: Kind): ReadonlyMap<string, string> {
  const known = tables.get(kind.name);
  if (known) return known;
  const names = new Map<string, string>();
  const add = (name: string, field: string): void => {
    const normal = normalName(name);
    if (!names.has(normal)) names.set(normal, field);
  };
  const fields = Object.entries(kind.fields);
  add('id', 'id');
  for (const [name] of fields) add(name, name);
  for (const [name, { label }] of fields) {
    add(label.zh, name);
    add(label.en, name);
  }
  for (const name of ['id', ...Object.keys(kind.fields)])
    for (const word of synonyms[`${kind.name}.${name}`] ?? []) add(word, name);
  for (const name of ['id', ...Object.keys(kind.fields)]) for (const word of synonyms[name] ?? []) add(word, name);
  tables.set(kind.name, names);
  return names;
}

const running = new Set([...runningNumbers, ...signedColumns].map(normalName));

/** A note behind a heading: 出境日期(年月日), Departure date (required). */
const note = /[(\uff08【[][^)\uff09】\]]*[)\uff09】\]]\s*$/;

export function headingOf(kind: Kind, text: string): Heading {
  const names = namesOf(kind);
  const field = names.get(normalName(text)) ?? names.get(normalName(text.replace(note, '')));
  if (field !== undefined) return { is: 'field', field };
  if (running.has(normalName(text))) return { is: 'passed-over' };
  return { is: notHeld.test(text) ? 'not-held' : 'unknown' };
}

/** A few headings of a kind, for a message. */
export const someHeadings = (kind: Kind, language: 'zh' | 'en'): string =>
  [
    'id',
    ...Object.values(kind.fields)
      .slice(0, 5)
      .map((field) => field.label[language]),
  ].join(language === 'zh' ? '、' : ', ');

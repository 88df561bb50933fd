import { type Field, type Kind, text as textField, vocabulary } from '@sallyport/core/facts';
import type { Phrase } from '../platform/words/words.ts';
import type { Problems } from './file-problem.ts';
import { headingOf } from './headings.ts';
import { normalName } from './kind-names.ts';
import { isBlank, type RawRow, textOf } from './raw-row.ts';
import type { TableOptions } from './read-table.ts';

/** One field of the facts to be read, and where its cells are. */
export type Column = {
  readonly name: string;
  readonly field: Field;
  /** The column of the file, or null where the value comes from `--set` or from what there is only one of. */
  readonly at: number | null;
  /** As the file calls it, for messages. */
  readonly heading: string;
  readonly otherwise: string | null;
  /** What a reference points at. */
  readonly target: Phrase;
  /** How many columns have a heading. */
  readonly width: number;
};

/** An id is read as text and checked with the other ids of the register. */
const idField = textField('编号', 'id');

/** What each column holds, or null when a heading is not understood: nothing is dropped in silence. */
export function planColumns(
  kind: Kind,
  heading: RawRow,
  file: string,
  options: Pick<TableOptions, 'set' | 'leaveOut' | 'references'>,
  problems: Problems,
): Column[] | null {
  const before = problems.list.length;
  const places = new Map<string, number>();
  heading.cells.forEach((cell, at) => {
    const text = textOf(cell);
    if (isBlank(cell) || options.leaveOut.has(normalName(text))) return;
    const meaning = headingOf(kind, text);
    if (meaning.is === 'not-held') problems.add(file, heading.row, text, 'column-not-held');
    else if (meaning.is === 'unknown') problems.add(file, heading.row, text, 'unknown-column', { kind: kind.label });
    else if (meaning.is === 'field' && places.has(meaning.field))
      problems.add(file, heading.row, text, 'column-twice', { field: meaning.field });
    else if (meaning.is === 'field') places.set(meaning.field, at);
  });
  const columns: Column[] = [];
  for (const [name, field] of [['id', idField] as const, ...Object.entries(kind.fields)]) {
    const at = places.get(name) ?? null;
    const otherwise = options.set.get(name) ?? null;
    if (at === null && otherwise === null && !canBeAbsent(field, options)) {
      problems.add(file, heading.row, field.label.zh, 'missing-column');
    } else if (at !== null || otherwise !== null || !field.nullable) {
      columns.push({
        name,
        field,
        at,
        heading: at === null ? field.label.zh : textOf(heading.cells[at]),
        otherwise,
        target: vocabulary.kinds.get(field.to ?? '')?.label ?? field.label,
        width: heading.cells.length,
      });
    }
  }
  return problems.list.length > before ? null : columns;
}

/** Lists kept inside one organisation have no column for it. */
const canBeAbsent = (field: Field, { references }: Pick<TableOptions, 'references'>): boolean =>
  field.nullable || (field.to === 'organisation' && references.only('organisation') !== null);

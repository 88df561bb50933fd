import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Kind, vocabulary } from '@sallyport/core/facts';
import { makeFolder } from '../make-folder.ts';

export type Cells = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes facts as they are made, one JSONL file a kind, and keeps none of them. */
export type FactWriter = {
  /** Gives the fact the next id of its kind, fills in what the kind requires and was not said, and returns the id. */
  write(kind: string, cells: Cells): string;
  count(kind: string): number;
  end(): void;
};

/** Where the bytes of a register go: a folder, or the memory of a test. */
export type Sink = { append(file: string, text: string): void; end(): void };

/** The folder is made with its first file: what is refused before leaves none behind. */
export function folderSink(folder: string): Sink {
  const handles = new Map<string, number>();
  return {
    append: (file, text) => {
      if (handles.size === 0) makeFolder(folder);
      const handle = handles.get(file) ?? openSync(join(folder, file), 'wx');
      handles.set(file, handle);
      writeSync(handle, text);
    },
    end: () => {
      for (const handle of handles.values()) closeSync(handle);
    },
  };
}

const bufferSize = 256 * 1024;
type Draft = {
  readonly kind: Kind;
  readonly prefix: string;
  readonly required: readonly [string, Cells[string]][];
  count: number;
  text: string;
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
export const idOf = (kind: string, number: number): string => `${kebab(kind)}-${String(number).padStart(7, '0')}`;

/** A value for each required field, so that a field added to the vocabulary does not break the register. */
function requiredOf(kind: Kind): [string, Cells[string]][] {
  return Object.entries(kind.fields)
    .filter(([, field]) => !field.nullable)
    .map(([name, field]) => {
      if (field.type === 'boolean') return [name, false];
      if (field.type === 'word') return [name, Object.keys(field.words ?? {})[0] ?? 'unnamed'];
      if (field.type === 'integer') return [name, field.min ?? 0];
      if (field.type === 'ref') return [name, idOf(field.to ?? '', 1)];
      return [name, field.type === 'day' ? '2020-01-01' : '—'];
    });
}

export function createFactWriter(sink: Sink, wanted: ReadonlySet<string> | null): FactWriter {
  const drafts = new Map<string, Draft>();
  for (const kind of vocabulary.kinds.values()) {
    drafts.set(kind.name, { kind, prefix: `${kebab(kind.name)}-`, required: requiredOf(kind), count: 0, text: '' });
  }
  const flush = (draft: Draft): void => {
    if (draft.text !== '') sink.append(`${draft.kind.name}.jsonl`, draft.text);
    draft.text = '';
  };
  return {
    write: (name, cells) => {
      const draft = drafts.get(name);
      if (draft === undefined) throw new Error(`no kind ${name}`);
      const id = draft.prefix + String(++draft.count).padStart(7, '0');
      if (wanted !== null && !wanted.has(name)) return id;
      const row: Record<string, Cells[string]> = { id };
      for (const field in cells) {
        const cell = cells[field];
        if (cell !== null && cell !== undefined) row[field] = cell;
      }
      for (const [field, value] of draft.required) row[field] ??= value;
      draft.text += `${JSON.stringify(row)}\n`;
      if (draft.text.length > bufferSize) flush(draft);
      return id;
    },
    count: (name) => drafts.get(name)?.count ?? 0,
    end: () => {
      for (const draft of drafts.values()) flush(draft);
      sink.end();
    },
  };
}

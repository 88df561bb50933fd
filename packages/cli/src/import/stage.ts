import type { Kind } from '@sallyport/core/facts';
import type { Problems } from '@sallyport/server/tabular/file-problem';
import { limits } from '@sallyport/server/tabular/limits';
import { CliFailure } from '../failure.ts';
import type { PlacedFact } from '../register/read-folder.ts';

type Row = Readonly<Record<string, unknown>>;
type Entry = {
  readonly json: string;
  readonly file: string;
  readonly row: number;
  readonly state: 'before' | 'unchanged' | 'added' | 'replaced';
};

export type Change = {
  readonly kind: Kind;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
};

/** The facts of one kind as they will be written: what is there, and what the import brings. */
export type Stage = {
  readonly kind: Kind;
  before(row: Row, file: string, line: number): void;
  bring(row: Row, file: string, line: number): void;
  change(): Change;
  placed(): Iterable<PlacedFact>;
  /** Whether the import brought the fact with this id or changed it. */
  place(id: string): { readonly file: string; readonly row: number } | null;
  /** One canonical line a fact, sorted by id. */
  lines(): Iterable<string>;
};

/** Characters held by all stages of one import together. */
export type Budget = { left: number };
export const newBudget = (): Budget => ({ left: limits.importCharacters });

/** Fields in the order of the vocabulary, what is not known left out: equal facts are equal text. */
function canonicalLine(kind: Kind, row: Row): string {
  const ordered: Record<string, unknown> = { id: row['id'] };
  for (const name of [...Object.keys(kind.fields), ...Object.keys(row)]) {
    const value = row[name];
    if (value !== null && value !== undefined && value !== '') ordered[name] = value;
  }
  return JSON.stringify(ordered);
}

export function createStage(kind: Kind, replace: boolean, budget: Budget, problems: Problems): Stage {
  const entries = new Map<string, Entry>();
  const put = (id: string, entry: Entry): void => {
    budget.left -= entry.json.length + id.length;
    if (budget.left < 0) {
      throw new CliFailure({
        zh: '导入内容过大，内存容纳不下。请拆分文件，分次导入。',
        en: 'The import is larger than memory allows. Split the files and import them one after another.',
      });
    }
    entries.set(id, entry);
  };
  return {
    kind,
    before: (row, file, line) =>
      put(String(row['id']), { json: canonicalLine(kind, row), file, row: line, state: 'before' }),
    bring: (row, file, line) => {
      const id = String(row['id']);
      const json = canonicalLine(kind, row);
      const there = entries.get(id);
      if (there === undefined) put(id, { json, file, row: line, state: 'added' });
      else if (there.json === json) {
        if (there.state === 'before') entries.set(id, { ...there, state: 'unchanged' });
      } else if (there.state !== 'before') problems.add(file, line, 'id', 'twice-in-import', { id });
      else if (replace) put(id, { json, file, row: line, state: 'replaced' });
      else problems.add(file, line, 'id', 'differs', { id, fields: differingFields(kind, there.json, json) });
    },
    change: () => {
      const count = { added: 0, replaced: 0, unchanged: 0, before: 0 };
      for (const { state } of entries.values()) count[state]++;
      return { kind, added: count.added, replaced: count.replaced, unchanged: count.unchanged };
    },
    *placed() {
      for (const { json, file, row } of entries.values()) yield { fact: JSON.parse(json) as Row, file, row };
    },
    place: (id) => {
      const entry = entries.get(id);
      return entry?.state === 'added' || entry?.state === 'replaced' ? entry : null;
    },
    *lines() {
      for (const id of [...entries.keys()].toSorted()) yield entries.get(id)?.json ?? '';
    },
  };
}

function differingFields(kind: Kind, before: string, after: string): { zh: string; en: string } {
  const [one, two] = [JSON.parse(before) as Row, JSON.parse(after) as Row];
  const labels = Object.entries(kind.fields).flatMap(([name, { label }]) => (one[name] === two[name] ? [] : [label]));
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}

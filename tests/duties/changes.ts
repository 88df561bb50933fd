import { formatDay, parseDay } from '@sallyport/core/calendar';
import {
  type Field,
  type Kind,
  type Register,
  RegisterBuilder,
  tableOf,
  vocabulary,
  writeCell,
} from '@sallyport/core/facts';

type Rows = Map<string, Record<string, unknown>[]>;

/** The facts of a register as rows that the builder reads. */
function rowsOf(from: Register): Rows {
  const rows: Rows = new Map();
  for (const kind of vocabulary.kinds.values()) {
    const table = tableOf(from, kind.name);
    rows.set(
      kind.name,
      table.ids.map((id, row) => ({
        id,
        ...Object.fromEntries(
          Object.entries(kind.fields).map(([name, field]) => [name, cellText(from, field, name, kind, row)]),
        ),
      })),
    );
  }
  return rows;
}

function cellText(from: Register, field: Field, name: string, kind: Kind, row: number): unknown {
  const column = tableOf(from, kind.name).columns[name];
  const value = column?.values[row] ?? null;
  if (value === null || Number.isNaN(value)) return null;
  if (column?.type === 'ref') return value === -1 ? null : tableOf(from, field.to ?? '').ids[Number(value)];
  if (column?.type === 'word') return value === -1 ? null : from.words.words[Number(value)];
  if (column?.type === 'boolean') return value === 2 ? null : value === 1;
  if (column?.type === 'day' && value === -2147483648) return null;
  return column?.type === 'integer' ? value : writeCell(field, value);
}

function build(rows: Rows): Register | null {
  const builder = new RegisterBuilder(vocabulary);
  for (const [name, list] of rows) for (const row of list) builder.add(vocabulary.kinds.get(name) as Kind, row);
  const built = builder.build();
  return builder.problems.length === 0 ? built : null;
}

/** Another value of the field, or undefined when there is none. */
function changed(field: Field, value: unknown, rows: Rows): unknown {
  switch (field.type) {
    case 'boolean':
      return value !== true;
    case 'day':
      return typeof value === 'string' ? formatDay((parseDay(value) ?? 0) - 400) : '2024-02-29';
    case 'word':
      return Object.keys(field.words ?? {}).find((word) => word !== value);
    case 'integer':
      return Number(value ?? 0) + 1;
    case 'ref':
      return rows.get(field.to ?? '')?.find((row) => row['id'] !== value)?.['id'];
    case 'instant':
      return '2024-02-29T00:00:00Z';
    default:
      return undefined;
  }
}

/** A field of one fact of a kind changed, with the register before and after. */
export type Change = {
  readonly kind: Kind;
  readonly field: string;
  readonly row: number;
  readonly id: string;
  readonly value: unknown;
  readonly after: Register;
};

/** One change for each field of each kind, where the register has such a fact and another value for it. */
export function* changesOf(register: Register): Generator<Change> {
  const before = rowsOf(register);
  for (const kind of vocabulary.kinds.values()) {
    const list = before.get(kind.name) ?? [];
    for (const [name, field] of Object.entries(kind.fields)) {
      const row = (name.length * 7) % Math.max(list.length, 1);
      const fact = list[row];
      const value = fact && changed(field, fact[name], before);
      if (!fact || value === undefined) continue;
      const after = build(
        new Map([...before, [kind.name, list.map((one) => (one === fact ? { ...one, [name]: value } : one))]]),
      );
      if (after) yield { kind, field: name, row, id: String(fact['id']), value, after };
    }
  }
}

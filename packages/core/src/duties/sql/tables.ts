import { formatDay } from '../../calendar/index.ts';
import {
  type Field,
  type Kind,
  noDay,
  noRow,
  noWord,
  type Register,
  tableOf,
  unknownFlag,
  type Vocabulary,
} from '../../facts/index.ts';
import { columnName, tableName } from '../../feel/index.ts';

/** Columns of the fact tables that generated SQL reads. Instants are microseconds; text compares by code point. */
export function columnType(field: Field): string {
  switch (field.type) {
    case 'day':
      return 'date';
    case 'instant':
    case 'integer':
      return 'bigint';
    case 'boolean':
      return 'boolean';
    default:
      return 'text COLLATE "C"';
  }
}

/** A table for each kind, with an index for each reference, since evidence is looked up along references. */
export function factTables(vocabulary: Vocabulary): string {
  return [...vocabulary.kinds.values()].map(factTable).join('\n');
}

function factTable(kind: Kind): string {
  const table = tableName(kind.name);
  const fields = Object.entries(kind.fields);
  const columns = fields.map(
    ([name, field]) =>
      `  ${columnName(name)} ${columnType(field)}${field.nullable || field.timing === 'milestone' ? '' : ' NOT NULL'}`,
  );
  const references = fields
    .filter(([, field]) => field.type === 'ref')
    .map(([name]) => `CREATE INDEX ON ${table} (org_id, ${columnName(name)}, happened_on, id);`);
  return [
    `CREATE TABLE ${table} (\n  org_id text COLLATE "C" NOT NULL,\n  id text COLLATE "C" NOT NULL,\n${columns.join(',\n')},\n  happened_on date NOT NULL,\n  PRIMARY KEY (org_id, id)\n);`,
    ...references,
    ...(kind.name === 'waiver' || kind.name === 'reviewDecision'
      ? [`CREATE INDEX ON ${table} (org_id, rule, subject);`]
      : []),
  ].join('\n');
}

/** Statements that fill a table from a register: one array a column, so that a statement carries thousands of rows. */
export function* insertStatements(
  register: Register,
  kindName: string,
  organisation: string,
  chunk = 20_000,
): Generator<{ text: string; values: unknown[] }> {
  const table = tableOf(register, kindName);
  const fields = Object.entries(table.kind.fields);
  const types = ['text', ...fields.map(([, field]) => columnType(field).replace(' COLLATE "C"', '')), 'date'];
  const text = `INSERT INTO ${tableName(kindName)} (org_id, id, ${fields.map(([name]) => columnName(name)).join(', ')}, happened_on)
SELECT '${organisation.replaceAll("'", "''")}', * FROM unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})`;
  for (let from = 0; from < table.ids.length; from += chunk) {
    const to = Math.min(from + chunk, table.ids.length);
    const values: unknown[] = [table.ids.slice(from, to)];
    for (const [name, field] of fields) values.push(cells(register, table, name, field, from, to));
    const happened = table.kind.fields[table.kind.happened];
    if (happened) values.push(cells(register, table, table.kind.happened, happened, from, to));
    yield { text, values };
  }
}

function cells(
  register: Register,
  table: ReturnType<typeof tableOf>,
  name: string,
  field: Field,
  from: number,
  to: number,
): unknown[] {
  const column = table.columns[name];
  const list: unknown[] = [];
  const ids = field.to === undefined ? [] : tableOf(register, field.to).ids;
  for (let row = from; row < to; row++) {
    const value = column?.values[row];
    if (value === undefined || value === null) list.push(null);
    else if (column?.type === 'day') list.push(value === noDay ? null : formatDay(value as number));
    else if (column?.type === 'instant' || column?.type === 'integer')
      list.push(Number.isNaN(value) ? null : String(value));
    else if (column?.type === 'boolean') list.push(value === unknownFlag ? null : value === 1);
    else if (column?.type === 'word') list.push(value === noWord ? null : register.words.words[value as number]);
    else if (column?.type === 'ref') list.push(value === noRow ? null : ids[value as number]);
    else list.push(value);
  }
  return list;
}

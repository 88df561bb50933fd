import { hasClassifiedMark, type Kind } from '@sallyport/core/facts';
import { ClassifiedMark } from './classified-mark.ts';
import { type Column, planColumns } from './columns.ts';
import type { Problems } from './file-problem.ts';
import { findHeading, searchedRows } from './find-heading.ts';
import { someHeadings } from './headings.ts';
import { readLooseCell } from './loose-cell.ts';
import { isBlank, type RawRow, textOf } from './raw-row.ts';
import { labelField, type References } from './references.ts';
import { idOfContent } from './row-id.ts';

export type TableOptions = {
  readonly references: References;
  /** Values for cells that are blank or whose column is missing, by field. */
  readonly set: ReadonlyMap<string, string>;
  /** Headings of columns to pass over, as normal names. */
  readonly leaveOut: ReadonlySet<string>;
  /** The offset of times written without one. */
  readonly offset: string | null;
};

export const plainTable = (references: References): TableOptions => ({
  references,
  set: new Map(),
  leaveOut: new Set(),
  offset: null,
});

export type Fact = { readonly id: string } & Readonly<Record<string, string | number | boolean>>;

export type TableReader = { readonly row: (row: RawRow) => void; readonly end: () => void };

/** A fact, its row, and the fields that have a column of their own in the table, filled in or blank. */
export type Emit = (fact: Fact, row: number, columns: readonly string[]) => void;

/** Turns the rows of one table of people's into facts as canonical JSON holds them. A row with a problem gives none. */
export function createTableReader(
  kind: Kind,
  file: string,
  options: TableOptions,
  problems: Problems,
  emit: Emit,
): TableReader {
  const early: RawRow[] = [];
  const reader = rowReader(kind, file, options, problems, emit);
  let columns: readonly Column[] | null = null;
  let stopped = false;

  const start = (): void => {
    const at = findHeading(kind, early);
    const heading = early[at];
    if (heading === undefined) {
      problems.add(file, null, null, 'no-heading', {
        kind: kind.label,
        expected: { zh: someHeadings(kind, 'zh'), en: someHeadings(kind, 'en') },
      });
    } else columns = planColumns(kind, heading, file, options, problems);
    stopped = columns === null;
    const rest = early.slice(at + 1);
    early.length = 0;
    if (columns !== null) for (const row of rest) reader.row(row, columns);
  };

  return {
    row: (row) => {
      if (stopped || row.cells.every(isBlank)) return;
      for (const cell of row.cells)
        if (typeof cell === 'string' && hasClassifiedMark(cell)) throw new ClassifiedMark(file, row.row);
      if (columns !== null) reader.row(row, columns);
      else if (early.push(row) >= searchedRows) start();
    },
    end: () => {
      if (columns === null && !stopped) start();
      reader.end();
    },
  };
}

type Waiting = {
  readonly values: Record<string, string | number | boolean>;
  readonly own: Map<string, string>;
  readonly row: number;
};

function rowReader(kind: Kind, file: string, options: TableOptions, problems: Problems, emit: Emit) {
  const label = labelField(kind);
  // A kind that points at itself is resolved once all its rows are known.
  const waiting: Waiting[] = [];
  let told: readonly string[] = [];

  const finish = (values: Record<string, string | number | boolean>, row: number): void => {
    const id = typeof values['id'] === 'string' ? values['id'] : idOfContent(kind.name, values);
    const fact = { ...values, id };
    options.references.note(kind, id, label === null ? null : values[label]);
    emit(fact, row, told);
  };

  const read = (raw: RawRow, columns: readonly Column[]): void => {
    const values: Record<string, string | number | boolean> = {};
    const own = new Map<string, string>();
    let whole = true;
    if (told.length === 0) told = columns.flatMap(({ name, at }) => (at === null || name === 'id' ? [] : [name]));
    const fault = (
      heading: string | null,
      ...[code, said]: [Parameters<Problems['add']>[3], Parameters<Problems['add']>[4]]
    ): void => {
      whole = false;
      problems.add(file, raw.row, heading, code, said);
    };
    for (const column of columns) {
      const given = column.at === null ? null : (raw.cells[column.at] ?? null);
      const cell = isBlank(given) ? column.otherwise : given;
      if (cell === null) {
        const only =
          column.field.to === 'organisation' && !column.field.nullable ? options.references.only('organisation') : null;
        if (only !== null) values[column.name] = only;
        else if (!column.field.nullable) fault(column.heading, 'missing', {});
        continue;
      }
      if (column.field.type !== 'ref') {
        const result = readLooseCell(column.field, cell, options.offset);
        if (result.ok) values[column.name] = result.value;
        else fault(column.heading, result.code, result.values);
      } else if (column.field.to === kind.name) own.set(column.name, textOf(cell));
      else {
        const found = options.references.find(column.field.to ?? '', textOf(cell));
        if (found.is === 'one') values[column.name] = found.id;
        else
          fault(column.heading, found.is === 'none' ? 'no-such-reference' : 'ambiguous-reference', {
            value: textOf(cell).slice(0, 60),
            kind: column.target,
          });
      }
    }
    if (raw.cells.slice(columns[0]?.width ?? 0).some((cell) => !isBlank(cell))) fault(null, 'too-many-cells', {});
    if (!whole) return;
    if (own.size === 0) finish(values, raw.row);
    else {
      values['id'] ??= idOfContent(kind.name, { ...values, ...Object.fromEntries(own) });
      options.references.note(kind, String(values['id']), label === null ? null : values[label]);
      waiting.push({ values, own, row: raw.row });
    }
  };

  const end = (): void => {
    for (const { values, own, row } of waiting) {
      let whole = true;
      for (const [name, text] of own) {
        const found = options.references.find(kind.name, text);
        if (found.is === 'one') values[name] = found.id;
        else {
          whole = false;
          problems.add(file, row, name, found.is === 'none' ? 'no-such-reference' : 'ambiguous-reference', {
            value: text.slice(0, 60),
            kind: kind.label,
          });
        }
      }
      if (whole) finish(values, row);
    }
  };

  return { row: read, end };
}

/**
 * What every column holds of people, declared beside its table (DECISIONS 10). A test reads the catalogue and finds each column of
 * each table declared; the erasure job and the canary test work from these declarations.
 */
export type ColumnDeclaration = { readonly personal: 'no' } | PersonalColumn;

export type PersonalColumn = {
  readonly personal: 'yes' | 'sensitive';
  /** The column of the same table that names the person or account it is about; `id` where the row is that person. */
  readonly about: string;
  readonly purpose: string;
  /** A clause of sureness `text`, such as `cn-pipl-2021/art-13`, or `internal-rule` with its consultation record. */
  readonly basis: string;
  /**
   * An upper bound, counted from a column of the row, or from `table.column` of the row that the column `through` names by its id; `when`:
   * a condition in SQL that must hold as well (`bound` is the day that must have passed).
   */
  readonly keep: {
    readonly months: number;
    readonly from: string;
    readonly through?: string;
    readonly when?: string;
  };
  /** What erasing does: empties the value, or takes the row away. */
  readonly erase: 'empty' | 'remove';
  /** What stands where the value was, as an expression in SQL, in a column that cannot be empty. */
  readonly standIn?: string;
};

export type TableDeclaration = {
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnDeclaration>>;
};

export const no: ColumnDeclaration = { personal: 'no' };

/** A table of which no column is about a person. */
export const impersonal = (table: string, columns: readonly string[]): TableDeclaration => ({
  table,
  columns: Object.fromEntries(columns.map((column) => [column, no])),
});

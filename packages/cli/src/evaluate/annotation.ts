import type { Status } from '@sallyport/core/law';

/** What a line says of the duties beside it: those of the same concern, and the clauses it is in conflict with. */
export type Annotation = {
  readonly group: {
    readonly status: Status;
    readonly rules: readonly string[];
    readonly clauses: readonly string[];
  } | null;
  readonly conflicts: readonly {
    readonly act: string;
    readonly restrains: readonly string[];
    readonly clauses: readonly string[];
    /** The record of the decision; null while the act is held. */
    readonly decision: string | null;
  }[];
};

/** The annotation of a duty by the row of its subject and the first day of its period. */
export type Note = (subject: number, period: number | null) => Annotation;

export const nothing: Annotation = { group: null, conflicts: [] };

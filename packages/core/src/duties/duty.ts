import { type Status, statuses } from '../law/index.ts';

/** A day or instant of a duty, by the clock of its rule; null where there is none. */
export type Moment = number | null;

/** A fact named by its kind and its row in the register. */
export type FactRow = { readonly kind: string; readonly row: number };

/** What a back end decides about one duty. Rows are row numbers of the register. */
export type Decision = {
  readonly subject: number;
  /** First day of the period of a recurring duty. */
  readonly period: number | null;
  readonly status: Status;
  readonly due: Moment;
  readonly metOn: Moment;
  readonly evidence: readonly number[];
  /** Which variant was taken: 0 the rule itself, then its exceptions in order. It says of what kind the evidence is. */
  readonly taken: number;
  readonly bearer: number | null;
  readonly assignee: number | null;
};

/** Codes of the statuses in columns; their order is the order of DESIGN. */
export const statusCodes: readonly Status[] = statuses;
export const statusCode = (status: Status): number => statusCodes.indexOf(status);

/** A recurring duty has at most so many periods; a review every day for ten years is a mistake in a setting. */
export const mostPeriods = 4000;

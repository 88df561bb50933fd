import { noDay, noRow } from '../../facts/index.ts';
import type { Rule } from '../../law/index.ts';
import { ownRoom, type Room } from './room.ts';

/** The duties of one rule as columns; row n of each array is duty n, in the order of subject and period. */
export type DutyColumns = {
  readonly rule: string;
  /** The revision whose reading gave them. */
  readonly revision: number;
  readonly subjectKind: string;
  readonly clock: 'day' | 'instant';
  readonly count: number;
  readonly subject: Int32Array;
  /** First day of the period; `noDay` where the duty does not recur. */
  readonly period: Int32Array;
  readonly bearer: Int32Array;
  readonly assignee: Int32Array;
  /** Position in `statusCodes`. */
  readonly status: Uint8Array;
  /** Position of the variant taken: 0 the rule itself. */
  readonly taken: Uint8Array;
  /** Days (`noDay` for none) or, on the instant clock, microseconds (NaN for none). */
  readonly due: Int32Array | Float64Array;
  readonly metOn: Int32Array | Float64Array;
  /** Where the evidence of duty n ends in `evidence`; it begins where that of duty n - 1 ends. */
  readonly evidenceEnd: Int32Array;
  readonly evidence: Int32Array;
};

/** What the duties of a rule have in common, and so what of them is written once and not for each. */
export type DutyLayout = {
  readonly clock: 'day' | 'instant';
  /** A subject may have several duties, each with its period; otherwise at most one. */
  readonly recurs: boolean;
  /** There are exceptions to take. */
  readonly varies: boolean;
  readonly borne: boolean;
  readonly assigned: boolean;
  /** A duty may have several facts as evidence. */
  readonly several: boolean;
};

/** What generated code writes into; grows as needed. Columns that are the same for every duty of a rule are filled beforehand. */
export class DutySink {
  count = 0;
  capacity: number;
  subject: Int32Array;
  period: Int32Array;
  bearer: Int32Array;
  assignee: Int32Array;
  status: Uint8Array;
  taken: Uint8Array;
  due: Int32Array | Float64Array;
  metOn: Int32Array | Float64Array;
  evidenceEnd: Int32Array;
  evidence: Int32Array;
  readonly clock: 'day' | 'instant';
  /** The sum of what generated code read ahead; of no use to anybody. */
  ahead = 0;
  readonly #room: Room;

  constructor(capacity: number, { clock, recurs, borne, assigned }: DutyLayout, room: Room = ownRoom) {
    this.capacity = Math.max(capacity, 1);
    this.clock = clock;
    this.#room = room;
    this.subject = this.#rows();
    this.period = recurs ? this.#rows() : this.#rows().fill(noDay);
    this.bearer = borne ? this.#rows() : this.#rows().fill(noRow);
    this.assignee = assigned ? this.#rows() : this.#rows().fill(noRow);
    this.status = this.#bytes();
    this.taken = this.#bytes();
    this.due = this.#moments();
    this.metOn = this.#moments();
    this.evidenceEnd = this.#rows();
    this.evidence = this.#rows();
  }

  /** Doubles the room for duties. */
  grow(): void {
    const from = this.capacity;
    this.capacity *= 2;
    this.subject = kept(this.#rows(), this.subject);
    this.period = kept(this.#rows(), this.period);
    this.bearer = kept(this.#rows(), this.bearer).fill(noRow, from);
    this.assignee = kept(this.#rows(), this.assignee).fill(noRow, from);
    this.evidenceEnd = kept(this.#rows(), this.evidenceEnd);
    this.status = kept(this.#bytes(), this.status);
    this.taken = kept(this.#bytes(), this.taken);
    this.due = kept(this.#moments(), this.due);
    this.metOn = kept(this.#moments(), this.metOn);
  }

  /** Makes room for so many pieces of evidence in all. */
  growEvidence(least: number): void {
    if (least > this.evidence.length)
      this.evidence = kept(this.#rows(Math.max(least, this.evidence.length * 2)), this.evidence);
  }

  #rows(count = this.capacity): Int32Array {
    return new Int32Array(this.#room(count * 4));
  }

  #bytes(): Uint8Array {
    return new Uint8Array(this.#room(this.capacity));
  }

  #moments(): Int32Array | Float64Array {
    return this.clock === 'day' ? this.#rows() : new Float64Array(this.#room(this.capacity * 8));
  }

  columns(rule: Rule): DutyColumns {
    return {
      rule: rule.id,
      revision: rule.revision,
      subjectKind: rule.subject,
      clock: this.clock,
      count: this.count,
      subject: this.subject,
      period: this.period,
      bearer: this.bearer,
      assignee: this.assignee,
      status: this.status,
      taken: this.taken,
      due: this.due,
      metOn: this.metOn,
      evidenceEnd: this.evidenceEnd,
      evidence: this.evidence,
    };
  }
}

function kept<Column extends Int32Array | Float64Array | Uint8Array>(longer: Column, old: Column): Column {
  longer.set(old);
  return longer;
}

/** For rules that follow another: the day each subject met it, `noDay` where it has not. Readings of one rule share `days`. */
export function metDays(duties: DutyColumns, days: Int32Array): Int32Array {
  for (let n = 0; n < duties.count; n++) {
    const status = duties.status[n];
    if (status === 1 || status === 2) days[duties.subject[n] ?? 0] = duties.metOn[n] ?? noDay;
  }
  return days;
}

import { noDay, noRow, type Register, tableOf } from '../../facts/index.ts';
import type { Rule } from '../../law/index.ts';

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

  constructor(capacity: number, { clock, recurs, borne, assigned }: DutyLayout) {
    this.capacity = Math.max(capacity, 1);
    this.clock = clock;
    const rows = () => new Int32Array(this.capacity);
    const moments = () => (clock === 'day' ? new Int32Array(this.capacity) : new Float64Array(this.capacity));
    this.subject = rows();
    this.period = recurs ? rows() : rows().fill(noDay);
    this.bearer = borne ? rows() : rows().fill(noRow);
    this.assignee = assigned ? rows() : rows().fill(noRow);
    this.status = new Uint8Array(this.capacity);
    this.taken = new Uint8Array(this.capacity);
    this.due = moments();
    this.metOn = moments();
    this.evidenceEnd = rows();
    this.evidence = rows();
  }

  /** Doubles the room for duties. */
  grow(): void {
    this.capacity *= 2;
    const longer = (old: Int32Array): Int32Array => enlarge(old, this.capacity);
    const from = this.subject.length;
    this.subject = longer(this.subject);
    this.period = longer(this.period);
    this.bearer = longer(this.bearer).fill(noRow, from);
    this.assignee = longer(this.assignee).fill(noRow, from);
    this.evidenceEnd = longer(this.evidenceEnd);
    this.status = this.#bytes(this.status);
    this.taken = this.#bytes(this.taken);
    this.due = this.#moments(this.due);
    this.metOn = this.#moments(this.metOn);
  }

  /** Makes room for so many pieces of evidence in all. */
  growEvidence(least: number): void {
    if (least > this.evidence.length) this.evidence = enlarge(this.evidence, Math.max(least, this.evidence.length * 2));
  }

  #bytes(old: Uint8Array): Uint8Array {
    const bytes = new Uint8Array(this.capacity);
    bytes.set(old);
    return bytes;
  }

  #moments(old: Int32Array | Float64Array): Int32Array | Float64Array {
    if (old instanceof Int32Array) return enlarge(old, this.capacity);
    const moments = new Float64Array(this.capacity);
    moments.set(old);
    return moments;
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

function enlarge(old: Int32Array, size: number): Int32Array {
  const longer = new Int32Array(size);
  longer.set(old);
  return longer;
}

/** For rules that follow another: the day each subject met it, `noDay` where it has not. Readings of one rule share `days`. */
export function metDays(duties: DutyColumns, register: Register, days = noDays(duties, register)): Int32Array {
  for (let n = 0; n < duties.count; n++) {
    const status = duties.status[n];
    if (status === 1 || status === 2) days[duties.subject[n] ?? 0] = duties.metOn[n] ?? noDay;
  }
  return days;
}

const noDays = (duties: DutyColumns, register: Register): Int32Array =>
  new Int32Array(tableOf(register, duties.subjectKind).count).fill(noDay);

import { createHash } from 'node:crypto';
import { formatDay } from '@sallyport/core/calendar';
import type { DutyColumns } from '@sallyport/core/duties';
import { noDay, type Register, tableOf } from '@sallyport/core/facts';

/** What every engine is asked for one duty: rule and subject, status code, due, metOn, and the evidence. */
export type Answer = {
  readonly subject: string;
  readonly status: number;
  readonly due: string | null;
  readonly metOn: string | null;
  readonly evidence: readonly string[];
};

export const dayText = (day: number): string | null => (day === noDay ? null : formatDay(day));

/** The kind of fact that meets each rule, for the ids of evidence. */
export const evidenceKinds: Readonly<Record<string, string>> = {
  'cn-cq-2023/pre-departure-education': 'completion',
  'org-policy/trip-submission-lead': 'trip',
  'cn-cq-2023/check-in-abroad': 'checkIn',
  'cn-cq-2023/debrief-after-return': 'debrief',
};

export function* answersOf(duties: DutyColumns, register: Register): Generator<Answer> {
  const subjects = tableOf(register, duties.subjectKind).ids;
  const evidence = tableOf(register, evidenceKinds[duties.rule] ?? '').ids;
  for (let n = 0; n < duties.count; n++) {
    yield {
      subject: subjects[duties.subject[n] ?? 0] ?? '',
      status: duties.status[n] ?? 0,
      due: dayText(duties.due[n] ?? noDay),
      metOn: dayText(duties.metOn[n] ?? noDay),
      evidence: Array.from(
        duties.evidence.subarray(n === 0 ? 0 : duties.evidenceEnd[n - 1], duties.evidenceEnd[n]),
        (row) => evidence[row] ?? '',
      ),
    };
  }
}

/** One number for all answers of a rule, in order: two engines with the same number gave the same answers. */
export function digest(answers: Iterable<Answer>): string {
  const hash = createHash('sha256');
  for (const { subject, status, due, metOn, evidence } of answers)
    hash.update(`${subject} ${status} ${due ?? '-'} ${metOn ?? '-'} ${evidence.join(',')}\n`);
  return hash.digest('hex');
}

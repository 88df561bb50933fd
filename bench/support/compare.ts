import {
  type DutyColumns,
  decisionAt,
  Explainer,
  type Question,
  type Relations,
  readingFinder,
} from '@sallyport/core/duties';
import type { Register } from '@sallyport/core/facts';

/**
 * Holds the kernel's duties to the explainer's for every so manieth subject of each rule: subject, period, status, due, metOn, evidence,
 * bearer and assignee. Gives the number of duties compared; throws at the first that differs.
 */
export function compareWithExplainer(
  question: Question,
  register: Register,
  relations: Relations,
  results: readonly DutyColumns[],
  subjectsOfEach: number,
): number {
  const explainer = new Explainer(register, relations, question);
  const reading = readingFinder(question.rules);
  let compared = 0;
  for (const duties of results) {
    const rule = reading(duties);
    if (rule === undefined) throw new Error(`no rule ${duties.rule}`);
    const subjects = register.tables.get(duties.subjectKind)?.count ?? 0;
    const step = Math.max(1, Math.floor(subjects / subjectsOfEach));
    let n = 0;
    for (let subject = 0; subject < subjects; subject += step) {
      while (n < duties.count && (duties.subject[n] ?? 0) < subject) n++;
      for (const traced of explainer.decide(rule, subject)) {
        const mine = n < duties.count ? JSON.stringify(decisionAt(duties, n++)) : 'no duty';
        const { period, status, due, metOn, bearer, assignee, taken, evidence } = traced;
        const its = JSON.stringify({ subject, period, status, due, metOn, bearer, assignee, taken, evidence });
        if (mine !== its) throw new Error(`${rule.id}: the explainer says ${its}, the kernel ${mine}`);
        compared++;
      }
      if (duties.subject[n] === subject && n < duties.count) throw new Error(`${rule.id}: the kernel has more duties`);
    }
  }
  return compared;
}

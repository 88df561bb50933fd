import { possibleConflicts } from '@sallyport/core/duties';
import { clauseName, type Law } from '@sallyport/core/law';
import type { Output } from '../output.ts';
import { phrase } from '../words.ts';

const conflictWords = {
  zh: '可能冲突：{demands}要求的事，{restrains}加以限制。{reason}',
  en: 'Possible conflict: what {demands} demands, {restrains} restrains. {reason}',
};

const unexplained = {
  zh: '规则包没有说明原因：请在conflicts.yaml中补写。',
  en: 'No pack says why: add the reason to its conflicts.yaml.',
};

/** Acts that one clause demands and another restrains: shown, never resolved by the program. One line for each pair of clauses. */
export function sayConflicts(law: Law, out: Output): void {
  for (const { act, demands, restrains, reason, demanding, restraining } of possibleConflicts(law)) {
    const values = {
      demands: clauseName(law, demands),
      restrains: clauseName(law, restrains),
      reason: reason ?? unexplained,
    };
    out.line(phrase(conflictWords, out.language, values));
    const rules = { demanding: demanding.map(({ id }) => id), restraining: restraining.map(({ id }) => id) };
    out.data({ conflict: { act, demands, restrains, ...rules, reason } });
  }
}

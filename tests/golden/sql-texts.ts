import { parseDay } from '@sallyport/core/calendar';
import { exampleRegister, questionOf, ruleSql } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';

/** The statement of every shipped rule, by pack: a reviewer sees a change of the SQL as a diff. */
export function sqlTexts(): ReadonlyMap<string, string> {
  const law = lawOf();
  const known = calendars();
  const files = new Map<string, string>();
  for (const rule of law.rules) {
    const register = exampleRegister(
      { case: 'other', asOf: '2026-11-23', facts: {}, expect: 'none' },
      vocabulary,
      rule.subject,
    );
    if ('zh' in register) throw new Error(register.en);
    const question = questionOf(law, register, parseDay('2026-11-23') ?? 0, known);
    const { text, params } = ruleSql(rule, question, vocabulary, 'org');
    const values = params.map((value, index) => `-- $${index + 1} = ${JSON.stringify(value)}`).join('\n');
    files.set(rule.pack, `${files.get(rule.pack) ?? ''}-- ${rule.id}\n${values}\n${text};\n\n`);
  }
  return files;
}

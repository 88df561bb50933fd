import { parseDay } from '@sallyport/core/calendar';
import { type Doubt, generate, link, questionOf, runKernel } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { Status } from '@sallyport/core/law';
import { expect, it } from 'vitest';
import { calendars, lawOf } from '../law/read-packs.ts';
import { readRegister } from '../register/read-folder.ts';
import { annotator, conflictsIn, lineAnnotator } from './annotations.ts';
import { columnLines } from './duty-line.ts';
import { evaluateGrouped } from './groups.ts';
import { jsonLines } from './json-lines.ts';

it('writes the JSON of every duty of the demo as JSON.stringify does', { timeout: 60_000 }, async () => {
  const { register } = await readRegister(new URL('../../demo', import.meta.url).pathname);
  const law = lawOf();
  const question = questionOf(law, register, parseDay('2026-11-23') ?? 0, calendars());
  const rules = new Map(law.rules.map((rule) => [`${rule.id} ${rule.revision}`, rule]));
  const { groups } = evaluateGrouped(law, register, question, law.rules, []);
  const notes = annotator(register, groups, conflictsIn(law, register, question));
  const annotate = lineAnnotator(register, law.rules, notes);
  const seen = { groups: 0, evidence: 0, instants: 0, periods: 0 };
  const doubt: Doubt = (subject) => (subject % 2 === 0 ? [] : [2028, 2029]);
  for (const duties of runKernel(link(generate(question, vocabulary), question, register))) {
    const rule = rules.get(`${duties.rule} ${duties.revision}`);
    if (!rule) throw new Error(`no rule ${duties.rule}`);
    const lines = [...columnLines(rule, duties, register, doubt)];
    seen.groups += lines.filter((line) => annotate(line).group !== null).length;
    seen.evidence += lines.filter(({ evidence }) => evidence.length > 1).length;
    seen.instants += lines.filter(({ due }) => due?.includes('T') === true).length;
    seen.periods += lines.filter(({ period }) => period !== null).length;
    const text = (from: typeof lines): string =>
      from.map((line) => `${JSON.stringify({ ...line, ...annotate(line) })}\n`).join('');
    const written = (wanted: ReadonlySet<Status> | null): string =>
      Buffer.concat([...jsonLines(rule, duties, register, doubt, wanted, notes(rule))]).toString();
    expect(written(null)).toBe(text(lines));
    expect(written(new Set(['met']))).toBe(text(lines.filter(({ status }) => status === 'met')));
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

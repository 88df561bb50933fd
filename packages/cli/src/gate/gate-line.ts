import { formatDay, formatInstant } from '@sallyport/core/calendar';
import {
  type Conflict,
  explain,
  type Gate,
  type GateDuty,
  type GateGroup,
  type Telling,
  type Traced,
} from '@sallyport/core/duties';
import { tableOf } from '@sallyport/core/facts';
import { clauseName } from '@sallyport/core/law';
import { statusWords } from '../evaluate/status-words.ts';
import type { Output } from '../output.ts';
import type { Language, Phrase } from '../words.ts';
import { gateWords as words } from './words.ts';

const listed = (names: readonly Phrase[]): Phrase => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join('; '),
});

const named = (telling: Telling, clauses: readonly string[]): Phrase =>
  listed([...new Set(clauses)].map((clause) => clauseName(telling.law, clause)));

/** What would open a duty, in the sentences of its explanation. */
function needsOf(duty: Traced, telling: Telling, language: Language): string {
  const { sentences } = explain(duty, telling, language);
  const of = (topic: string): string =>
    sentences
      .filter((sentence) => sentence.topic === topic)
      .map(({ text }) => text)
      .join(language === 'zh' ? '' : ' ');
  return of('evidence') || of('next');
}

export function sayGroup(group: GateGroup, telling: Telling, out: Output): void {
  const { language } = out;
  const [first] = group.duties;
  if (!first) return;
  const id = tableOf(telling.register, group.on.kind).ids[group.on.row] ?? '';
  out.say(words.group, {
    mark: words[group.holds ? 'holds' : 'passes'],
    title: first.duty.rule.title,
    record: group.period === null ? id : `${id} ${formatDay(group.period)}`,
    status: statusWords[group.status],
    clauses: named(telling, group.clauses),
  });
  for (const { duty, holds, override } of group.duties) {
    const { title } = duty.rule;
    if (holds) {
      out.say(words.opensBy, { title, needs: needsOf(duty, telling, language) });
      out.say(duty.rule.override === 'never' ? words.noOverride : words.mayOverride);
    }
    if (override) out.say(words.overridden, { until: formatDay(override.until), status: statusWords[duty.status] });
  }
}

export function sayConflict(conflict: Conflict, telling: Telling, out: Output): void {
  const { demanding, subject, restraints, decision } = conflict;
  const values = {
    record: tableOf(telling.register, demanding.subject).ids[subject] ?? '',
    demands: named(telling, demanding.clauses),
    restrains: named(
      telling,
      restraints.flatMap(({ rule }) => rule.clauses),
    ),
  };
  if (decision === null) out.say(words.conflict, values);
  else
    out.say(words.decided, {
      ...values,
      decision: tableOf(telling.register, 'conflictDecision').ids[decision] ?? '',
    });
}

/** A gate as JSON has it: ids, ISO 8601 days, and what would open each duty in the language asked for. */
export function gateData(gate: Gate, telling: Telling, language: Language) {
  const { register } = telling;
  const id = (kind: string, row: number): string => tableOf(register, kind).ids[row] ?? '';
  const dutyData = ({ duty, gates, holds, override }: GateDuty) => ({
    rule: duty.rule.id,
    title: duty.rule.title,
    status: duty.status,
    due: duty.due === null ? null : duty.rule.clock === 'instant' ? formatInstant(duty.due) : formatDay(duty.due),
    clauses: duty.rule.clauses,
    gates,
    holds,
    mayOverride: duty.rule.override !== 'never',
    override: override && { id: id('override', override.row), until: formatDay(override.until) },
    needs: holds ? needsOf(duty, telling, language) : null,
  });
  return {
    act: gate.act,
    kind: gate.on.kind,
    record: id(gate.on.kind, gate.on.row),
    asOf: formatDay(telling.question.asOf),
    open: gate.open,
    groups: gate.groups.map((group) => ({
      concerns: group.concerns,
      kind: group.on.kind,
      subject: id(group.on.kind, group.on.row),
      period: group.period === null ? null : formatDay(group.period),
      status: group.status,
      holds: group.holds,
      clauses: group.clauses,
      duties: group.duties.map(dutyData),
    })),
    conflicts: gate.conflicts.map((conflict) => ({
      act: conflict.act,
      demands: conflict.demanding.id,
      kind: conflict.demanding.subject,
      subject: id(conflict.demanding.subject, conflict.subject),
      restrains: conflict.restraints.map(({ rule, subjects }) => ({
        rule: rule.id,
        kind: rule.subject,
        subjects: subjects.map((row) => id(rule.subject, row)),
      })),
      clauses: conflict.clauses,
      holds: conflict.decision === null,
      decision: conflict.decision === null ? null : id('conflictDecision', conflict.decision),
    })),
  };
}

import { formatDay } from '../../calendar/index.ts';
import { parameterOf, type SqlWriter, sqlType, type Type } from '../../feel/index.ts';
import type { Rule } from '../../law/index.ts';
import type { Question } from '../question.ts';

/** The rule whose text is being written, and the column that holds the day its settings are taken from. */
export type Stage = { day: string; rule: Rule };

/** Settings are parameters, or a choice of parameters by day; the law's figures and the edition's days are parameters. */
export function slotSql(name: string, type: Type, writer: SqlWriter, stage: Stage, question: Question): string {
  if (name === 'calendar') return writer.param(stage.rule.calendar, 'text');
  if (name === 'period.start') return 'span.start_day';
  if (name === 'period.end') return '(span.next_day - 1)';
  if (name === 'after.metOn') return 'followed.met_on';
  if (!name.startsWith('setting.')) {
    const value = stage.rule.constants.find((part) => part.name === name)?.value ?? null;
    return value === null ? `NULL::${sqlType(type)}` : writer.param(parameterOf(value, type), sqlType(type));
  }
  const versions = question.settings.get(name.slice(8)) ?? [];
  return versions.reduce((known, version, index) => {
    const value = writer.param(String(version.value), 'bigint');
    return index === 0
      ? value
      : `CASE WHEN ${stage.day} >= ${writer.param(formatDay(version.from), 'date')} THEN ${value} ELSE ${known} END`;
  }, 'NULL::bigint');
}

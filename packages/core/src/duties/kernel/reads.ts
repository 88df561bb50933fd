import { noDay, type Vocabulary } from '../../facts/index.ts';
import {
  chosenCode,
  flagged,
  type KernelFacts,
  type KernelValue,
  nullCode,
  scalar,
  shaped,
  type Type,
} from '../../feel/index.ts';
import type { Rule } from '../../law/index.ts';
import type { Question } from '../question.ts';

/** A setting is a number, or a choice of numbers by day; other slots are variables of the loop. */
export function slotValue(name: string, type: Type, day: string, rule: Rule, question: Question): KernelValue {
  if (name === 'period.start') return shaped('start', type);
  if (name === 'period.end') return shaped('(next-1)', type);
  if (name === 'after.metOn') return shaped('after', type);
  if (!name.startsWith('setting.')) {
    const value = rule.constants.find((part) => part.name === name)?.value ?? null;
    return shaped(value === null ? nullCode(type) : (value as number).toString(), type);
  }
  const versions = question.settings.get(name.slice(8)) ?? [];
  if (versions.length === 0) return shaped(nullCode(type), type);
  const choices = versions
    .map((version, index) => ({ test: index === 0 ? null : `${day}>=${version.from}`, value: version.value }))
    .toReversed();
  return { ...shaped(chosenCode(choices), type), choices };
}

/** Columns with what had not happened on the day asked about hidden. */
export function factsOf(rule: Rule, vocabulary: Vocabulary): KernelFacts {
  const happened = vocabulary.kinds.get(rule.subject)?.happened;
  return {
    column: (kind, name, row, writer) => {
      const field = vocabulary.kinds.get(kind)?.fields[name];
      if (!field) throw new Error(`${kind} has no field ${name}`);
      if (row === 's' && kind === rule.subject && name === happened) return scalar('born');
      const raw = writer.temp(`${writer.bind({ what: 'column', kind, field: name })}[${row}]`);
      if (field.type === 'boolean') return flagged(raw);
      if (field.timing !== 'milestone') return scalar(raw);
      return scalar(writer.temp(field.type === 'instant' ? `(${raw}>AI?NaN:${raw})` : `(${raw}>A?${noDay}:${raw})`));
    },
    exists: (kind, row, writer) => {
      const field = vocabulary.kinds.get(kind)?.happened;
      return field === undefined ? null : `${writer.bind({ what: 'column', kind, field })}[${row}]<=A`;
    },
  };
}

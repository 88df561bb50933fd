import type { DayFinding } from './check-days.ts';

const words: Readonly<Record<DayFinding['code'], { zh: string; en: string }>> = {
  'day-differs': {
    zh: '{day}的应办事项与当日封存的根不符：封存以后，当日或者此前的应办事项记录被改动、增加或者删除。',
    en: 'The duties of {day} do not give the root the day was closed with: a change of a duty of that day or earlier was altered, added or taken away since.',
  },
  'day-secret-gone': {
    zh: '{day}已经封存，但用于核对的密钥不在了：无法核对当日的应办事项，密钥已被删除。',
    en: '{day} was closed, and the secret it is checked with is gone: somebody took it away, and the duties of that day cannot be checked.',
  },
  'day-row-differs': {
    zh: '应办事项{row}在{day}的变动与封存时不符：这一行被改动或者增加。',
    en: 'The change of duty {row} on {day} is not what was closed: this row was altered or added.',
  },
  'duty-differs': {
    zh: '应办事项{row}的现状与其最后一次变动不符：应办事项或者变动记录被改动、增加或者删除。',
    en: 'Duty {row} does not stand as its last change says: the duty or the change was altered, added or taken away.',
  },
  'duty-change-gone': {
    zh: '应办事项{row}的变动记录编号不连续：其中的记录被删除。',
    en: 'The changes of duty {row} are not numbered through: one of them was taken away.',
  },
};

/** A finding as verification tells it. */
export function wordsOfDay({ code, day, row }: DayFinding) {
  const name = row === null ? '' : [row.rule, row.subject, row.period].filter((part) => part !== null).join(' · ');
  const filled = (sentence: string): string => sentence.replace('{day}', day ?? '').replace('{row}', name);
  return { code, kind: 'broken' as const, index: null, zh: filled(words[code].zh), en: filled(words[code].en) };
}

import { type Day, formatDay } from '../calendar/index.ts';
import { readFigure, settingType, settingValue } from './figures.ts';
import { clauseName, dayOrNull, type Edition, type Law, type Setting } from './law.ts';
import type { Bilingual } from './rule.ts';
import type { Clause, SettingText } from './schema.ts';

/** Whether a number is within a figure of the law; null when the two cannot be compared. */
export function within(type: SettingText['type'], number: number, clause: Clause, figure: string): boolean | null {
  const written = clause.figures?.[figure];
  const bound = written === undefined ? null : readFigure(written);
  if (!bound || bound.type !== settingType(type)) return null;
  // Days of the calendar and working days are both whole numbers; only like is held to like.
  const working = clause.figures?.['counts'] === 'working';
  if (bound.type === 'integer' && working !== (type === 'workingDays')) return null;
  return settingValue(type, number) <= Number(bound.value);
}

/** The place a bound is written at, as `<pack>/<clause>.<figure>`. */
export function boundOf(text: string): { readonly clause: string; readonly figure: string } {
  const [clause = '', figure = ''] = text.split('.');
  return { clause, figure };
}

/** A setting's value as an organisation records it: its text, and the day from which it counts. */
export type OwnValue = { readonly name: string; readonly value: string; readonly from: Day };

/**
 * Why a value is refused when it is recorded; null when it is not. A value is a whole number, held to the figure of the law that its setting
 * names, and, where `recordedOn` is given, counts from no day before that one: settings are never retroactive (DECISIONS 5). A name that no
 * pack knows is left alone, since the pack may be one that is not loaded here.
 */
export function settingRefusal(law: Law, { name, value, from }: OwnValue, recordedOn?: Day): Bilingual | null {
  const setting = law.settings.get(name);
  if (!setting) return null;
  if (!/^(0|[1-9][0-9]{0,8})$/.test(value.trim()))
    return {
      zh: `参数“${setting.title.zh}”的值“${value}”不是非负整数：请只写数字。`,
      en: `the value “${value}” of “${setting.title.en}” is no whole number; write digits only`,
    };
  if (setting.type === 'yesNo' && Number(value) > 1)
    return {
      zh: `参数“${setting.title.zh}”的值“${value}”不是1或者0：要求的写1，不要求的写0。`,
      en: `the value “${value}” of “${setting.title.en}” is neither 1 nor 0; write 1 where it is asked for and 0 where it is not`,
    };
  if (recordedOn !== undefined && from < recordedOn)
    return {
      zh: `参数不溯及既往：“${setting.title.zh}”最早自登记之日${formatDay(recordedOn)}起施行，请改施行日期。`,
      en: `a setting is never retroactive: “${setting.title.en}” counts from ${formatDay(recordedOn)}, the day it is recorded, at the earliest`,
    };
  return looser(law, setting, Number(value), from);
}

function looser(law: Law, setting: Setting, number: number, from: Day): Bilingual | null {
  if (setting.notLooserThan === undefined) return null;
  const { clause: id, figure } = boundOf(setting.notLooserThan);
  const found = law.clauses.get(id);
  if (!found || from < boundFrom(law, setting, found)) return null;
  const { clause } = found;
  if (within(setting.type, number, clause, figure) !== false) return null;
  const name = clauseName(law, id);
  const unit = units[setting.type];
  const limit = amount(String(clause.figures?.[figure]));
  return {
    zh: `参数“${setting.title.zh}”写成${number}${unit.zh}，比${name.zh}的规定（${limit.zh}）宽：请改为不超过该规定。`,
    en: `“${setting.title.en}” at ${number} ${unit.en} is looser than ${name.en} allows (${limit.en}); make it no more than that`,
  };
}

/** What was decided for a day before the law drew its bound, or before the pack said so, was no breach of it. */
function boundFrom(law: Law, setting: Setting, { clause, edition }: { clause: Clause; edition: Edition }): Day {
  const said = law.editions.find(({ id }) => id === setting.pack)?.revisions.at(-1)?.appliesFrom ?? 0;
  return Math.max(edition.from, dayOrNull(clause.inForce?.from) ?? 0, said);
}

const units: Readonly<Record<SettingText['type'], Bilingual>> = {
  days: { zh: '日', en: 'days' },
  months: { zh: '个月', en: 'months' },
  hours: { zh: '小时', en: 'hours' },
  workingDays: { zh: '个工作日', en: 'working days' },
  integer: { zh: '', en: '' },
  yesNo: { zh: '', en: '' },
};

const durations: Readonly<Record<string, Bilingual>> = {
  H: { zh: '小时', en: 'hours' },
  D: { zh: '日', en: 'days' },
  M: { zh: '个月', en: 'months' },
  Y: { zh: '年', en: 'years' },
};

/** A figure as words: `PT24H` is 24 hours; what has another form stays as the clause writes it. */
function amount(text: string): Bilingual {
  const [, number = '', letter = ''] = /^PT?([0-9]+)([HDMY])$/.exec(text) ?? [];
  const unit = durations[letter];
  return unit ? { zh: `${number}${unit.zh}`, en: `${number} ${unit.en}` } : { zh: text, en: text };
}

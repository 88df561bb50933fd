import { figureNames } from './figure-names.ts';
import type { Counting } from './recount.ts';
import type { Bilingual } from './rule.ts';
import type { Clause } from './schema.ts';

type Language = keyof Bilingual;

/** What a figure is called. */
export const figureLabel = (name: string): Bilingual => figureNames[name] ?? { zh: '数值', en: 'figure' };

type Figures = NonNullable<Clause['figures']>;

const counting: Readonly<Record<string, Bilingual>> = {
  'counts working': { zh: '按工作日计算', en: 'counted in working days' },
  'counts calendar': { zh: '按自然日计算', en: 'counted in calendar days' },
  'rolls no': { zh: '遇休息日不顺延', en: 'not moved when it ends on a rest day' },
  'rolls yes': { zh: '遇休息日顺延', en: 'moved on when it ends on a rest day' },
};

/** How days are counted, said by itself. */
export const countingText = (counts: Counting): Bilingual => counting[`counts ${counts}`] ?? { zh: counts, en: counts };

const units: Readonly<Record<string, Bilingual>> = {
  Y: { zh: '年', en: 'years' },
  M: { zh: '个月', en: 'months' },
  D: { zh: '日', en: 'days' },
  H: { zh: '小时', en: 'hours' },
};

/** The figures of a clause as lines: what each is called, its value, and how its days are counted. */
export function figureLines(figures: Figures, language: Language): string[] {
  // A number of working days already says how it is counted.
  const how = (value: string | number) =>
    Object.entries(figures)
      .filter(([name, way]) => typeof value === 'string' || `${name} ${way}` !== 'counts working')
      .flatMap(([name, way]) => counting[`${name} ${way}`]?.[language] ?? []);
  const colon = language === 'zh' ? '：' : ': ';
  const comma = language === 'zh' ? '，' : ', ';
  return Object.entries(figures)
    .filter(([name]) => name !== 'counts' && name !== 'rolls')
    .map(([name, value]) => {
      const label = figureLabel(name)[language];
      const text = valueText(name, value, figures['counts'] === 'working', language);
      return `${label}${colon}${[text, ...(isTerm(name, value) ? how(value) : [])].join(comma)}`;
    });
}

const isTerm = (name: string, value: string | number): boolean =>
  typeof value === 'number' ? /within$/i.test(name) : value.startsWith('P');

function valueText(name: string, value: string | number, working: boolean, language: Language): string {
  if (typeof value === 'number') {
    if (/fine|TierMost$|Gain$/i.test(name)) return `${value}${language === 'zh' ? '元' : ' yuan'}`;
    if (!isTerm(name, value)) return String(value);
    if (language === 'zh') return working ? `${value}个工作日` : `${value}日`;
    return working ? `${value} working days` : `${value} days`;
  }
  const [, amount = '', unit = ''] = /^PT?(\d+)([YMDH])$/.exec(value) ?? [];
  const word = units[unit];
  if (!word) return value;
  if (language === 'zh') return `${amount}${word.zh}`;
  return `${amount} ${amount === '1' ? word.en.slice(0, -1) : word.en}`;
}

/**
 * Kinds of risk that an organisation may put on its destination list. Each is something that happens at a place; none is about the people
 * who live there (PEOPLE.md, purpose walls).
 */
export const risks = {
  approach: { zh: '套取信息与接近', en: 'approaches for information' },
  questioning: { zh: '盘问、搜查与扣留', en: 'questioning, search and detention' },
  devices: { zh: '设备与通信', en: 'devices and communications' },
  law: { zh: '当地法律限制', en: 'limits of local law' },
  crime: { zh: '治安', en: 'crime' },
  unrest: { zh: '冲突与动荡', en: 'conflict and unrest' },
  health: { zh: '卫生', en: 'health' },
  disaster: { zh: '自然灾害', en: 'natural disaster' },
} as const;
export type Risk = keyof typeof risks;
export const riskNames = Object.keys(risks) as [Risk, ...Risk[]];

/** How much of it, the least first. A level is advice: none of them refuses a journey. */
export const levels = ['ordinary', 'raised', 'high', 'severe'] as const;
export type Level = (typeof levels)[number];

export const isAtLeast = (level: Level, least: Level): boolean => levels.indexOf(level) >= levels.indexOf(least);

/**
 * What the name of a place is compared by. A leg names a place in the words of whoever wrote it: the whole of it, or one of its parts
 * between commas, is what the destination list calls it, and nothing else is; no name is taken for another by likeness.
 */
export function placeKeys(place: string): readonly string[] {
  const whole = keyOf(place);
  const parts = place.split(/[,，、;；/·()（）]/u).map(keyOf);
  return [...new Set([whole, ...parts])].filter((key) => key !== '');
}

const keyOf = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** Whether a leg goes to a place of the list. */
export const isPlace = (listed: string, named: string): boolean => placeKeys(named).includes(keyOf(listed));

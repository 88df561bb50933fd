import type { Bilingual } from '../law/index.ts';

/**
 * The ways in which somebody is approached. What is taught, and what is reported, is a method: never who somebody is or where they come from.
 * Thirteen of them, which reports of the field use.
 */
export const methods = {
  'controlled-technology': { zh: '套购受控技术', en: 'acquiring controlled technology' },
  'business-activity': { zh: '借商业往来', en: 'business activity' },
  cyber: { zh: '网络攻击', en: 'cyber attack' },
  'exploiting-experts': { zh: '利用专家', en: 'exploiting experts' },
  'insider-access': { zh: '利用内部权限', en: 'insider access' },
  relationships: { zh: '发展私人关系', en: 'building a relationship' },
  'security-protocols': { zh: '绕过安全规定', en: 'getting round security rules' },
  'supply-chain': { zh: '从供应链下手', en: 'supply chain' },
  'information-request': { zh: '索要、套取信息', en: 'asking for information' },
  resume: { zh: '借求职、招聘', en: 'jobs and applications' },
  'search-seizure': { zh: '搜查、扣留', en: 'search and seizure' },
  surveillance: { zh: '窥视、监听', en: 'surveillance' },
  theft: { zh: '偷窃', en: 'theft' },
} as const satisfies Record<string, Bilingual>;

export type Method = keyof typeof methods;
export const methodNames = Object.keys(methods) as [Method, ...Method[]];
export const isMethod = (word: string): word is Method => Object.hasOwn(methods, word);

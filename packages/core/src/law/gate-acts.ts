import type { Bilingual } from './rule.ts';

/**
 * What can be held until duties are met: `<record>.<act>`. A rule that names another would hold nothing, and nobody would notice: a gate
 * that is misspelt fails open.
 */
export const heldActs = {
  'assignment.start': { zh: '上岗', en: 'taking up the post' },
  'clearance.access': { zh: '首次接触', en: 'first access' },
  'engagement.start': { zh: '外部服务开始', en: 'the start of the engagement' },
  'handover.give': { zh: '对外提供', en: 'handing over' },
  'internalRule.publish': { zh: '规章制度公布', en: 'publishing the internal rule' },
  'materials.release': { zh: '资料对外提供', en: 'releasing the materials' },
  'meeting.hold': { zh: '会议召开', en: 'holding the meeting' },
  'movement.carryAbroad': { zh: '携带出境', en: 'carrying it abroad' },
  'movement.carryOut': { zh: '携带外出', en: 'carrying it out' },
  'processingActivity.start': { zh: '处理活动开始', en: 'starting the processing' },
  'publication.publish': { zh: '发布', en: 'publication' },
  'trip.depart': { zh: '出境', en: 'departure' },
} as const satisfies Record<string, Bilingual>;

export const isHeldAct = (act: string): boolean => Object.hasOwn(heldActs, act);

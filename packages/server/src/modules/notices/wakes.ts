import type { Phrase } from '../../platform/words/words.ts';

type Wakes = { readonly rule: string; readonly clause: string; readonly reason: Phrase };

/**
 * All that may be told within somebody's quiet hours, and that waits for no digest: duties for which the law counts hours, nights
 * included, or says at once. What it wants promptly, counted in days, can wait for the morning. A letter about an account (a recovery that
 * its owner may stop within 24 hours) waits too: quiet hours are twelve at most.
 */
export const wakes: readonly Wakes[] = [
  {
    rule: 'cn-ssir-2024/leak-report',
    clause: 'cn-ssir-2024/art-61',
    reason: {
      zh: '泄露国家秘密须在24小时内报告，夜间同样计时',
      en: 'A leak of state secrets is reported within 24 hours, and the night counts',
    },
  },
  {
    rule: 'cn-ssir-2024/leak-report-superior',
    clause: 'cn-ssir-2024/art-61',
    reason: {
      zh: '向上级机关报告泄密同样以24小时为限',
      en: 'The superior body is told of a leak within the same 24 hours',
    },
  },
  {
    rule: 'cn-cel-2023/pass-on-report',
    clause: 'cn-cel-2023/art-16',
    reason: {
      zh: '收到的举报应当立即转交国家安全机关',
      en: 'A report that was received is passed on to state security at once',
    },
  },
];

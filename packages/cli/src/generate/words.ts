import type { Phrase } from '../words.ts';

export const generateWords = {
  progress: { zh: '生成', en: 'generating' },
  count: { zh: '{kind} {count}', en: '{kind} {count}' },
  done: { zh: '已在 {folder} 生成 {total} 条登记信息（均为虚构）。', en: 'Wrote {total} invented facts to {folder}.' },
  notEmpty: {
    zh: '{folder} 已有登记信息。请另选一个文件夹。',
    en: '{folder} holds a register already. Choose another folder.',
  },
  stranger: {
    zh: '{folder} 里有不属于登记信息的文件“{name}”。请另选一个文件夹，或者先把它移走。',
    en: '{folder} holds "{name}", which is no part of a register. Choose another folder, or move it away first.',
  },
  notANumber: {
    zh: '{option} 应为 {least} 到 {most} 之间的整数。',
    en: '{option} has to be a whole number from {least} to {most}.',
  },
} satisfies Record<string, Phrase>;

import type { Phrase } from '../../../platform/words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

/** What the work of a queue is, for whoever keeps the program going; one of a later version is named by itself. */
export const queueTitle = (queue: string): Phrase =>
  isNamed(queue) ? { zh: zh[queue], en: en[queue] } : { zh: queue, en: queue };

const isNamed = (queue: string): queue is keyof typeof zh => queue in zh;

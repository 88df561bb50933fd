import { vocabulary } from '@sallyport/core/facts';
import type { Bilingual } from '@sallyport/core/law';

const words: Readonly<Record<string, Bilingual>> = vocabulary.kinds.get('completion')?.fields['topic']?.words ?? {};

/** What education can be about: the words of the vocabulary. */
export const topics = Object.keys(words);
export const isTopic = (word: string): boolean => Object.hasOwn(words, word);
export const topicName = (topic: string): Bilingual => words[topic] ?? { zh: topic, en: topic };

import en from './content.en.json' with { type: 'json' };
import zh from './content.zh.json' with { type: 'json' };

export type Language = 'zh' | 'en';

export type Part = {
  readonly heading: string;
  readonly lines: readonly string[];
  /** The clauses that the part says in plain words. */
  readonly clauses: readonly string[];
};

export type Topic = {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly Part[];
};

export type Content = {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly topicsLabel: string;
  readonly other: string;
  readonly basis: string;
  readonly lineNote: string;
  readonly gists: string;
  readonly topics: readonly Topic[];
};

export const contents: Readonly<Record<Language, Content>> = { zh, en };

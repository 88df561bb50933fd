import type { Phrase } from './words.ts';

/** Why something cannot go on, in words for the person who meets it. A fault of the program is a plain `Error`. */
export class ExplainedError extends Error {
  readonly code: string;
  readonly phrase: Phrase;

  constructor(code: string, phrase: Phrase, options?: ErrorOptions) {
    super(`${phrase.zh}\n${phrase.en}`, options);
    this.name = 'ExplainedError';
    this.code = code;
    this.phrase = phrase;
  }
}

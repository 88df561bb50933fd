import type { Phrase } from './words.ts';

/** Why the program will not go on, in words for the person who runs it. A fault of the program is a plain `Error`. */
export class Refusal extends Error {
  readonly code: string;
  readonly phrase: Phrase;

  constructor(code: string, phrase: Phrase, options?: ErrorOptions) {
    super(`${phrase.zh}\n${phrase.en}`, options);
    this.name = 'Refusal';
    this.code = code;
    this.phrase = phrase;
  }
}

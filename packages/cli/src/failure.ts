import { type Language, type Phrase, phrase, type Values } from './words.ts';

/**
 * The command cannot do what was asked, for a reason the user can act on. Ends the program with status 1 and the sentence in
 * the user's language, without a stack; every other error is a fault of the program and shows its stack.
 */
export class CliFailure extends Error {
  readonly text: Phrase;
  readonly values: Values;
  /** Added to the JSON form of the failure, for programs that read it. */
  readonly details: unknown;

  constructor(text: Phrase, values: Values = {}, details?: unknown) {
    super(phrase(text, 'en', values));
    this.name = 'CliFailure';
    this.text = text;
    this.values = values;
    this.details = details;
  }

  say(language: Language): string {
    return phrase(this.text, language, this.values);
  }

  /** Details that hold sentences are given as a function of the language. */
  detailsIn(language: Language): unknown {
    return typeof this.details === 'function'
      ? (this.details as (language: Language) => unknown)(language)
      : this.details;
  }
}

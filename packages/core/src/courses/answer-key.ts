import type { Bilingual } from '../law/index.ts';

export type Explained = { readonly right: boolean; readonly why: Bilingual };

/**
 * Which options of a question are right, and why. Its values are private fields, so that nothing that walks over an object (JSON, a structured
 * clone, a log) finds them: a question may be written out by mistake, and its key stays here.
 */
export class AnswerKey {
  readonly #options: readonly Explained[];

  constructor(options: readonly Explained[]) {
    this.#options = options;
  }

  /** Whether exactly the right options were chosen: half an answer to a question with several is no answer. */
  isMetBy(chosen: ReadonlySet<number>): boolean {
    return this.#options.every(({ right }, index) => right === chosen.has(index));
  }

  /** For who has submitted, and for who reviews the course; never for who still sits. */
  tell(): readonly Explained[] {
    return this.#options;
  }

  /** Leaves the key out of the object it is in. */
  toJSON(): undefined {
    return undefined;
  }
}

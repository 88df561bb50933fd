import type { Register } from '../facts/index.ts';
import type { Rule } from '../law/index.ts';
import type { Question } from './question.ts';
import { readingsOf } from './readings.ts';
import type { Relations } from './relations.ts';
import { RuleExplainer } from './rule-explainer.ts';
import type { Note } from './silence.ts';
import type { Traced } from './traced.ts';
import { worldOf } from './world.ts';

/** The back end that explains: decides the duties of a rule one subject at a time, with every value seen. */
export class Explainer {
  readonly #register: Register;
  readonly #question: Question;
  readonly #relations: Relations;
  readonly #rules = new Map<Rule, RuleExplainer>();

  constructor(register: Register, relations: Relations, question: Question) {
    this.#register = register;
    this.#relations = relations;
    this.#question = question;
  }

  /** The duties a rule gives for one subject: none, one, or one a period. `note` is told why there is none. */
  decide(rule: Rule, subject: number, note?: Note): Traced[] {
    return this.#of(rule).decide(subject, note);
  }

  #of(rule: Rule): RuleExplainer {
    let known = this.#rules.get(rule);
    if (!known) {
      const firsts = readingsOf(this.#question.rules, rule.after).map((first) => this.#of(first));
      const world = worldOf(this.#register, this.#relations, this.#question, rule.calendar);
      known = new RuleExplainer(rule, this.#register, this.#question, world, firsts);
      this.#rules.set(rule, known);
    }
    return known;
  }
}

import type { Rule, RuleText } from '../../packages/core/src/law/index.ts';
import { Random } from '../feel/random.ts';
import { type Explained, explained, onKernel } from './back-ends.ts';
import { type Asked, asked, type Line } from './cases.ts';
import { closedWhenDue } from './closings.ts';
import { askedDay } from './days.ts';
import { twiceEnded } from './endings.ts';
import type { Engine } from './engine.ts';
import { lawOf, type Read } from './pack.ts';
import { pointedRules } from './pointed.ts';
import { type Overridable, randomWorld } from './registers.ts';
import { randomRules } from './rules.ts';

/** Random rules and, for each register, an organisation of its own in one database. */
export type Batch = Read & {
  readonly seed: number;
  readonly texts: readonly RuleText[];
  readonly asked: readonly Asked[];
};

const registersOf = (cases: number): number => Math.min(24, Math.max(2, Math.round(Math.sqrt(cases) / 3)));

/** A batch of at least so many cases; the same seed gives the same texts and rows whatever the engine. */
export function batchOf(engine: Engine, seed: number, cases: number, pointed = 5): Batch {
  const random = new Random(seed);
  const registers = registersOf(cases);
  // Some rules are refused; what is left must still be enough.
  const texts = [
    ...randomRules(random, Math.ceil((cases / registers) * 1.4)),
    ...twiceEnded,
    ...closedWhenDue,
    ...pointedRules(random, pointed),
  ];
  const read = lawOf(engine, texts);
  const { rules } = read.law;
  const worlds = Array.from({ length: registers }, () => randomWorld(random, askedDay(random), rules.map(overridable)));
  return { ...read, seed, texts, asked: worlds.map((world) => asked(engine, read.law, world)) };
}

const overridable = (rule: Rule): Overridable => ({
  id: rule.id,
  subject: rule.subject,
  waived: rule.waiver !== 'never',
  reviewed: rule.forbids !== null,
});

export type Answered = {
  readonly explained: ReadonlyMap<string, Explained>;
  readonly kernel: ReadonlyMap<string, Line[]>;
};

/** What explainer and kernel say of every rule about one register. */
export function answer(engine: Engine, { law }: Read, one: Asked): Answered {
  const known = new Map(law.rules.map((rule) => [rule.id, explained(engine, rule, one)]));
  return { explained: known, kernel: onKernel(engine, law.rules, one, known) };
}

export const agree = (a: readonly Line[], b: readonly Line[]): boolean =>
  a.length === b.length && a.every((line, index) => line === b[index]);

/** The name under which a register lies in the database. */
export const organisationOf = (index: number): string => `org${index}`;

import type { Decision, KernelCode, Traced } from '../../packages/core/src/duties/index.ts';
import type { Register, Vocabulary } from '../../packages/core/src/facts/index.ts';
import type { Node } from '../../packages/core/src/feel/index.ts';
import type { Rule } from '../../packages/core/src/law/index.ts';
import { type Asked, type Line, lineOf } from './cases.ts';
import type { Engine } from './engine.ts';

const kindOf = (node: Node | null): string | undefined =>
  node !== null && typeof node.type === 'object' && 'ref' in node.type ? node.type.ref : undefined;

/** Rows as ids, so that answers of the database can be compared with those from memory. */
function named(engine: Engine, rule: Rule, { register }: Asked, duty: Decision, traced: Traced | undefined): Line {
  const idOf = (kind: string | undefined, row: number | null): string | null =>
    kind === undefined || row === null ? null : (register.tables.get(kind)?.ids[row] ?? `row ${row}`);
  const { met } = traced?.variant ?? rule.variants[0];
  const evidence = met?.form === 'milestone' ? kindOf(met.path.of) : met?.kind;
  return lineOf(engine, rule, {
    ...duty,
    subject: idOf(rule.subject, duty.subject) ?? '',
    evidence: duty.evidence.map((row) => idOf(evidence, row)),
    bearer: idOf(kindOf(rule.variants[0].bearer), duty.bearer),
    assignee: idOf(kindOf(rule.assignee), duty.assignee),
  });
}

/** The vocabulary a register was built with. */
export const vocabularyIn = (engine: Engine, register: Register): Vocabulary =>
  engine.facts.vocabularyOf([...register.tables.values()].map((table) => table.kind));

export type Explained = { readonly lines: readonly Line[]; readonly traced: readonly Traced[] };

export function explained(engine: Engine, rule: Rule, asked: Asked): Explained {
  try {
    const traced = engine.duties.explainAll(rule, asked.register, asked.relations, asked.question);
    return { traced, lines: traced.map((duty) => named(engine, rule, asked, duty, duty)) };
  } catch (error) {
    return { traced: [], lines: [`failed: ${String(error)}`] };
  }
}

/** Readings of one rule by several revisions answer apart; the first keeps the name of the rule. */
export const keyOf = ({ id, revision }: Pick<Rule, 'id' | 'revision'>): string =>
  revision === 1 ? id : `${id}@${revision}`;

/** Duties by the generated kernel: all rules together, as they are run, so that those that follow find the one before. */
export function onKernel(
  engine: Engine,
  rules: readonly Rule[],
  asked: Asked,
  known: ReadonlyMap<string, Explained>,
): Map<string, Line[]> {
  const answers = new Map<string, Line[]>();
  try {
    const codes: KernelCode[] = engine.duties.generate(
      { ...asked.question, rules },
      vocabularyIn(engine, asked.register),
    );
    const kernel = engine.duties.link(codes, asked.question, asked.register, asked.relations);
    for (const duties of engine.duties.runKernel(kernel)) {
      const rule = rules.find((one) => one.id === duties.rule && one.revision === duties.revision);
      if (!rule) continue;
      const { traced = [] } = known.get(keyOf(rule)) ?? {};
      answers.set(
        keyOf(rule),
        engine.duties.decisionsOf(duties).map((duty) =>
          named(
            engine,
            rule,
            asked,
            duty,
            traced.find((other) => other.subject === duty.subject && other.period === duty.period),
          ),
        ),
      );
    }
  } catch (error) {
    // One that fails must not hide what the others answer.
    for (const rule of rules) {
      const some = chainOf(rule, rules);
      const own = some.length < rules.length ? onKernel(engine, some, asked, known).get(keyOf(rule)) : undefined;
      answers.set(keyOf(rule), own ?? [`failed: ${String(error)}`]);
    }
  }
  return answers;
}

/** A rule with those it follows. */
export function chainOf(rule: Rule, rules: readonly Rule[]): Rule[] {
  const before = rules.filter(({ id }) => id === rule.after);
  return [...new Set([...before.flatMap((one) => chainOf(one, rules)), rule])];
}

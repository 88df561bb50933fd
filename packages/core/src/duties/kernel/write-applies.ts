import { type KernelFacts, type KernelWriter, type Node, walk, writeKernel } from '../../feel/index.ts';

/** Whether a rule applies: tests that those parts hold which may be null, and parts that can only be asked once the day is known. */
export type Applies = { readonly known: readonly string[]; readonly waiting: readonly Node[] };

/** The conditions that must all hold; a rule without any applies always. */
export const conjunctsOf = (node: Node | null): readonly Node[] =>
  node === null ? [] : node.form === 'call' && node.operator.name === 'and' ? node.args.flatMap(conjunctsOf) : [node];

/** A setting needs the trigger day, `period.start` the period, `after.metOn` the duty before; all else can be asked of the subject at once. */
export function waits(condition: Node): boolean {
  let found = false;
  walk(condition, (node) => {
    found ||= node.form === 'slot' && /^(setting|period|after)\./.test(node.name);
  });
  return found;
}

/**
 * Goes on to the next subject at the first condition that is false, before the rest is read: most rules speak of few subjects. Gives the
 * tests that the conditions hold which may be null; a condition that cannot be null and was not false is true.
 */
export function writeRejections(
  conditions: readonly Node[],
  writer: KernelWriter,
  facts: KernelFacts,
): readonly string[] {
  return conditions.flatMap((condition) => {
    const { isTrue, isFalse } = writeKernel(condition, writer, facts);
    writer.line(`if (${isFalse}) continue;`);
    return condition.nullable ? [isTrue] : [];
  });
}

import { builtIn, type Node } from '../../feel/index.ts';
import { fieldName, filled, phrase } from './phrases.ts';
import type { Teller } from './teller.ts';

/** What a record has to be for a condition to hold, without what any record holds: for evidence that is still wanted. */
export function demand(teller: Teller, node: Node, holds: boolean): string {
  if (node.form === 'field') return isFlag(teller, node, holds);
  if (node.form !== 'call') return phrase(teller, node);
  const { operator, args } = node;
  const [left, right] = args;
  if (operator === builtIn.not && left) return demand(teller, left, !holds);
  if (operator === builtIn.and || operator === builtIn.or) {
    const parts = args.map((arg) => demand(teller, arg, holds));
    const both = (operator === builtIn.and) === holds;
    return both ? parts.join(teller.pick('，', ' and ')) : parts.join(teller.pick('，或者', ' or '));
  }
  if (operator === builtIn.isNull && left) {
    const name = left.form === 'field' ? fieldName(teller, left) : phrase(teller, left);
    return holds
      ? teller.pick(`${name}未登记`, `${name} is not recorded`)
      : teller.pick(`${name}已登记`, `${name} is recorded`);
  }
  if (operator === builtIn.equal && left && left.type === 'boolean' && right?.form === 'literal')
    return demand(teller, left, (right.value === true) === holds);
  if (
    (operator === builtIn.equal || operator === builtIn.oneOf) &&
    left?.form === 'field' &&
    right?.form === 'literal'
  ) {
    const field = teller.field(left.kind, left.field);
    const wanted = teller.list(
      args.slice(1).map((arg) => teller.value(arg.type, arg.form === 'literal' ? arg.value : null, field)),
      'or',
    );
    const name = fieldName(teller, left);
    return holds
      ? teller.pick(`${name}为${wanted}`, `${name} is ${wanted}`)
      : teller.pick(`${name}不是${wanted}`, `${name} is not ${wanted}`);
  }
  const said = filled(
    teller,
    operator.words(args.map((arg) => arg.type)),
    args.map((arg) => phrase(teller, arg)),
  );
  return holds ? said : teller.pick(`以下不成立：${said}`, `it is not so that ${said}`);
}

function isFlag(teller: Teller, node: Extract<Node, { form: 'field' }>, holds: boolean): string {
  const name = fieldName(teller, node);
  return holds ? teller.pick(`${name}为“是”`, `${name} is “yes”`) : teller.pick(`${name}为“否”`, `${name} is “no”`);
}

import { properties } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import { isListNode, type Node } from '../tree.ts';
import { isList, isRef, type Type, typeName } from '../types.ts';
import { callNode, elementType, itemsNullable } from './build.ts';
import type { Span } from './literals.ts';
import type { Scope } from './scope.ts';
import { unknownName } from './unknown-name.ts';

/** The type a field has for rules: what the purpose walls leave of it. */
function readableType(stored: Type, readable: 'value' | 'exists' | 'never'): Type {
  return readable === 'value' ? stored : readable === 'exists' ? 'presence' : 'opaque';
}

const storedTypes = {
  day: 'day',
  instant: 'instant',
  integer: 'integer',
  boolean: 'boolean',
  word: 'word',
  text: 'string',
} as const;

/** A step along a path: a field or relation of a fact, a property of a value, or the same over each item of a list. */
export function stepNode(of: Node, name: string, span: Span, scope: Scope): Node {
  if (isListNode(of)) return mapStep(of, name, span, scope);
  if (isRef(of.type)) return factStep(of, of.type.ref, name, span, scope);
  const property = properties.get(name);
  if (!property) {
    const type = typeName(of.type);
    throw new Refusal(
      {
        zh: `${type.zh}没有名为“${name}”的部分：请核对名称，可用的见docs/feel.md。`,
        en: `${type.en} has no part named “${name}”`,
      },
      span.from,
      span.to,
    );
  }
  return callNode(property, [of], span);
}

function factStep(of: Node, kindName: string, name: string, span: Span, scope: Scope): Node {
  const kind = scope.vocabulary.kinds.get(kindName);
  const field = kind && Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (kind && field) {
    const wall = scope.wall(kind, field);
    if (wall !== null) throw new Refusal(wall, span.from, span.to);
    const stored: Type = field.type === 'ref' ? { ref: field.to ?? '' } : storedTypes[field.type];
    const nullable = field.nullable || field.timing === 'milestone' || of.nullable;
    return {
      form: 'field',
      of,
      kind: kindName,
      field: name,
      stored,
      type: readableType(stored, field.readable),
      nullable,
      from: of.from,
      to: span.to,
    };
  }
  const inverse = scope.vocabulary.inverses.get(kindName)?.get(name);
  const related = inverse && scope.vocabulary.kinds.get(inverse.kind);
  if (!inverse || !related)
    throw new Refusal(
      {
        zh: `登记信息${kindName}没有栏目或者关联“${name}”：可用的名称用 sallyport facts 查看。`,
        en: `a ${kindName} has no field or relation “${name}”; sallyport facts lists what there is`,
      },
      span.from,
      span.to,
    );
  const link = related.fields[inverse.field];
  const wall = link ? scope.wall(related, link) : null;
  if (wall !== null) throw new Refusal(wall, span.from, span.to);
  if (link && link.readable === 'never')
    throw new Refusal(
      {
        zh: `规则不得沿${kindName}.${name}查看：涉及何人不得读取，请改用其他登记信息。`,
        en: `no rule may follow ${kindName}.${name}: who it concerns is not to be read`,
      },
      span.from,
      span.to,
    );
  return {
    form: 'relation',
    of,
    kind: inverse.kind,
    field: inverse.field,
    name,
    type: { list: { ref: inverse.kind } },
    nullable: false,
    from: of.from,
    to: span.to,
  };
}

function mapStep(list: Extract<Node, { type: Type }>, name: string, span: Span, scope: Scope): Node {
  if (!isListNode(list))
    throw new Refusal({ zh: '此处不是列表：请改写成列表。', en: 'not a list' }, span.from, span.to);
  const element = elementType(list);
  const variable: Node = {
    form: 'variable',
    name: '#each',
    type: element,
    nullable: itemsNullable(list),
    from: list.from,
    to: list.to,
  };
  const each = stepNode(variable, name, span, scope);
  if (isList(each.type))
    throw new Refusal(
      {
        zh: `“${name}”对每一项又是一个列表：请用 some … in … satisfies 查询。`,
        en: `“${name}” is a list of its own for each item; ask with some … in … satisfies`,
      },
      span.from,
      span.to,
    );
  if (each.type === 'opaque' || each.type === 'presence') {
    const type = typeName(each.type);
    throw new Refusal(
      { zh: `“${name}”是${type.zh}：请改用其他登记信息。`, en: `“${name}” is ${type.en}` },
      span.from,
      span.to,
    );
  }
  return {
    form: 'map',
    list,
    variable: '#each',
    each,
    type: { list: each.type },
    nullable: false,
    from: list.from,
    to: span.to,
  };
}

/** A bare name: a variable, a field of the fact a filter looks at, or a value from outside. */
export function nameNode(name: string, span: Span, scope: Scope): Node {
  const type = scope.variables.get(name);
  if (type !== undefined) {
    const nullable = !isRef(type) || Boolean(scope.nullableVariables?.has(name));
    return { form: 'variable', name, type, nullable, from: span.from, to: span.to };
  }
  const item = scope.variables.get('item');
  if (item !== undefined && isRef(item) && isPartOf(item.ref, name, scope)) {
    return stepNode(
      {
        form: 'variable',
        name: 'item',
        type: item,
        nullable: Boolean(scope.nullableVariables?.has('item')),
        from: span.from,
        to: span.to,
      },
      name,
      span,
      scope,
    );
  }
  return slotNode(name, span, scope) ?? unknownName(name, span, scope);
}

const isPartOf = (kind: string, name: string, scope: Scope): boolean =>
  Object.hasOwn(scope.vocabulary.kinds.get(kind)?.fields ?? {}, name) ||
  Boolean(scope.vocabulary.inverses.get(kind)?.has(name));

export function slotNode(name: string, { from, to }: Span, scope: Scope): Node | null {
  const slot = scope.slots.get(name);
  if (!slot) return null;
  if (slot.type === 'null') return { form: 'literal', type: 'null', value: null, nullable: true, from, to };
  return { form: 'slot', name, type: slot.type, nullable: slot.nullable, from, to };
}

import { functions, properties } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import { isListNode, type Node } from '../tree.ts';
import { isList, isRef, type Type, typeName } from '../types.ts';
import { callNode, elementType, itemsNullable } from './build.ts';
import type { Span } from './literals.ts';
import type { Scope } from './scope.ts';

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
  if (!property) throw new Refusal(`${typeName(of.type)} has no part named “${name}”`, span.from, span.to);
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
      `a ${kindName} has no field or relation “${name}”; sallyport facts lists what there is`,
      span.from,
      span.to,
    );
  const link = related.fields[inverse.field];
  const wall = link ? scope.wall(related, link) : null;
  if (wall !== null) throw new Refusal(wall, span.from, span.to);
  if (link && link.readable === 'never')
    throw new Refusal(`no rule may follow ${kindName}.${name}: who it concerns is not to be read`, span.from, span.to);
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
  if (!isListNode(list)) throw new Refusal('not a list', span.from, span.to);
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
      `“${name}” is a list of its own for each item; ask with some … in … satisfies`,
      span.from,
      span.to,
    );
  if (each.type === 'opaque' || each.type === 'presence')
    throw new Refusal(`“${name}” is ${typeName(each.type)}`, span.from, span.to);
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

function unknownName(name: string, span: Span, scope: Scope): never {
  if (name === 'today' || name === 'now' || name === 'today()' || name === 'now()') {
    throw new Refusal('rules have no clock: write the day as a fact, or compare with a milestone', span.from, span.to);
  }
  if (functions.has(name)) throw new Refusal(`“${name}” is a function; write ${name}(…)`, span.from, span.to);
  const known = [...scope.variables.keys(), ...scope.slots.keys()].filter((key) => !key.startsWith('#')).slice(0, 8);
  throw new Refusal(
    `“${name.slice(0, 60)}” is not known here${known.length ? `; known are ${known.join(', ')}` : ''}`,
    span.from,
    span.to,
  );
}

import type { Field } from './field.ts';
import type { Kind } from './kind.ts';
import { purposeOf, type Vocabulary } from './vocabulary.ts';

type Json = { readonly [key: string]: unknown };

/**
 * The vocabulary as JSON Schema (draft 2020-12), one definition a kind: the rows of a register's JSONL files. Purpose and readability stand
 * beside each field, so that a committed copy shows every widening as a change (PEOPLE.md, purpose walls). `only` one kind, or all.
 */
export function factsSchema(vocabulary: Vocabulary, only?: string): Json {
  const kinds = [...vocabulary.kinds.values()].filter(({ name }) => only === undefined || name === only);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Sallyport facts',
    $defs: Object.fromEntries(kinds.map((kind) => [kind.name, kindSchema(kind, vocabulary)])),
  };
}

function kindSchema(kind: Kind, vocabulary: Vocabulary): Json {
  const fields = Object.entries(kind.fields);
  const relations = [...(vocabulary.inverses.get(kind.name) ?? [])].map(([name, inverse]) => [
    name,
    `${inverse.kind}.${inverse.field}`,
  ]);
  return {
    title: kind.label,
    description: kind.about,
    type: 'object',
    additionalProperties: false,
    required: ['id', ...fields.filter(([, field]) => !field.nullable).map(([name]) => name)],
    properties: {
      id: { type: 'string', pattern: '^[A-Za-z0-9._:/@-]{1,80}$' },
      ...Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(kind, field)])),
    },
    'x-purpose': kind.purpose,
    'x-happened': kind.happened,
    ...(kind.happenedAt ? { 'x-happened-at': kind.happenedAt } : {}),
    ...(kind.valid ? { 'x-valid': kind.valid } : {}),
    'x-retention': kind.retention,
    'x-relations': Object.fromEntries(relations),
  };
}

function fieldSchema(kind: Kind, field: Field): Json {
  return {
    title: field.label,
    ...typeSchema(field),
    'x-purpose': purposeOf(kind, field),
    'x-rules': field.readable,
    'x-personal': field.personal,
    ...(field.timing === 'plain' ? {} : { 'x-timing': field.timing }),
    ...(field.ends ? { 'x-ends': true } : {}),
    ...(field.to ? { 'x-refers-to': field.to, 'x-inverse': field.inverse } : {}),
  };
}

function typeSchema(field: Field): Json {
  const or = (type: string): string | string[] => (field.nullable ? [type, 'null'] : type);
  switch (field.type) {
    case 'day':
      return { type: or('string'), format: 'date' };
    case 'instant':
      return { type: or('string'), format: 'date-time' };
    case 'integer':
      return {
        type: or('integer'),
        ...(field.min === undefined ? {} : { minimum: field.min }),
        maximum: Number.MAX_SAFE_INTEGER,
      };
    case 'boolean':
      return { type: or('boolean') };
    case 'word': {
      const words = Object.keys(field.words ?? {});
      if (words.length === 0) return { type: or('string') };
      return { enum: field.nullable ? [...words, null] : words, 'x-words': field.words };
    }
    default:
      return { type: or('string'), ...(field.type === 'text' ? { maxLength: 4000 } : {}) };
  }
}

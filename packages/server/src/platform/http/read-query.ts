import { z } from 'zod';

type Shape = { readonly properties?: Readonly<Record<string, { readonly type?: string | readonly string[] }>> };

const shapes = new WeakMap<z.ZodType, Shape>();

/** What a query takes, as JSON Schema; made once a contract. */
function shapeOf(schema: z.ZodType): Shape {
  let shape = shapes.get(schema);
  if (shape === undefined) {
    shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
    shapes.set(schema, shape);
  }
  return shape;
}

/** The parameters of an address as the input of a query: lists by repetition, numbers and flags by the contract's types. */
export function readQuery(schema: z.ZodType, parameters: URLSearchParams): Record<string, unknown> {
  const { properties = {} } = shapeOf(schema);
  const input: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    const type = properties[name]?.type;
    if (type === 'array') input[name] = values;
    // A parameter given twice is refused by the schema, as a list where one value is wanted.
    else input[name] = values.length === 1 ? single(values[0] ?? '', type) : values;
  }
  return input;
}

function single(value: string, type: string | readonly string[] | undefined): unknown {
  if (type === 'integer' || type === 'number') return /^-?\d{1,16}(\.\d{1,10})?$/.test(value) ? Number(value) : value;
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

/** A part of a JSON schema; what else it says does not matter here. */
type Schema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

/** Names of people in our contracts. `account` and `viewer` are people too. */
const ofPerson = /person|assignee|account|viewer|traveller|custodian|reporter/i;

/** Whole numbers that count nothing of a person: an optimistic version, how long something is kept, an entry's place in the log and the log's size. */
const noFigure = new Set(['version', 'months', 'number', 'size']);

/**
 * Where a schema holds a number beside a person's name, or under it: an aggregate keyed by a person, which no query may give
 * (PEOPLE.md, no verdict by machine). A list within begins anew: its items are not the person's figures but records.
 */
export function perPersonFigures(schema: unknown, path = '', about = false): string[] {
  const { type, properties = {}, additionalProperties, items, anyOf = [] } = schema as Schema;
  const here = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const names = Object.keys(properties);
  const person = about || names.some((name) => ofPerson.test(name) && isText(properties[name]));
  const last = path.split('.').at(-1) ?? '';
  return [
    ...(about && isNumber(type) && !noFigure.has(last) ? [path] : []),
    ...names.flatMap((name) => perPersonFigures(properties[name], here(name), person)),
    // A cell of a fact may hold a text or a number: it is what was recorded, not a figure.
    ...(anyOf.some((each) => each.type === 'string')
      ? []
      : anyOf.flatMap((each) => perPersonFigures(each, path, about))),
    ...(items === undefined ? [] : perPersonFigures(items, path, false)),
    ...(typeof additionalProperties === 'object'
      ? perPersonFigures(additionalProperties, path, about || ofPerson.test(last))
      : []),
  ];
}

const isNumber = (type: Schema['type']): boolean =>
  [type].flat().some((each) => each === 'integer' || each === 'number');

const isText = (schema: Schema | undefined): boolean =>
  [schema?.type].flat().includes('string') || (schema?.anyOf ?? []).some(isText);

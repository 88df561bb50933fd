import type { Region } from '../facts/index.ts';
import { isRef, type Node, parseExpression, type Scope } from '../feel/index.ts';
import type { Territory } from './rule.ts';
import type { ExampleText } from './schema.ts';
import type { Vocabulary } from './walls.ts';

type Bearer = { readonly text: string; readonly node: Node };

/**
 * How far up a department is looked for where it lies, when it does not say so itself: the language has no recursion, and each step is a join
 * of every such rule. A branch elsewhere has divisions, offices, sections and groups under it; a department still deeper says so itself.
 */
const stepsUp = 4;

/**
 * Whether the place of a subject lies where its instrument has effect, as one more condition of the rule; null where nothing says where it is,
 * so that the duty is unclear and names the organisation's region. The place is that of the record by which the bearer is reached (a building
 * site), else that of its department or the nearest above it that says one, else where the organisation is. What the organisation owes as a whole it owes also where only one of its
 * departments is.
 */
export function territoryOf(
  region: Region | undefined,
  bearer: Bearer,
  recurs: boolean,
  scope: Scope,
  vocabulary: Vocabulary,
): Territory | null {
  if (region === undefined || !isRef(bearer.node.type)) return null;
  const fieldsOf = (kind: string) => vocabulary.kinds.get(kind)?.fields ?? {};
  if (!fieldsOf('organisation')['region']) return null;
  const { record, kind, organisation } = reached(bearer, bearer.node.type.ref);
  if (kind !== null && !fieldsOf(kind)['organisation']) return null;
  const nested = fieldsOf('unit')['parent'] !== undefined;
  const home = `${organisation}.region = "${region}" or (if ${organisation}.region = null then null else false)`;
  if (kind === null) return made(region, `(${home}) or ${departments(organisation, region, recurs, nested)}`, scope);
  const places = [
    ...(fieldsOf(kind)['region'] ? [`${record}.region`] : []),
    ...(fieldsOf(kind)['unit'] ? regionsFrom(`${record}.unit`, nested) : []),
  ];
  return made(region, nearest(places, region, home), scope);
}

/** The region of a department and of those above it, the nearest first. */
const regionsFrom = (unit: string, nested: boolean): string[] =>
  Array.from({ length: nested ? stepsUp + 1 : 1 }, (_, steps) => `${unit}${'.parent'.repeat(steps)}.region`);

/** Whether the first of them that is said is the region; `otherwise` where none is. */
const nearest = (places: readonly string[], region: Region, otherwise: string): string =>
  places.reduceRight((rest, place) => `if ${place} != null then ${place} = "${region}" else (${rest})`, otherwise);

const made = (region: Region, text: string, scope: Scope): Territory => ({
  region,
  within: parseExpression(text, scope),
});

type Reached = { readonly record: string; readonly kind: string | null; readonly organisation: string };

/** The record that names the organisation, and the organisation; no record where the organisation is the subject itself. */
function reached({ text, node }: Bearer, kind: string): Reached {
  if (kind !== 'organisation') return { record: `(${text})`, kind, organisation: `(${text}).organisation` };
  if (node.form !== 'field' || !isRef(node.of.type)) return { record: '', kind: null, organisation: `(${text})` };
  return {
    record: `(${text.slice(node.of.from, node.of.to)})`,
    kind: node.of.type.ref,
    organisation: `(${text})`,
  };
}

/** A department that was closed leaves what fell into the time before owed. */
function departments(organisation: string, region: Region, recurs: boolean, nested: boolean): string {
  const open = recurs ? 'place.closedOn = null or place.closedOn >= period.start' : 'place.closedOn = null';
  const there = nearest(regionsFrom('place', nested), region, 'false');
  return `(some place in ${organisation}.units satisfies (${there}) and (${open}))`;
}

/** The organisations of an example are where the instrument has effect, unless the example says where they are. */
export function examplesWithin(region: Region | undefined, examples: readonly ExampleText[]): readonly ExampleText[] {
  if (region === undefined) return examples;
  return examples.map((example) => {
    const given = example.facts['organisation'] ?? {};
    const organisation = (Array.isArray(given) ? given : [given]).map((cells) => ({ region, ...cells }));
    return { ...example, facts: { ...example.facts, organisation } };
  });
}

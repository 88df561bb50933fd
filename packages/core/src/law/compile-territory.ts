import type { Region } from '../facts/index.ts';
import { isRef, type Node, parseExpression, type Scope } from '../feel/index.ts';
import type { Territory } from './rule.ts';
import type { ExampleText } from './schema.ts';
import type { Vocabulary } from './walls.ts';

type Bearer = { readonly text: string; readonly node: Node };

/**
 * Whether the place of a subject lies where its instrument has effect, as one more condition of the rule; null where nothing says where it is,
 * so that the duty is unclear and names the organisation's region. The place is that of the record by which the bearer is reached (a building
 * site), else that of its department, else where the organisation is. What the organisation owes as a whole it owes also where only one of its
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
  const home = `${organisation}.region = "${region}" or (if ${organisation}.region = null then null else false)`;
  if (kind === null) return made(region, `(${home}) or ${departments(organisation, region, recurs)}`, scope);
  const places = [
    ...(fieldsOf(kind)['region'] ? [`${record}.region`] : []),
    ...(fieldsOf(kind)['unit'] ? [`${record}.unit.region`] : []),
  ];
  const within = places.reduceRight(
    (rest, place) => `if ${place} != null then ${place} = "${region}" else (${rest})`,
    home,
  );
  return made(region, within, scope);
}

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
function departments(organisation: string, region: Region, recurs: boolean): string {
  const open = recurs ? 'place.closedOn = null or place.closedOn >= period.start' : 'place.closedOn = null';
  return `(some place in ${organisation}.units satisfies place.region = "${region}" and (${open}))`;
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

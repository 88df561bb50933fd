import { regionLabel } from '../../facts/index.ts';
import { type Node, walk } from '../../feel/index.ts';
import type { Territory } from '../../law/index.ts';
import { rootOf } from './phrases.ts';
import { isValue } from './reasons.ts';
import type { Teller } from './teller.ts';

type FieldNode = Extract<Node, { form: 'field' }>;

/** What a territory asks where a subject is: the record itself, its department and those above it, its organisation, in that order, each once. */
export function placesAsked(teller: Teller, { within }: Territory): FieldNode[] {
  const asked = new Map<string, FieldNode>();
  walk(within, (node) => {
    if (node.form !== 'field' || node.field !== 'region' || rootOf(node) !== teller.rule.subject) return;
    const path = pathOf(node);
    if (!asked.has(path) && !isNeedless(teller, node, asked)) asked.set(path, node);
  });
  return [...asked.values()];
}

const pathOf = (node: Node): string => (node.form === 'field' ? `${pathOf(node.of)}.${node.field}` : '');

/** A department above that is not there, or that nobody has to ask since one below says where it lies. */
const isNeedless = (teller: Teller, node: FieldNode, asked: ReadonlyMap<string, FieldNode>): boolean =>
  node.of.form === 'field' &&
  node.of.field === 'parent' &&
  (teller.valueOf(node.of) === null ||
    [...asked.values()].some((lower) => lower.kind === node.kind && teller.valueOf(lower) !== null));

/** The one that decides: the first of which it is known. */
const deciding = (teller: Teller, territory: Territory): FieldNode | undefined =>
  placesAsked(teller, territory).find((node) => teller.valueOf(node) !== null);

export const territoryName = (teller: Teller, { region }: Territory): string => teller.text(regionLabel(region));

/** That a subject lies where the instrument has effect. */
export function inside(teller: Teller, territory: Territory): string[] {
  const place = deciding(teller, territory);
  const name = territoryName(teller, territory);
  if (place && teller.valueOf(place) === territory.region) return [isValue(teller, place)];
  return [teller.pick(`单位有部门在${name}`, `a department of the organisation is in ${name}`)];
}

/** That it does not; null where that is not why. */
export function outsideOf(teller: Teller, territory: Territory): string | null {
  const place = deciding(teller, territory);
  if (teller.valueOf(territory.within) !== false || !place) return null;
  const name = territoryName(teller, territory);
  const own = teller.rule.subject === 'organisation';
  return teller.pick(
    `该法规文件只在${name}施行，而${isValue(teller, place)}${own ? '，也没有部门在那里' : ''}。`,
    `The instrument has effect in ${name} alone, and ${isValue(teller, place)}${own ? '; no department is there' : ''}.`,
  );
}

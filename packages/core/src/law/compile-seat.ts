import { isRef, type Node, parseExpression, type Scope } from '../feel/index.ts';
import type { Seat } from './rule.ts';
import type { Vocabulary } from './walls.ts';

/**
 * An instrument speaks to the organisations of its country; one of the United States also to whoever took on its clearance (32 CFR 117),
 * wherever the data lie: that is how two laws can speak of one journey. The organisation is the bearer, or the one a bearer belongs to.
 */
export function seatOf(
  jurisdiction: 'cn' | 'us' | 'any',
  bearer: { readonly text: string; readonly node: Node },
  scope: Scope,
  vocabulary: Vocabulary,
): Seat | null {
  if (jurisdiction === 'any' || !isRef(bearer.node.type)) return null;
  const kind = bearer.node.type.ref;
  const path = kind === 'organisation' ? `(${bearer.text})` : `(${bearer.text}).organisation`;
  const fields = vocabulary.kinds.get('organisation')?.fields ?? {};
  if (kind !== 'organisation' && !vocabulary.kinds.get(kind)?.fields['organisation']) return null;
  if (!fields['seat']) return null;
  const tests = [`${path}.seat = "${jurisdiction}"`, `${path}.seat = null`];
  if (jurisdiction === 'us' && fields['clearedSince']) tests.push(`${path}.clearedSince != null`);
  return { country: jurisdiction, speaks: parseExpression(tests.join(' or '), scope) };
}

/** A path from the subject over what is always there: whose law a duty is, and where, is asked of what stands at its end. */
export const isPath = (node: Node): boolean =>
  !node.nullable && (node.form === 'variable' || (node.form === 'field' && isPath(node.of)));

export const bearerChosen = {
  zh: '责任主体须直接写成必填登记信息的路径（例如trip.organisation）：法规对谁适用、在哪里适用，都要向它查问，不能用if选取，也不能经过可空的字段。',
  en: 'a bearer is a path over required fields, such as trip.organisation: whose law it is, and where, is asked of it; it cannot be chosen with if, nor be null',
};

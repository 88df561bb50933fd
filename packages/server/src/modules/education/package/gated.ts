import { rulesMetBy } from '@sallyport/core/courses';
import type { Law } from '@sallyport/core/law';

/**
 * Whether a gate waits for a completion of this topic. What a browser says of itself opens none: a package is scored by its own script, on the
 * machine of whoever is to be examined (docs/decisions/0099).
 */
export function opensGate(law: Pick<Law, 'rules'>, topic: string): boolean {
  const met = new Set(rulesMetBy(law, [topic]));
  return law.rules.some(({ id, variants }) => met.has(id) && variants.some(({ gates }) => gates.length > 0));
}

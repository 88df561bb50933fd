import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Template } from './contract.ts';
import type { Form } from './form.ts';
import { people } from './standard/people.ts';
import { programme } from './standard/programme.ts';
import { travel } from './standard/travel.ts';
import { templateAt, templateInForce } from './store.ts';

export const standardForms: readonly Form[] = [...people, ...travel, ...programme];

export const formNamed = (name: string): Form =>
  standardForms.find(({ form }) => form === name) ?? refuse('forms.no-such-form');

/** The unit's own template, or the one the program comes with. */
export async function inForce(
  tx: Transaction,
  { form, standard }: Form,
): Promise<{ readonly version: number; readonly template: Template }> {
  return (await templateInForce(tx, form)) ?? { version: 0, template: standard };
}

export async function atVersion(tx: Transaction, { form, standard }: Form, version: number): Promise<Template> {
  if (version === 0) return standard;
  const template = await templateAt(tx, form, version);
  if (template === null) throw new Error(`form ${form} has no template ${version}`);
  return template;
}

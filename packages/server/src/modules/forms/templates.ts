import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { kindNamed, ownOrganisation } from '../register/index.ts';
import { checkTemplate } from './check-template.ts';
import { partsOf, sheetOf } from './compose.ts';
import * as contract from './contract.ts';
import { formNamed, inForce, standardForms } from './forms-there.ts';
import { paperResponse } from './paper-response.ts';
import type { FormsParts } from './parts.ts';
import * as store from './store.ts';

export function implementTemplates({
  database,
  press,
  ruleTitle,
  dayOf,
  leaving,
  expectedAt,
}: Pick<FormsParts, 'database' | 'press' | 'ruleTitle' | 'dayOf' | 'leaving' | 'expectedAt'>) {
  const actions: ImplementedAction[] = [
    implementAction(contract.saveTemplate, {
      place: async () => ({ person: null, unit: null }),
      async handle({ tx, actor, now }, { form, templateVersion, template }) {
        const found = formNamed(form);
        const problems = checkTemplate(kindNamed(found.kind), template);
        if (problems.length > 0) refuse('forms.template-refused', { problems });
        const { version: current } = await inForce(tx, found);
        const version = templateVersion + 1;
        const saved = { form, version, template, account: actor.account, at: new Date(now / 1000) };
        if (current !== templateVersion || !(await store.insertTemplate(tx, saved))) refuse('forms.stale-template');
        return {
          output: { templateVersion: version },
          entry: { subject: `form/${form}`, fields: { version, template } },
        };
      },
    }),
  ];
  const queries: ImplementedQuery[] = [
    implementQuery(contract.listForms, {
      async answer({ tx }, { kind }) {
        const own = new Map((await store.templatesInForce(tx)).map((one) => [one.form, one] as const));
        const forms = standardForms
          .filter((one) => kind === undefined || one.kind === kind)
          .map(({ form, kind: of, standard }) => ({
            form,
            kind: of,
            title: (own.get(form)?.template ?? standard).title,
            templateVersion: own.get(form)?.version ?? 0,
          }));
        return { output: { forms } };
      },
    }),
    implementQuery(contract.showTemplate, {
      async answer({ tx }, { form }) {
        const found = formNamed(form);
        const { version, template } = await inForce(tx, found);
        return { output: { form, kind: found.kind, templateVersion: version, template, standard: found.standard } };
      },
    }),
    implementQuery(
      contract.sampleForm,
      { answer: async (_context, { form, language }) => ({ output: { form: formNamed(form).form, language } }) },
      async ({ form, language }, actor) => {
        const { template, unit, parts } = await database.inOrganisation(actor.org, async (tx) => {
          const found = formNamed(form);
          const inUse = (await inForce(tx, found)).template;
          const reader = { tx, actor, language, ruleTitle, dayOf, leaving, expectedAt };
          return {
            template: inUse,
            unit: (await ownOrganisation(tx))?.name ?? '',
            parts: await partsOf(reader, inUse, null, kindNamed(found.kind)),
          };
        });
        const paper = sheetOf({ template, unit, parts, below: [], code: null }, language);
        return paperResponse(press, paper, 'pdf', template.title[language]);
      },
    ),
  ];
  return { actions, queries };
}

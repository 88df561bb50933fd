import { formatDay } from '@sallyport/core/calendar';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { routingOf } from '../organisation/index.ts';
import { kindNamed, ownOrganisation, referredFact, requireFact } from '../register/index.ts';
import { partsOf, sheetOf } from './compose.ts';
import * as contract from './contract.ts';
import { atVersion, formNamed, inForce } from './forms-there.ts';
import { codeText, numberText, readNumber, tokenOf } from './number.ts';
import { paperResponse } from './paper-response.ts';
import type { FormsParts } from './parts.ts';
import { isChanged, requirePrint, shownOf, stateOf } from './prints.ts';
import * as store from './store.ts';
import { dayText } from './values.ts';

const personsOf = (person: string | null): string[] => (person === null ? [] : [person]);

export function implementPrint({ database, dayOf, ids, press, ruleTitle, leaving, expectedAt }: FormsParts) {
  const print = implementAction(contract.printForm, {
    async handle({ tx, actor, now, today }, { form: name, id, language }) {
      const form = formNamed(name);
      const { kind } = form;
      const { person } = await requireFact(tx, actor, { kind, id }, 'read');
      const { fact } = (await referredFact(tx, actor, kind, id)) ?? refuse('request.not-found');
      if ((await ownOrganisation(tx)) === null) refuse('forms.organisation-first');
      const { version, template } = await inForce(tx, form);
      // Whatever is out of reach is found before a number is given for a paper that cannot be made.
      await partsOf(
        { tx, actor, language, ruleTitle, dayOf, leaving, expectedAt },
        template,
        { kind: kindNamed(kind), id, fields: fact.fields },
        kindNamed(kind),
      );
      const year = Number(formatDay(today).slice(0, 4));
      const one = {
        id: ids.uuid(),
        year,
        serial: await store.nextSerial(tx, year),
        form: name,
        templateVersion: version,
        kind,
        fact: id,
        factVersion: fact.version,
        person,
        language,
        token: tokenOf(ids.salt()),
        account: actor.account,
        printedAt: new Date(now / 1000),
      };
      await store.insertPrint(tx, one);
      const said = {
        print: one.id,
        number: numberText(one),
        form: name,
        template: version,
        version: fact.version,
        language,
      };
      return { output: { print: one.id }, entry: { subject: `${kind}/${id}`, fields: said, person } };
    },
  });

  const paper = implementQuery(
    contract.openPaper,
    {
      async answer({ tx, actor }, { print: id, format }) {
        const found = (await store.findPrint(tx, id)) ?? refuse('request.not-found');
        await requirePrint(tx, actor, found, 'read');
        const state = await stateOf(tx, found);
        if (state === 'withdrawn') refuse('forms.fact-withdrawn');
        // The number stands for what the paper said then: another paper gets another number.
        const handed = found.kind === 'leaving' && (await leaving.handedAfter(tx, found.fact, found.printedAt));
        if (handed || (await isChanged(tx, found))) refuse('forms.changed-since');
        return { output: { print: id, format }, persons: personsOf(found.person) };
      },
    },
    async ({ print: id, format }, actor) => {
      const { sheet, language, number } = await database.inOrganisation(actor.org, async (tx) => {
        const found = (await store.findPrint(tx, id)) ?? refuse('request.not-found');
        const kind = kindNamed(found.kind);
        const { fact } = (await referredFact(tx, actor, found.kind, found.fact)) ?? refuse('forms.fact-withdrawn');
        const template = await atVersion(tx, formNamed(found.form), found.templateVersion);
        const reader = { tx, actor, language: found.language, ruleTitle, dayOf, leaving, expectedAt };
        const parts = await partsOf(reader, template, { kind, id: fact.id, fields: fact.fields }, kind);
        const routing = (await routingOf(tx)) ?? refuse('forms.organisation-first');
        const number = numberText(found);
        const day = dayText(formatDay(dayOf(found.printedAt.getTime() * 1000)), found.language);
        const below =
          found.language === 'zh' ? [`打印日期：${day}`, `编号：${number}`] : [`Printed: ${day}`, `No. ${number}`];
        const code = { text: codeText({ ...found, routing }), caption: number };
        const unit = (await ownOrganisation(tx))?.name ?? '';
        return { sheet: { template, unit, parts, below, code }, language: found.language, number };
      });
      const paperOf = sheetOf(sheet, language);
      return paperResponse(press, paperOf, format, `${number} ${sheet.template.title[language]}`);
    },
  );

  const prints = implementQuery(contract.listPrints, {
    async answer({ tx, actor }, { kind, id }) {
      const { person } = await requireFact(tx, actor, { kind, id }, 'read');
      const shown: contract.PrintShown[] = [];
      for (const one of await store.printsOf(tx, kind, id)) shown.push(await shownOf(tx, one));
      return { output: { prints: shown }, persons: personsOf(person) };
    },
  });

  const one = implementQuery(contract.onePrint, {
    async answer({ tx, actor }, { print: id, recordNumber }) {
      const missing = id === undefined ? 'forms.no-such-print' : 'request.not-found';
      const named = readNumber(recordNumber ?? '');
      const found =
        id !== undefined ? await store.findPrint(tx, id) : named === null ? null : await store.findByNumber(tx, named);
      if (found === null) return refuse(missing);
      await requirePrint(tx, actor, found, 'read', missing);
      return { output: { found: await shownOf(tx, found), person: found.person }, persons: personsOf(found.person) };
    },
  });

  const actions: ImplementedAction[] = [print];
  const queries: ImplementedQuery[] = [paper, prints, one];
  return { actions, queries };
}

import { addMonths, type Day, formatDay, parseDay } from '@sallyport/core/calendar';
import { boundOf, clauseName, type Law, type Setting, settingRefusal } from '@sallyport/core/law';
import type { z } from 'zod';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { kindNamed, ownOrganisation, requirePolicyInForce, writeFact } from '../register/index.ts';
import type { LawOf } from './own-law.ts';
import { decideSetting, listSettings, previewSetting, previewStart } from './setting-contract.ts';
import { rulesReading, touchesSensitive, touchesStaff } from './setting-policy.ts';
import { type OwnSetting, ownSettings } from './setting-store.ts';
import { wholeOrganisation } from './whole-organisation.ts';

type Chosen = { readonly name: string; readonly value: number; readonly from: Day };

/** What a value would do to the duties of the organisation that asks: given by the room that computes them. */
type SettingImpact = (
  tx: Transaction,
  chosen: Chosen & { readonly on: Day },
) => Promise<{
  readonly output: Omit<z.input<typeof previewSetting.output>, 'day'>;
  readonly persons: readonly string[];
}>;

/** The same for another first day of the programme; null where no organisation is recorded. */
type StartImpact = (
  tx: Transaction,
  today: Day,
  start: Day,
) => Promise<{
  readonly output: z.input<typeof previewStart.output>;
  readonly persons: readonly string[];
} | null>;

export type SettingParts = {
  readonly ids: { readonly uuid: () => string };
  readonly impactOf: SettingImpact;
  readonly startImpactOf: StartImpact;
};

/** Dated policy of the organisation: what holds, what a change would do, and the change (DECISIONS 5). */
export function implementSettings(
  law: Law,
  { ids, impactOf, startImpactOf, lawOf }: SettingParts & { readonly lawOf: LawOf },
): { readonly actions: ImplementedAction[]; readonly queries: ImplementedQuery[] } {
  const list = implementQuery(listSettings, {
    async answer({ tx, today }) {
      const own = await ownSettings(tx);
      const confirmed = await lawOf(tx);
      const settings = [...law.settings.values()].map((setting) => shownOf(confirmed, setting, own, today));
      return { output: { day: formatDay(today), settings } };
    },
  });
  const preview = implementQuery(previewSetting, {
    place: wholeOrganisation,
    async answer({ tx, today }, input) {
      const chosen = allowed(await lawOf(tx), input, today);
      const asked =
        input.heldSince === undefined ? { from: chosen.from, on: chosen.from } : past(input.heldSince, today);
      const { output, persons } = await impactOf(tx, { ...chosen, ...asked });
      return { output: { ...output, day: formatDay(asked.on) }, persons };
    },
  });
  const previewOfStart = implementQuery(previewStart, {
    place: wholeOrganisation,
    answer: async ({ tx, today }, { day }) =>
      (await startImpactOf(tx, today, parseDay(day) ?? today)) ?? refuse('law.organisation-first'),
  });
  const decide = implementAction(decideSetting, {
    place: wholeOrganisation,
    async handle(context, { internalRule = null, ...input }) {
      const { tx, today } = context;
      const { name, value, from } = allowed(await lawOf(tx), input, today);
      const rules = rulesReading(law, name);
      const policy = { staff: touchesStaff(rules), sensitive: touchesSensitive(law, rules) };
      await requirePolicyInForce(tx, { internalRule, from: formatDay(from), ...policy });
      const own = (await ownOrganisation(tx)) ?? refuse('law.organisation-first');
      const id = ids.uuid();
      const { fields } = await writeFact(context, kindNamed('setting'), id, {
        organisation: own.id,
        name,
        value: String(value),
        fromDay: formatDay(from),
      });
      return { output: { setting: id }, entry: { subject: `setting/${id}`, fields: { ...fields, internalRule } } };
    },
  });
  return { actions: [decide], queries: [list, preview, previewOfStart] };
}

/** The value as it may be decided today: of a setting there is, not retroactive, and no looser than the law. */
function allowed(law: Law, input: { name: string; value: number; from: string }, today: Day): Chosen {
  const { name, value } = input;
  const setting = law.settings.get(name) ?? refuse('law.no-such-setting', { name });
  const from = parseDay(input.from) ?? today;
  if (from < today) refuse('law.setting-retroactive', { day: formatDay(today) });
  if (settingRefusal(law, { name, value: String(value), from }, today) !== null)
    refuse('law.setting-looser', { bound: boundText(law, setting) });
  return { name, value, from };
}

/** Months that are looked back on. */
const reach = 36;

/** From a day that is past, seen from today. */
function past(heldSince: string, today: Day): { readonly from: Day; readonly on: Day } {
  const from = parseDay(heldSince) ?? today;
  const earliest = addMonths(today, -reach) ?? today;
  if (from >= today || from < earliest) refuse('law.since-out-of-reach', { from: formatDay(earliest) });
  return { from, on: today };
}

/** Named by its number and figure, which read the same in both languages. */
function boundText(law: Law, { notLooserThan = '' }: Setting): string {
  const { clause, figure } = boundOf(notLooserThan);
  return `${clause} ${figure} ${law.clauses.get(clause)?.clause.figures?.[figure] ?? ''}`.trim();
}

function shownOf(law: Law, setting: Setting, all: readonly OwnSetting[], today: Day) {
  const own = all.filter(({ name }) => name === setting.id);
  const rules = rulesReading(law, setting.id);
  const day = formatDay(today);
  const standard = setting.defaults.findLast(({ from }) => from <= today)?.value ?? setting.default;
  const inForce = own.findLast(({ from }) => from <= day);
  const bound = setting.notLooserThan === undefined ? null : boundOf(setting.notLooserThan);
  return {
    name: setting.id,
    pack: setting.pack,
    title: setting.title,
    about: setting.about,
    type: setting.type,
    value: inForce === undefined ? standard : Number(inForce.value),
    since: inForce?.from ?? null,
    standard,
    own: own.toReversed().map(({ value, from }) => ({ value: Number(value), from })),
    notLooserThan: bound && { ...bound, name: clauseName(law, bound.clause) },
    touchesStaff: touchesStaff(rules),
    touchesSensitive: touchesSensitive(law, rules),
    rules: rules.map(({ id, title, subject }) => ({ rule: id, title, kind: subject })),
  };
}

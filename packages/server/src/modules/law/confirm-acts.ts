import { formatDay } from '@sallyport/core/calendar';
import {
  type Bilingual,
  type Correction,
  clauseName,
  correctLaw,
  countingText,
  figureLines,
  isCounting,
  type Law,
} from '@sallyport/core/law';
import { z } from 'zod';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type ActDetails, openActs, type RoomAct } from '../identity/index.ts';
import type { ConfirmParts } from './confirm.ts';
import { confirmKinds } from './confirm-contract.ts';
import { confirmationOf, endConfirmationOf, insertConfirmation, readCorrections } from './confirmation-store.ts';
import { requireCorrection, requireSettings } from './correction-rules.ts';

export type ConfirmKind = (typeof confirmKinds)[number];

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const jsonOf = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)));

/** What is put down with the act until it is signed: ids and texts. */
const details = z.strictObject({
  clause: z.string(),
  number: z.string().nullable(),
  heading: jsonOf(bilingual).nullable(),
  gist: jsonOf(bilingual).nullable(),
  figures: jsonOf(z.record(z.string(), z.union([z.string(), z.number()]))),
  citation: z.string(),
  textOn: z.string(),
  textHash: z.string(),
});

export type Proposed = z.output<typeof details>;

export const putDown = (proposed: Proposed): ActDetails => {
  const json = (value: Bilingual | null): string | null => (value === null ? null : JSON.stringify(value));
  const { heading, gist, figures, ...rest } = proposed;
  return { ...rest, heading: json(heading), gist: json(gist), figures: JSON.stringify(figures) };
};

/** As it will hold; the names come with whoever signs. */
export const correctionOf = (
  { clause, number, heading, gist, figures, citation, textHash }: Proposed,
  by: readonly string[],
  on: string,
): Correction => ({
  clause,
  number,
  heading,
  gist,
  figures,
  confirmed: { by, on, citation: { zh: citation, en: citation }, textHash },
});

// No unit's lead: the law is of the whole house. The auditor looks at such decisions afterwards.
const signing = async () => ({ second: ['approver', 'counsel', 'security-officer'] as const, persons: [] });

/** What two people decide about a clause. Whatever has changed since it was asked for is looked at again. */
export function createConfirmActs(
  law: Law,
  { ids, reread }: Pick<ConfirmParts, 'ids' | 'reread'>,
): Readonly<Record<ConfirmKind, RoomAct>> {
  const named = (clause: string) => {
    const found = law.clauses.get(clause);
    return found === undefined ? null : { clause, name: clauseName(law, clause), heading: found.clause.heading };
  };
  return {
    'clause-confirmation': {
      signing,
      told(given) {
        const { clause, number, heading, gist, figures, citation, textOn, textHash } = details.parse(given);
        const of = named(clause);
        const corrected = { number, heading, gist, figures: figureRows(figures) };
        return of && { about: 'clause', ...of, corrected, read: { citation, textOn, textHash } };
      },
      async confirm(context, { first, reason, details: given }) {
        const { tx, actor, today, now } = context;
        const proposed = details.parse(given);
        const on = formatDay(today);
        const correction = correctionOf(proposed, [first, actor.account ?? ''], on);
        if ((await confirmationOf(tx, proposed.clause)) !== null) refuse('law.already-confirmed');
        await requireCorrection(tx, law, await readCorrections(tx), correction, today);
        const id = ids.uuid();
        const { citation, textOn } = proposed;
        const signed = { first, second: actor.account, reason, at: new Date(now / 1000) };
        await insertConfirmation(tx, { ...correction, ...signed, id, citation, textOn });
        if (Object.keys(proposed.figures).length > 0) await reread(tx, now);
        return { fields: { confirmation: id, ...proposed, reason }, person: null };
      },
    },
    'confirmation-end': {
      signing,
      told(given) {
        const of = named(given['clause'] ?? '');
        return of && { about: 'clause', ...of, corrected: null, read: null };
      },
      async confirm(context, { first, reason, details: given }) {
        const { tx, actor, today, now } = context;
        const clause = given['clause'] ?? '';
        const corrections = await readCorrections(tx);
        const ended = corrections.find((one) => one.clause === clause) ?? refuse('law.not-confirmed');
        const left = corrections.filter((one) => one !== ended);
        await requireSettings(tx, correctLaw(law, left), clause, today);
        const second = actor.account;
        await endConfirmationOf(tx, clause, { at: new Date(now / 1000), first, second, reason });
        if (Object.keys(ended.figures).length > 0) await reread(tx, now);
        return { fields: { clause, reason }, person: null };
      },
    },
  };
}

/** In words: whoever signs reads hours, not a code. */
function figureRows(figures: Proposed['figures']): Bilingual[] {
  const { counts, ...values } = figures;
  const en = figureLines(values, 'en');
  const rows = figureLines(values, 'zh').map((zh, at) => ({ zh, en: en[at] ?? zh }));
  return isCounting(counts) ? [...rows, countingText(counts)] : rows;
}

const isConfirm = (kind: string): kind is ConfirmKind => (confirmKinds as readonly string[]).includes(kind);

/** Acts about one clause that wait for their second person. */
export async function waitingFor({ tx, now, actor }: Pick<Context, 'tx' | 'now' | 'actor'>, clause: string) {
  const acts = await openActs(tx, new Date(now / 1000));
  return acts.flatMap(({ id, kind, first, endsAt, details: given }) =>
    isConfirm(kind) && given?.['clause'] === clause
      ? [{ act: id, kind, endsAt: endsAt.toISOString(), mine: first === actor.account }]
      : [],
  );
}

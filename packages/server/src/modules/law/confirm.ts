import { type Day, formatDay, type Instant } from '@sallyport/core/calendar';
import { hasClassifiedMark } from '@sallyport/core/facts';
import {
  type Clause,
  type Correction,
  type Counting,
  correctLaw,
  figureLabel,
  figuresOf,
  gateActs,
  isCounting,
  type Law,
  recountedFigures,
} from '@sallyport/core/law';
import type { z } from 'zod';
import {
  type Context,
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import { askSecond, type RoomActs } from '../identity/index.ts';
import { type ConfirmKind, correctionOf, createConfirmActs, putDown, waitingFor } from './confirm-acts.ts';
import { clauseRests, confirmClause, endConfirmation, previewConfirmation } from './confirm-contract.ts';
import { confirmationOf, readCorrections } from './confirmation-store.ts';
import { requireCorrection, requireSettings } from './correction-rules.ts';
import { newest } from './edition.ts';
import { settingsBoundBy } from './setting-policy.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** What the room that computes duties does for this one. */
export type ConfirmParts = {
  readonly ids: { readonly uuid: () => string };
  readonly post: PostPort;
  /** What other corrections than those that hold would do to the duties of the organisation. */
  readonly correctionImpactOf: (
    tx: Transaction,
    today: Day,
    corrections: readonly Correction[],
  ) => Promise<{
    readonly output: Omit<z.input<typeof previewConfirmation.output>, 'day'>;
    readonly persons: readonly string[];
  }>;
  /** Duties of rules, as far as so many persons stand behind a number that it may be shown. */
  readonly countsOf: (
    tx: Transaction,
    today: Day,
    rules: readonly string[],
  ) => Promise<readonly { readonly rule: string; readonly open: number | null; readonly all: number | null }[]>;
  /** Every duty is computed again, as after a new revision. */
  readonly reread: (tx: Transaction, now: Instant) => Promise<void>;
};

type Implemented = {
  readonly actions: ImplementedAction[];
  readonly queries: ImplementedQuery[];
  readonly acts: RoomActs;
};

/** A figure that is a number in the clause is one here as well. */
const figuresWritten = (clause: Clause, written: readonly string[]): Correction['figures'] =>
  Object.fromEntries(
    written.map((line) => {
      const [name = '', value = ''] = line.split('=');
      return [name, typeof clause.figures?.[name] === 'number' ? Number(value) : value];
    }),
  );

/** How the terms of a clause are counted, where they could be counted the other way. */
function countingNow({ figures = {} }: Clause): Counting | null {
  const { counts } = figures;
  if (!isCounting(counts)) return null;
  return recountedFigures(figures, counts === 'working' ? 'calendar' : 'working') === null ? null : counts;
}

/** A clause confirmed or corrected by two people who hold the official text (DESIGN, law as data). */
export function implementConfirm(law: Law, parts: ConfirmParts): Implemented {
  const acts = createConfirmActs(law, parts);

  async function ask(
    context: Context,
    kind: ConfirmKind,
    clause: string,
    reason: string,
    given: ReturnType<typeof putDown>,
  ) {
    const { tx } = context;
    if ((await waitingFor(context, clause)).length > 0) refuse('law.already-asked');
    const act = { kind, subject: null, role: null, unit: null, reason, details: given };
    const output = await askSecond(context, parts, act, await acts[kind].signing(tx, given));
    const entry = { subject: `two-person-act/${output.act}`, fields: { kind, ...given, reason } };
    return { output, entry };
  }

  return {
    acts,
    actions: [
      implementAction(confirmClause, {
        place: wholeOrganisation,
        async handle(context, { reason, ...proposed }) {
          const { tx, today } = context;
          const { clause, citation, heading, gist, number, textOn } = proposed;
          if (!law.clauses.has(clause)) refuse('request.not-found');
          const texts = [reason, citation, number, heading?.zh, heading?.en, gist?.zh, gist?.en];
          if (texts.some((text) => hasClassifiedMark(text ?? ''))) refuse('register.classified-mark');
          if (textOn > formatDay(today)) refuse('law.text-ahead');
          if ((await confirmationOf(tx, clause)) !== null) refuse('law.already-confirmed');
          const correction = correctionOf(proposed, [], formatDay(today));
          await requireCorrection(tx, law, await readCorrections(tx), correction, today);
          return ask(context, 'clause-confirmation', clause, reason, putDown(proposed));
        },
      }),
      implementAction(endConfirmation, {
        place: wholeOrganisation,
        async handle(context, { clause, reason }) {
          const { tx, today } = context;
          if (!law.clauses.has(clause)) refuse('request.not-found');
          if (hasClassifiedMark(reason)) refuse('register.classified-mark');
          if ((await confirmationOf(tx, clause)) === null) refuse('law.not-confirmed');
          const left = (await readCorrections(tx)).filter((one) => one.clause !== clause);
          await requireSettings(tx, correctLaw(law, left), clause, today);
          return ask(context, 'confirmation-end', clause, reason, { clause });
        },
      }),
    ],
    queries: [
      implementQuery(previewConfirmation, {
        place: wholeOrganisation,
        async answer({ tx, today }, { clause, figures: written, ends }) {
          const figures = figuresWritten(law.clauses.get(clause)?.clause ?? refuse('request.not-found'), written);
          const others = (await readCorrections(tx)).filter((one) => one.clause !== clause);
          const proposed = { clause, number: null, heading: null, gist: null, citation: '', textOn: '', textHash: '' };
          const then = ends
            ? others
            : await requireCorrection(tx, law, others, correctionOf({ ...proposed, figures }, [], ''), today);
          const { output, persons } = await parts.correctionImpactOf(tx, today, then);
          return { output: { day: formatDay(today), ...output }, persons };
        },
      }),
      implementQuery(clauseRests, {
        place: wholeOrganisation,
        async answer(context, { clause: id }) {
          const { tx, today } = context;
          const own = correctLaw(law, await readCorrections(tx));
          const { clause } = own.clauses.get(id) ?? refuse('request.not-found');
          const rules = newest(own.rules).filter((rule) => rule.clauses.includes(id));
          const counts = await parts.countsOf(
            tx,
            today,
            rules.map((rule) => rule.id),
          );
          return {
            output: {
              day: formatDay(today),
              number: clause.number ?? null,
              rules: rules.map((rule) => {
                const { open, all } = counts.find((one) => one.rule === rule.id) ?? { open: 0, all: 0 };
                return { rule: rule.id, title: rule.title, gates: gateActs(rule), open, all };
              }),
              settings: settingsBoundBy(own, id).map(({ id: name, title }) => ({ name, title })),
              figures: figuresOf(clause).map(({ name }) => ({
                name,
                label: figureLabel(name),
                value: clause.figures?.[name] ?? '',
              })),
              counts: countingNow(clause),
              waiting: await waitingFor(context, id),
            },
          };
        },
      }),
    ],
  };
}

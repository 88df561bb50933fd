import type { VerifierKey } from '@sallyport/core/journal';
import { z } from 'zod';
import { isBroken, type LogReport, originsOfNoLog, witnessKey } from '../modules/journal/index.ts';
import type { Opened } from '../open.ts';
import { machine } from '../platform/actions/machine.ts';
import type { Tell } from '../platform/http/lines.ts';
import { refused } from './refused.ts';

const notKey = (text: string): never => {
  throw refused('witness-key', { text });
};

const organisation = z.string().max(100).optional();

export const verifyAsked = z.strictObject({
  organisation,
  /** Checkpoints kept outside, as signed notes. */
  held: z.array(z.string().max(100_000)).max(1000),
  /** Keys of witnesses besides those configured. */
  witnesses: z.array(z.string().max(1000)).max(100),
});

export const exportAsked = z.strictObject({ organisation, handover: z.string().max(100).optional() });

export const takeInAsked = z.strictObject({
  /** Checkpoints that came back, as signed notes. */
  notes: z.array(z.string().max(100_000)).min(1).max(1000),
  witnesses: verifyAsked.shape.witnesses,
});

export type VerifiedLog = LogReport & { readonly organisation: string; readonly whole: boolean };

/** Computes logs anew from the database: one organisation's, or all and the installation's own. */
export async function verifyJournals(
  { journal }: Pick<Opened, 'journal'>,
  configured: readonly { readonly key: VerifierKey }[],
  asked: z.output<typeof verifyAsked>,
  tell: Tell,
): Promise<{ readonly logs: readonly VerifiedLog[] }> {
  const given = asked.witnesses.map((text) => witnessKey(text) ?? notKey(text));
  const witnesses = [...configured.map(({ key }) => key), ...given];
  const held = asked.held.map((note) => ({ note, newestAt: null }));
  const known = await journal.logs();
  if (asked.organisation !== undefined && !known.includes(asked.organisation))
    throw refused('no-organisation', { organisation: asked.organisation, known: known.join(', ') });
  const logs: VerifiedLog[] = [];
  for (const org of asked.organisation === undefined ? known : [asked.organisation]) {
    const reports = await journal.verify(org, { held, witnesses }, async (done, total) => tell({ done, total }));
    logs.push(...reports.map((report) => ({ organisation: org, ...report, whole: !isBroken(report) })));
  }
  const [stranger] = originsOfNoLog(held, logs);
  if (stranger !== undefined) throw refused('held-of-no-log', { origin: stranger });
  return { logs };
}

const notTaken = {
  'not-ours': 'take-in.not-ours',
  contradicted: 'take-in.contradicted',
  'no-cosignature': 'take-in.no-cosignature',
  forged: 'take-in.forged',
} as const;

type Took = { readonly origin: string; readonly size: number; readonly witnesses: readonly string[] };

/** Takes in what witnesses cosigned of checkpoints that were carried to them and back. */
export async function takeInCosignatures(
  { journal }: Pick<Opened, 'journal'>,
  configured: readonly { readonly key: VerifierKey }[],
  asked: z.output<typeof takeInAsked>,
): Promise<{ readonly logs: readonly Took[] }> {
  const given = asked.witnesses.map((text) => witnessKey(text) ?? notKey(text));
  const witnesses = [...configured.map(({ key }) => key), ...given];
  const known = await journal.logs();
  const logs: Took[] = [];
  for (const note of asked.notes) {
    const came = (await firstOf(known, (org) => journal.takeIn(org, note, witnesses))) ?? { came: 'not-ours' };
    if (came.came !== 'taken') throw refused(notTaken[came.came]);
    const { origin, size, witnesses: by } = came;
    logs.push({ origin, size, witnesses: by });
  }
  return { logs };
}

async function firstOf<One>(orgs: readonly string[], of: (org: string) => Promise<One | null>): Promise<One | null> {
  for (const org of orgs) {
    const found = await of(org);
    if (found !== null) return found;
  }
  return null;
}

/** Hands an organisation's logs out, file by file. It leaves the house: the handover it names is required and marked as given. */
export async function exportJournal(
  { journal, runNamed }: Pick<Opened, 'journal' | 'runNamed'>,
  { organisation: named, handover }: z.output<typeof exportAsked>,
  tell: Tell,
): Promise<{ readonly organisation: string; readonly logs: readonly object[] }> {
  const known = await journal.logs();
  const [only, ...more] = known.slice(1);
  const org = named ?? (more.length === 0 ? only : undefined);
  if (org === undefined || !known.includes(org))
    throw refused('no-organisation', { organisation: named ?? '', known: known.join(', ') });
  // The installation's own log holds nothing of an organisation, and nobody in it could record a handover.
  if (org !== known[0]) await runNamed('journal.export', [{ handover: handover ?? null }], machine(org));
  await journal.sealer.sealAll(org);
  const logs = await journal.export(org, ({ path, content, done, total }) =>
    tell({ path, base64: Buffer.from(content).toString('base64'), done, total }),
  );
  return { organisation: org, logs };
}

import type { VerifierKey } from '@sallyport/core/journal';
import { z } from 'zod';
import { isBroken, type LogReport, originsOfNoLog, witnessKey } from '../modules/journal/index.ts';
import type { Opened } from '../open.ts';
import { machine } from '../platform/actions/machine.ts';
import type { Tell } from '../platform/http/lines.ts';
import { ExplainedError } from '../platform/words/explained-error.ts';
import { createWords } from '../platform/words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const say = createWords(zh, en);
const refused = (key: keyof typeof zh, values: Record<string, string> = {}): ExplainedError =>
  new ExplainedError(`administration.${key}`, say(key, values));

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

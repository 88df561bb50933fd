import { formatDay } from '@sallyport/core/calendar';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { holdOn } from '../privacy/index.ts';
import { requireFact } from '../register/index.ts';
import * as contract from './contract.ts';
import type { FilesParts } from './parts.ts';
import * as store from './store.ts';
import { readTicket } from './ticket.ts';

/** Of what the file of a package is kept: no kind of the register, so that nobody can open it as evidence. */
export const packageKind = 'learning-package';

/** Files of one fact. */
const most = 50;

export type AddEvidence = (
  context: Context,
  to: { readonly kind: string; readonly id: string; readonly ticket: string },
) => Promise<{
  readonly fields: Readonly<Record<string, unknown>> & { readonly file: string };
  readonly person: string | null;
}>;

export type KeepFile = (
  context: Pick<Context, 'tx' | 'actor' | 'now'>,
  to: { readonly kind: string; readonly id: string; readonly person: string | null; readonly ticket: string },
) => ReturnType<AddEvidence>;

/** An upload becomes a file of a fact, within an action that has asked already whether it may. */
export const createKeepFile =
  ({ sealer }: Pick<FilesParts, 'sealer'>): KeepFile =>
  async ({ tx, actor, now }, { kind, id, person, ticket }) => {
    const found =
      readTicket(sealer, tx.org, actor.account ?? '', ticket, now / 1000) ?? refuse('files.ticket-not-valid');
    // A package is no evidence, and evidence no package: each was looked at as what it came as.
    if ((found.type === 'zip') !== (kind === packageKind)) refuse('files.ticket-not-valid');
    if ((await store.filesOf(tx, kind, id)).length >= most) refuse('files.enough', { most });
    const { file, name, type, size, sha256 } = found;
    const at = new Date(now / 1000);
    const added = { ...found, kind, fact: id, person, account: actor.account, at };
    if (!(await store.insertFile(tx, added))) refuse('files.ticket-not-valid');
    return { fields: { file, name, type, size, sha256 }, person };
  };

/** An upload becomes evidence of a fact, within the action of whoever may record it. */
export function createAddEvidence(parts: Pick<FilesParts, 'sealer'>): AddEvidence {
  const keep = createKeepFile(parts);
  return async (context, { kind, id, ticket }) => {
    const { person } = await requireFact(context.tx, context.actor, { kind, id }, 'record');
    return keep(context, { kind, id, person, ticket });
  };
}

export function implementEvidence(parts: FilesParts): ImplementedAction[] {
  const { noteErased } = parts;
  const add = createAddEvidence(parts);
  return [
    implementAction(contract.addFile, {
      async handle(context, { kind, id, ticket }) {
        const { fields, person } = await add(context, { kind, id, ticket });
        return { output: { file: fields.file }, entry: { subject: `${kind}/${id}`, fields, person } };
      },
    }),
    implementAction(contract.removeFile, {
      async handle(context, { file, reason }) {
        const { tx, actor, today } = context;
        const found = (await store.findFile(tx, file)) ?? refuse('request.not-found');
        const { kind, fact: id, sha256, person } = found;
        await requireFact(tx, actor, { kind, id }, 'record');
        const hold = await holdOn(tx, formatDay(today), { kind, id, person });
        if (hold !== null) refuse('files.on-hold', { clause: hold.clause, until: hold.until });
        await store.removeFile(tx, file);
        await noteErased(context, [{ kind: 'file', id: file }]);
        return { output: {}, entry: { subject: `${kind}/${id}`, fields: { file, sha256, reason }, person } };
      },
    }),
  ];
}

import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../platform/actions/actor.ts';
import { admit } from '../../platform/actions/admit.ts';
import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { routingOf } from '../organisation/index.ts';
import * as contract from './contract.ts';
import { type Code, readCode } from './number.ts';
import type { FormsParts } from './parts.ts';
import { isChanged, requirePrint, stateOf } from './prints.ts';
import * as store from './store.ts';

const pictures: ReadonlySet<string> = new Set(['jpg', 'png', 'webp']);

export function implementTakeBack({ database, readCodes, peekUpload, addEvidence }: FormsParts): ImplementedAction[] {
  /** The codes of ours on a scan, read before the transaction opens. */
  async function codesOn(actor: Actor, ticket: string): Promise<Code[]> {
    const { type, bytes } = (await peekUpload(actor, ticket)) ?? refuse('files.ticket-not-valid');
    const kind = type === 'pdf' ? 'pdf' : pictures.has(type) ? 'picture' : null;
    if (kind === null) return [];
    const codes = new Map((await readCodes(bytes, kind)).map((said) => [said, readCode(said)] as const));
    return [...codes.values()].filter((code) => code !== null);
  }

  return [
    implementAction<typeof contract.readScan.input, typeof contract.readScan.output, Code[]>(contract.readScan, {
      prepare: ({ ticket }, actor) => {
        admit(contract.readScan.name, contract.readScan.admits, actor);
        return codesOn(actor, ticket);
      },
      async handle({ tx, actor }, _input, codes) {
        const [code, ...more] = codes;
        if (code === undefined) return refuse('forms.no-code');
        if (more.length > 0) refuse('forms.several-codes');
        const print = await printOf(tx, code);
        await requirePrint(tx, actor, print, 'read', 'forms.no-such-print');
        const { id, kind, fact, person } = print;
        return { output: { print: id }, entry: { subject: `${kind}/${fact}`, fields: { print: id }, person } };
      },
    }),
    implementAction<typeof contract.takeBack.input, typeof contract.takeBack.output, Code[]>(contract.takeBack, {
      prepare: async ({ print: id, ticket }, actor) => {
        admit(contract.takeBack.name, contract.takeBack.admits, actor);
        // Nothing is taken apart for a print that is out of reach.
        await database.inOrganisation(actor.org, async (tx) => {
          const print = (await store.findPrint(tx, id)) ?? refuse('request.not-found');
          await requirePrint(tx, actor, print, 'record');
        });
        return codesOn(actor, ticket);
      },
      async handle(context, { print: id, ticket }, codes) {
        const { tx, actor, now } = context;
        const print = (await store.lockPrint(tx, id)) ?? refuse('request.not-found');
        await requirePrint(tx, actor, print, 'record');
        if ((await stateOf(tx, print)) === 'withdrawn') refuse('forms.fact-withdrawn');
        if (print.returnedAt !== null) refuse('forms.returned-already');
        // Signed was what the paper says, and the register says something else by now.
        if (await isChanged(tx, print)) refuse('forms.changed-since');
        // A scan whose code says that it is another paper is not made evidence of this one, whatever number was typed.
        const [code] = codes;
        if (code !== undefined && (await printOf(tx, code)).id !== id) refuse('forms.other-print');
        const { kind, fact, person } = print;
        const { fields } = await addEvidence(context, { kind, id: fact, ticket });
        await store.markReturned(tx, id, { account: actor.account, at: new Date(now / 1000), file: fields.file });
        const by = code === undefined ? 'number' : 'code';
        return {
          output: { print: id, file: fields.file },
          entry: { subject: `${kind}/${fact}`, fields: { ...fields, print: id, by }, person },
        };
      },
    }),
  ];
}

/** The print that a code names; its word must be the one on our paper. */
async function printOf(tx: Transaction, code: Code): Promise<store.Print> {
  if (code.routing !== (await routingOf(tx))) refuse('forms.foreign-code');
  const print = (await store.findByNumber(tx, code)) ?? refuse('forms.no-such-print');
  if (!timingSafeEqual(Buffer.from(print.token), Buffer.from(code.token))) refuse('forms.wrong-code');
  return print;
}

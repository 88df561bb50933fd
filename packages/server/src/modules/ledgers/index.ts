import type { KeyObject } from 'node:crypto';
import { formatDay } from '@sallyport/core/calendar';
import { admit } from '../../platform/actions/admit.ts';
import { implementAction, implementQuery, type Room } from '../../platform/actions/implement.ts';
import { machineAccount } from '../../platform/actions/machine.ts';
import type { ClockPort } from '../../platform/actions/ports.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { attachmentHeaders } from '../../platform/files/file-name.ts';
import type { Press } from '../../platform/paper/press.ts';
import { deriveKey } from '../../platform/secrets/derive-key.ts';
import { createSealer } from '../../platform/secrets/sealer.ts';
import { requireHandover } from '../privacy/index.ts';
import { ownOrganisation } from '../register/index.ts';
import { type Ask, collectRows } from './collect.ts';
import { makeLedger, openLedger } from './contract.ts';
import { ledgers } from './lists.ts';
import { readTicket, writeTicket } from './ticket.ts';
import en from './words.en.json' with { type: 'json' };
import { sayLedger } from './words.ts';
import zh from './words.zh.json' with { type: 'json' };
import { writeLedger } from './write.ts';

export type LedgersParts = {
  readonly clock: ClockPort;
  readonly ids: { readonly uuid: () => string };
  readonly sealingKey: KeyObject;
  readonly press: Pick<Press, 'print'>;
  /** Asks a query as somebody: the list itself, with its rights. */
  readonly ask: Ask;
};

/** Every list of the console as a ledger (台账): one way out, by the list's own query. */
export function createLedgers({ clock, ids, sealingKey, press, ask }: LedgersParts): Room {
  const sealer = createSealer({ key: deriveKey(sealingKey, 'ledger') });
  return {
    actions: [
      implementAction(makeLedger, {
        async handle(context, input) {
          const { actor, today, now } = context;
          const { list, filter, format, handover } = input;
          const { query } = ledgers[list];
          admit(query.name, query.admits, actor);
          if (handover !== null) await requireHandover(context, 'export', handover);
          const number = `${formatDay(today).replaceAll('-', '')}-${ids.uuid().slice(-6).toUpperCase()}`;
          const ticket = writeTicket(
            sealer,
            actor.org,
            actor.account ?? machineAccount,
            { ...input, number },
            now / 1000,
          );
          // Which filters were set, and not to what: a name that was looked for is nobody's business later.
          const fields = { list, format, number, handover, filters: Object.keys(filter).toSorted() };
          return { output: { ticket }, entry: { subject: `ledger/${number}`, fields } };
        },
      }),
    ],
    queries: [
      implementQuery(
        openLedger,
        {
          async answer({ tx, actor, today }, { ticket }) {
            const found = readTicket(sealer, actor.org, actor.account ?? machineAccount, ticket, clock.now() / 1000);
            const asked = found ?? refuse('ledgers.ticket-over');
            const unit = (await ownOrganisation(tx))?.name ?? '';
            return { output: { ...asked, unit, day: formatDay(today) } };
          },
        },
        async ({ list, filter, format, language, handover, number, unit, day }, actor) => {
          const ledger = ledgers[list];
          const allowed = ledger.query.input.safeParse(filter);
          if (!allowed.success) refuse('ledgers.filter-unknown');
          const rows = await collectRows(ask, { ledger, filter, language, actor });
          const title = ledger.title(filter)[language];
          const named = sayLedger('fileName', { title, number })[language];
          const columns = ledger.columns(filter);
          const file = await writeLedger(press, format, {
            language,
            unit,
            title: sayLedger('ledgerOf', { title })[language],
            day,
            number,
            handover,
            columns,
            rows,
          });
          return new Response(new Uint8Array(file), {
            headers: { ...attachmentHeaders(`${named}.${format}`, format), 'content-length': String(file.byteLength) },
          });
        },
      ),
    ],
    words: { zh, en },
  };
}

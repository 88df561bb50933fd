import { type Day, formatDay, type Instant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import { admit } from '../../platform/actions/admit.ts';
import { implementAction, type Room } from '../../platform/actions/implement.ts';
import type { ClockPort } from '../../platform/actions/ports.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Press } from '../../platform/paper/press.ts';
import type { Phrase } from '../../platform/words/words.ts';
import { requireHandover } from '../privacy/index.ts';
import { ownOrganisation } from '../register/index.ts';
import { type Ask, collectRows } from './collect.ts';
import { makeLedger } from './contract.ts';
import { ledgers } from './lists.ts';
import { momentIn } from './moment.ts';
import en from './words.en.json' with { type: 'json' };
import { sayLedger } from './words.ts';
import zh from './words.zh.json' with { type: 'json' };
import { writeLedger } from './write.ts';

export type LedgersParts = {
  readonly database: Pick<Database, 'inOrganisation'>;
  readonly clock: ClockPort;
  readonly dayOf: (instant: Instant) => Day;
  /** Minutes east of UTC of the installation's seat. */
  readonly offset: number;
  readonly ids: { readonly uuid: () => string };
  readonly press: Pick<Press, 'print'>;
  /** Asks a query as somebody: the list itself, with its rights. */
  readonly ask: Ask;
  /** What an action is called, for the ledger of the journal. */
  readonly actionSaid: (name: string) => Phrase | null;
  /** Rows of one ledger: past so many nobody reads on, and the file would be a copy of the register. */
  readonly most?: number;
};

/** Every list of the console as a ledger (台账): one way out, by the list's own query. */
export function createLedgers({ database, press, ask, most = 50_000, ...parts }: LedgersParts): Room {
  const makeFile = async (input: (typeof makeLedger)['input']['_output'], actor: Actor) => {
    const { list, filter, format, language, handover } = input;
    const ledger = ledgers[list];
    admit(ledger.query.name, ledger.query.admits, actor);
    if (!ledger.query.input.safeParse(filter).success) refuse('ledgers.filter-unknown');
    const action = (name: string): string => parts.actionSaid(name)?.[language] ?? name;
    const reader = { language, moment: momentIn(parts.offset), action };
    const { rows, answered } = await collectRows(ask, { ledger, filter, actor, reader, most });
    const unit = await database.inOrganisation(actor.org, async (tx) => (await ownOrganisation(tx))?.name ?? '');
    const day = formatDay(parts.dayOf(parts.clock.now()));
    const number = `${day.replaceAll('-', '')}-${parts.ids.uuid().slice(-6).toUpperCase()}`;
    const title = sayLedger('ledgerOf', { title: ledger.title(filter, answered) })[language];
    const columns = ledger.columns(filter);
    const file = await writeLedger(press, format, { language, unit, title, day, number, handover, columns, rows });
    return { number, name: `${title} ${number}.${format}`, rows: rows.length, file };
  };
  return {
    actions: [
      implementAction(makeLedger, {
        // A long list takes its time: it is asked for and written before the transaction opens.
        prepare: makeFile,
        async handle(context, { list, filter, format, handover }, { number, name, rows, file }) {
          if (handover !== null) {
            const { personalData } = await requireHandover(context, 'ledgers.make', handover);
            if (!personalData && ledgers[list].query.showsPerson) refuse('ledgers.handover-without-people');
          }
          // Which filters were set, and not to what: a name that was looked for is nobody's business later.
          const fields = { list, format, number, rows, handover, filters: Object.keys(filter).toSorted() };
          return {
            output: { name, rows, file: Buffer.from(file).toString('base64') },
            entry: { subject: `ledger/${number}`, fields },
          };
        },
      }),
    ],
    queries: [],
    words: { zh, en },
  };
}

import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@sallyport/core/access';
import type { Kind } from '@sallyport/core/facts';
import { tableName } from '@sallyport/core/feel';
import type { Program } from './compose.ts';
import type { Duties } from './modules/duties/index.ts';
import { kindsInOrder, rowsInOrder } from './modules/register/index.ts';
import { machine } from './platform/actions/machine.ts';
import { Refused } from './platform/actions/refusal.ts';
import { mostInputs } from './platform/actions/runner.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { Database } from './platform/database/database.ts';
import { analyseAsItGrows } from './platform/database/statistics.ts';

/** A link that signs somebody in once; it ends after a quarter of an hour. */
export type FirstLink = { readonly role: Role; readonly token: string };

export type FirstAccount = {
  readonly login: string;
  readonly name: string;
  readonly person: string | null;
  readonly role: Role;
};

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

type Acts = Pick<Program, 'run' | 'catalogue'>;

type Loading = {
  readonly program: Acts;
  readonly database: Database;
  readonly duties: Pick<Duties, 'tick'>;
  readonly clock: Clock;
};

/** Opens an organisation and says its id; everything is an action of the machine's administrator, so all of it is in the journal. */
export async function openOrganisation(program: Acts, demo: boolean): Promise<string> {
  const org = randomUUID();
  await act(program, org, 'organisation.open', [{ routing: routingId(), demo }]);
  return org;
}

/**
 * Loads a register folder of JSONL files, kinds in the order of their references, with the duties that follow. The clock goes first: it finds
 * nothing to compute yet, and what is imported settles its duties itself.
 */
export async function importRegister(
  opened: Loading,
  org: string,
  folder: string,
  goOn: () => void = () => undefined,
): Promise<void> {
  const { program, database, duties, clock } = opened;
  const wrote = analyseAsItGrows(database, org, ['duty']);
  await duties.tick(org, clock.now());
  for (const kind of kindsInOrder()) {
    const rows = rowsInOrder(kind, rowsOf(kind, folder));
    for (let from = 0; from < rows.length; from += mostInputs) {
      goOn();
      await importBatch(program, org, kind, rows.slice(from, from + mostInputs));
      await wrote(tableName(kind.name));
    }
  }
  await duties.tick(org, clock.now());
}

async function importBatch(program: Acts, org: string, kind: Kind, rows: readonly Row[]): Promise<void> {
  const inputs = rows.map(({ id, ...fields }) => ({ kind: kind.name, id, fields }));
  try {
    await act(program, org, 'register.import', inputs);
  } catch (error) {
    // A batch is there whole or not at all: a first start that was cut off goes on behind the last one that is.
    if (!(error instanceof Refused) || error.refusals[0]?.code !== 'register.id-taken') throw error;
  }
}

/**
 * The accounts of a first start, each with one role over the organisation, and the links their holders begin with. All of them or none: with
 * some of them there, the next start would take itself for a later one, and whoever is missing could not be let in by anybody.
 */
export async function firstAccounts(
  program: Acts,
  org: string,
  accounts: readonly FirstAccount[],
): Promise<FirstLink[]> {
  const inputs = accounts.map(({ role, ...rest }) => ({
    ...rest,
    roles: [{ role, unit: null }],
    link: 'first-sign-in',
  }));
  const made = (await act(program, org, 'identity.invite', inputs)) as { readonly token: string }[];
  return accounts.flatMap(({ role }, at) => (made[at] === undefined ? [] : [{ role, token: made[at].token }]));
}

function act({ run, catalogue }: Acts, org: string, name: string, inputs: readonly object[]): Promise<unknown[]> {
  const action = catalogue.actions.get(name);
  if (action === undefined) throw new Error(`there is no action ${name}`);
  return run(action, inputs, machine(org));
}

function rowsOf(kind: Kind, folder: string): Row[] {
  const path = join(folder, `${kind.name}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** Eight letters that are easy to tell apart; they name the organisation and are no secret. */
function routingId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(randomBytes(8), (byte) => letters[byte % 32]).join('');
}

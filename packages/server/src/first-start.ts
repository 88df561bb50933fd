import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@sallyport/core/access';
import type { Kind } from '@sallyport/core/facts';
import type { Program } from './compose.ts';
import { kindsInOrder, rowsInOrder } from './modules/register/index.ts';
import { machine } from './platform/actions/machine.ts';
import { Refused } from './platform/actions/refusal.ts';
import { mostInputs } from './platform/actions/runner.ts';

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

/** Opens an organisation and says its id; everything is an action of the machine's administrator, so all of it is in the journal. */
export async function openOrganisation(program: Acts, demo: boolean): Promise<string> {
  const org = randomUUID();
  await act(program, org, 'organisation.open', [{ routing: routingId(), demo }]);
  return org;
}

/** Loads a register folder of JSONL files, kinds in the order of their references. */
export async function importRegister(program: Acts, org: string, folder: string): Promise<number> {
  let count = 0;
  for (const kind of kindsInOrder()) {
    const rows = rowsInOrder(kind, rowsOf(kind, folder));
    for (let from = 0; from < rows.length; from += mostInputs) {
      const inputs = rows.slice(from, from + mostInputs).map(({ id, ...fields }) => ({ kind: kind.name, id, fields }));
      try {
        await act(program, org, 'register.import', inputs);
      } catch (error) {
        // A batch is there whole or not at all: a first start that was cut off goes on behind the last one that is.
        if (!(error instanceof Refused) || error.refusals[0]?.code !== 'register.id-taken') throw error;
      }
      count += inputs.length;
    }
  }
  return count;
}

/** An account that holds one role over the organisation, with the link its holder begins with. */
export async function firstAccount(program: Acts, org: string, account: FirstAccount): Promise<FirstLink> {
  const { role, ...rest } = account;
  const [opened] = (await act(program, org, 'identity.open-account', [{ ...rest, roles: [{ role, unit: null }] }])) as {
    account: string;
  }[];
  const [link] = (await act(program, org, 'identity.issue-link', [
    { account: opened?.account, kind: 'first-sign-in' },
  ])) as { token: string }[];
  return { role, token: link?.token ?? '' };
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

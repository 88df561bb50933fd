import { createSecretKey, randomBytes } from 'node:crypto';
// What journal and duties add to an action: a completion recorded by 8 clients at once with all packs loaded, against the same action whose
// entry is not kept and whose duties are not settled.
import { openOrganisation } from '../../packages/server/src/first-start.ts';
import { open } from '../../packages/server/src/open.ts';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import { createRunner, type RunAction } from '../../packages/server/src/platform/actions/runner.ts';
import { readConfig } from '../../packages/server/src/platform/config/config.ts';
import { makeDataFolder } from '../../tests/support/program.ts';
import { urlOf } from '../../tests/support/test-data-folder.ts';
import { type BenchServer, onEachServer } from '../support/each-server.ts';
import { fillOrganisation } from '../support/lists-fill.ts';
import { fillAs } from '../support/on-program.ts';
import { atMost, figure } from '../support/row.ts';

const people = Number(process.env['BENCH_PEOPLE'] ?? 100_000);
const clients = 8;
const actions = 2000;

await onEachServer(compare, { fsync: 'on', synchronous_commit: 'on' });

async function compare({ name: server, owner }: BenchServer): Promise<void> {
  const name = `action on ${server}`;
  const folder = makeDataFolder();
  const opened = await open(
    readConfig({ SALLYPORT_DATA: folder.data, DATABASE_URL: urlOf(owner), LOG_LEVEL: 'error' }),
  );
  try {
    const org = await openOrganisation(opened.program, false);
    await fillAs(owner, org, (client) => fillOrganisation(client, org, people));
    const whole = recorder(opened.program.run, opened.program.catalogue.actions, org);
    const bare = recorder(bareRunner(opened), opened.program.catalogue.actions, org);
    let [most, least] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // In turn, so that a slow moment of the machine falls on both.
    for (let run = 0; run < 3; run++) {
      least = Math.min(least, await p50(bare));
      most = Math.min(most, await p50(whole));
    }
    figure(`${name}: p50 of register.record without journal and duties, ${clients} clients`, least, 'ms');
    figure(`${name}: p50 of register.record with both, all packs loaded`, most, 'ms');
    atMost(`${name}: what journal and duties add`, most - least, 'ms', 4);
  } finally {
    await opened.close();
    folder.remove();
  }
}

type Opened = Awaited<ReturnType<typeof open>>;

/** The program's own runner with the two that are measured taken out. */
function bareRunner({ database, clock }: Opened): RunAction {
  return createRunner({
    database,
    clock,
    dayOf: (instant) => Math.floor((instant + 8 * 3_600_000_000) / 86_400_000_000),
    journal: { append: async () => undefined },
    duties: { touched: async () => new Map(), changing: () => undefined, settle: async () => undefined },
    jobs: { send: async () => undefined },
    repeatSecret: createSecretKey(randomBytes(32)),
  });
}

function recorder(run: RunAction, known: Opened['program']['catalogue']['actions'], org: string) {
  const action = known.get('register.record');
  if (action === undefined) throw new Error('the register records nothing');
  let n = 0;
  return () => {
    const fields = {
      person: `p-${1 + ((n++ * 7919) % people)}`,
      topic: 'counter-espionage',
      completedOn: '2026-11-20',
    };
    return run(action, [{ kind: 'completion', fields }], machine(org));
  };
}

async function p50(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  const client = async (): Promise<void> => {
    while (times.length < actions) {
      const start = performance.now();
      await act();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

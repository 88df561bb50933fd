import { administration } from './administration/routes.ts';
import { makeDataFolder } from './data-folder.ts';
import { type FirstAccount, type FirstLink, firstAccounts, importRegister, openOrganisation } from './first-start.ts';
import { hasAccounts } from './modules/identity/index.ts';
import { listTenants, type Tenant } from './modules/organisation/index.ts';
import { type Opened, open, type Surroundings } from './open.ts';
import type { Config } from './platform/config/config.ts';
import { type Listening, listenOnPort, listenOnSocket } from './platform/http/listen.ts';
import { socketPath } from './platform/http/socket-path.ts';
import { linksUntilSomebodyCame } from './reissue-links.ts';

export type StartOptions = {
  readonly config: Config;
  /** On an empty data folder: a register to load as a demo, or null to start bare. */
  readonly demo: string | null;
  readonly surroundings?: Surroundings;
  /** Ends a start that is under way: what was begun is ended in order, and the next start goes on with it. */
  readonly signal?: AbortSignal;
};

export type Started = {
  readonly opened: Opened;
  readonly address: string;
  readonly tenants: readonly Tenant[];
  /** Until the first person has signed in. */
  readonly links: readonly FirstLink[];
  stop(): Promise<void>;
};

export async function start({ config, demo, surroundings, signal }: StartOptions): Promise<Started> {
  makeDataFolder(config.data);
  const opened = await open(config, surroundings);
  const listening: Listening[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(listening.map((each) => each.stop()));
    await opened.close();
  };
  try {
    const { program, database } = opened;
    const goOn = (): void => signal?.throwIfAborted();
    goOn();
    // The port first: links that were made for a program that then cannot listen would be shown to nobody.
    let serve: (request: Request, environment: object) => Response | Promise<Response> = stillStarting;
    const front = await listenOnPort((request, environment) => serve(request, environment), config.host, config.port);
    listening.push(front);
    opened.listensOn(front.port);
    const links = await firstStart(opened, demo, goOn);
    goOn();
    // Time that passed while the program was down is carried into the duties before anybody acts on them.
    await opened.ticks.catchUp((await opened.database.inInstallation(listTenants)).map(({ org }) => org));
    goOn();
    await opened.jobs.start();
    goOn();
    opened.journal.sealer.start();
    const socket = program.socketApp.route('/', administration(opened, config));
    listening.push(await listenOnSocket(socket.fetch, socketPath(config.data)));
    serve = program.app.fetch;
    const tenants = await database.inInstallation(listTenants);
    return { opened, address: config.publicUrl ?? front.address, tenants, links, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const stillStarting = (): Response =>
  new Response('平安门正在启动，请稍候。\nSallyport is starting.\n', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' },
  });

/** On data that holds no organisation: the demo with three people of different roles, or one administrator and nothing else. */
async function firstStart(opened: Opened, demo: string | null, goOn: () => void): Promise<FirstLink[]> {
  const { database, program } = opened;
  const [tenant] = await database.inInstallation(listTenants);
  if (tenant !== undefined && (await database.inOrganisation(tenant.org, hasAccounts)))
    return linksUntilSomebodyCame(opened, tenant.org);
  const org = tenant?.org ?? (await openOrganisation(program, demo !== null));
  const administrator = { login: 'admin', name: '系统管理员', person: null, role: 'administrator' } as const;
  const accounts: FirstAccount[] = [administrator];
  if (demo !== null) {
    await importRegister(opened, org, demo, goOn);
    accounts.push(
      { login: 'officer', name: '安全保密专责人员', person: 'person-0000018', role: 'security-officer' },
      { login: 'member', name: '普通员工', person: 'person-0000003', role: 'member' },
    );
  }
  // Accounts come last: where there is one, the first start was finished.
  return firstAccounts(program, org, accounts);
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { sallyportWith } from '../cli/sallyport.ts';
import { launchBrowser } from '../support/browser.ts';
import { oidcClient, startOidcProvider } from '../support/oidc-provider.ts';
import { freePort, makeDataFolder, type RunningProgram, startProgram } from '../support/program.ts';
import { testDuties } from './duties.ts';
import { testEraseAndHandOver } from './erase-and-hand-over.ts';
import { testEveryPage } from './every-page.ts';
import { testFirstStart } from './first-start.ts';
import { testForms } from './forms.ts';
import { testImports } from './imports.ts';
import { testKeyboardOnly } from './keyboard-only.ts';
import { testLists } from './lists.ts';
import { testPersonActs } from './person-acts.ts';
import { testRegister } from './register.ts';
import type { Running } from './running.ts';
import { testSignIn } from './sign-in.ts';
import { testTwoPersons } from './two-persons.ts';
import { testWays } from './ways.ts';

const { data, remove } = makeDataFolder();
let program: RunningProgram;
let browser: Browser;
let provider: Awaited<ReturnType<typeof startOidcProvider>>;

beforeAll(async () => {
  const port = await freePort();
  provider = await startOidcProvider(`http://localhost:${port}/sign-in/oidc`);
  [program, browser] = await Promise.all([
    startProgram(data, {
      PORT: String(port),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: oidcClient.clientId,
      OIDC_CLIENT_SECRET: oidcClient.clientSecret,
    }),
    launchBrowser(),
  ]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  await provider.stop();
  remove();
});

const organisation = (): string => {
  const { stdout } = sallyportWith({ SALLYPORT_DATA: data }, 'journal', 'verify', '--json');
  const { logs } = JSON.parse(stdout) as { logs: { organisation: string }[] };
  return logs[0]?.organisation ?? '';
};
const running: Running = {
  program: () => program,
  browser: () => browser,
  data,
  organisation,
  issuer: () => provider.issuer,
};

// In this order: the links of a first start work once, and the accounts they make serve all that follows.
const people = testFirstStart(running);
// What two decide wants a fresh proof of who is there.
testTwoPersons(running, people);
testEraseAndHandOver(running, people);
testSignIn(running, people);
testRegister(running, people);
testWays(running, people);
testLists(running, people);
testDuties(running, people);
testForms(running, people);
testEveryPage(running, people);
testKeyboardOnly(running, people);
testPersonActs(running, people);
testImports(running, people);

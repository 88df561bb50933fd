import { expect, test } from 'vitest';
import { createVerify } from '../../packages/server/src/modules/education/index.ts';
import { verifyPages } from '../../packages/server/src/pages/verify/routes.ts';
import { catalogueOf } from '../../packages/server/src/platform/http/catalogue.ts';
import { dayOf, learning, li, links, officer } from '../education/learning.ts';
import { wholeProgram } from '../permissions/program.ts';
import { eachInstallation } from '../support/installations.ts';

// PEOPLE.md, abuse row 21: the page of a certificate as a list of targets for foreign services.

eachInstallation((installation) => {
  const { database } = installation;
  const { run, ask, notAsked, read, sit, rooms } = learning(installation);
  const app = () => {
    const verify = createVerify({ database, clock: rooms().clock, dayOf, links });
    return verifyPages({ verify, addressOf: () => 'a stranger' });
  };
  const visit = async (path: string, from = app()) => {
    const answer = await from.request(path);
    return { status: answer.status, text: await answer.text() };
  };

  test('abuse row 21: who holds certificates is not found by guessing, by numbers, by names or by looking for more', async () => {
    await read();
    await sit(0);
    const { certificates } = await ask<{ certificates: { certificate: string; path: string | null }[] }>(
      'education.certificates',
      {},
    );
    const certificate = certificates[0]?.certificate ?? '';
    await run('education.share', { certificate, fields: ['course'] });
    const [shared] = (await ask<{ certificates: { path: string }[] }>('education.certificates', {})).certificates;
    const path = shared?.path ?? '';
    // 22 letters of base64url: 128 bits and no fewer.
    expect(path).toMatch(/^\/verify\/[a-z]{8}\.[A-Za-z0-9_-]{22}$/);
    const page = await visit(path);
    expect(page.status).toBe(200);
    // Nothing of the holder, and nothing that leads to another one.
    expect(page.text).not.toMatch(/李示例|平安证|<a |<form|<input|<script/);
    const none = await visit(`/verify/${'a'.repeat(8)}.${'A'.repeat(22)}`);
    const [front = '', token = ''] = path.slice('/verify/'.length).split('.');
    for (const guess of [
      certificate,
      '平安证-2026-000001',
      '2026-000001',
      '李示例',
      'li',
      front,
      `${front}.`,
      `${front}.${token.slice(0, 21)}`,
      `${front}.${token.slice(0, 21)}${token.endsWith('A') ? 'B' : 'A'}`,
      `${front}.${token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase()}`,
      '?q=li',
      'robots.txt',
      'index.html',
    ])
      expect(await visit(`/verify/${encodeURIComponent(guess)}`)).toEqual(none);
  });

  test('abuse row 21: who asks often is answered nothing, even to what is there', async () => {
    await read();
    await sit(0);
    const { certificates } = await ask<{ certificates: { certificate: string }[] }>('education.certificates', {});
    await run('education.share', { certificate: certificates[0]?.certificate, fields: ['course'] });
    const [shared] = (await ask<{ certificates: { path: string }[] }>('education.certificates', {})).certificates;
    const one = app();
    const statuses = new Set<number>();
    for (let at = 0; at < 200; at++)
      statuses.add((await visit(`/verify/aaaaaaaa.${String(at).padStart(22, 'A')}`, one)).status);
    expect([...statuses]).not.toContain(200);
    expect((await visit(shared?.path ?? '', one)).status).not.toBe(200);
    expect((await visit(shared?.path ?? '')).status).toBe(200);
  });

  test('abuse row 21: inside the house too nobody lists who holds certificates', async () => {
    const { queries } = catalogueOf(wholeProgram(database).rooms);
    const telling = [...queries.values()].filter(({ contract }) => /certificate/i.test(contract.name));
    expect(telling.map(({ contract }) => contract.name).toSorted()).toEqual([
      'education.certificatePaper',
      'education.certificates',
    ]);
    await read();
    await sit(0);
    expect((await ask<{ certificates: object[] }>('education.certificates', {}, li)).certificates).not.toEqual([]);
    expect((await ask<{ certificates: object[] }>('education.certificates', {}, officer)).certificates).toEqual([]);
    expect(await notAsked('education.certificates', { person: 'li' }, officer)).toEqual(['request.invalid']);
  });
});

import { Hono } from 'hono';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import {
  dayOf,
  general,
  law,
  learning,
  li,
  links,
  machine,
  officer,
  roomWith,
} from '../../../../../../tests/education/learning.ts';
import { eachInstallation } from '../../../../../../tests/support/installations.ts';
import { verifyPages } from '../../../pages/verify/routes.ts';
import { catalogueOf } from '../../../platform/http/catalogue.ts';
import { securityHeaders } from '../../../platform/http/security-headers.ts';
import { createCourses, createVerify } from '../index.ts';

eachInstallation((installation) => {
  const { database, ownerClient } = installation;
  const { run, ask, refused, notAsked, read, sit, rooms } = learning(installation);

  type Certificate = {
    readonly certificate: string;
    readonly recordNumber: string;
    readonly ended: boolean;
    readonly shown: readonly string[];
    readonly path: string | null;
  };
  const certificates = async (by = li): Promise<readonly Certificate[]> =>
    (await ask<{ certificates: Certificate[] }>('education.certificates', {}, by)).certificates;
  const newest = async (): Promise<Certificate> => {
    const [one] = await certificates();
    if (one === undefined) throw new Error('there is no certificate');
    return one;
  };
  /** The page as a stranger has it, without what is of this one answer alone. */
  const visit = async (path: string | null) => {
    const verify = createVerify({ database, clock: rooms().clock, dayOf, links });
    const app = new Hono().use(securityHeaders).route('/verify', verifyPages({ verify, addressOf: () => 'here' }));
    const response = await app.request(path ?? '/verify/none');
    const text = (await response.text()).replace(/nonce="[^"]*"/g, '');
    return { status: response.status, robots: response.headers.get('x-robots-tag'), text };
  };

  test('a certificate comes with passing, and a new one with each renewal; the page shows what the holder chose and no more', async () => {
    await read();
    await sit(0);
    rooms().clock.set('2027-11-01T12:00:00+08:00');
    await sit(0);
    const [renewed, first] = await certificates();
    expect([first?.recordNumber, renewed?.recordNumber]).toEqual(['平安证-2026-000001', '平安证-2027-000001']);
    // Nothing is public unless the holder says so.
    expect([first?.path, renewed?.path]).toEqual([null, null]);
    const certificate = renewed?.certificate ?? '';
    for (const by of [officer, machine])
      expect(await refused('education.share', { certificate, fields: ['holder'] }, by)).toEqual(['request.not-found']);
    await run('education.share', { certificate, fields: ['course', 'validUntil'] });
    const { path } = await newest();
    expect(path).toMatch(/^\/verify\/abcdefgh\.[A-Za-z0-9_-]{22}$/);
    const page = await visit(path);
    expect(page).toMatchObject({ status: 200, robots: 'noindex, nofollow, noarchive' });
    expect(page.text).toContain(general.title.zh);
    expect(page.text).toContain('2028年10月31日');
    expect(page.text).not.toMatch(/李示例|示例单位|平安证|2027年11月1日|<script|<form|https?:/);
    // What it shows changes under the same link.
    await run('education.share', { certificate, fields: ['holder'] });
    expect((await newest()).path).toBe(path);
    expect((await visit(path)).text).toContain('李示例');
    expect((await visit(path)).text).not.toContain(general.title.zh);
  });

  test('a link that never was, was closed, or whose certificate ended or was withdrawn is one answer, and a closed one stays closed', async () => {
    await read();
    await sit(0);
    const { certificate } = await newest();
    const none = await visit(`/verify/abcdefgh.${'A'.repeat(22)}`);
    expect(none).toMatchObject({ status: 404, robots: 'noindex, nofollow, noarchive' });
    for (const other of ['/verify/zzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA', '/verify/', '/verify/a/b', '/verify/%00'])
      expect(await visit(other)).toEqual(none);
    await run('education.share', { certificate, fields: ['holder'] });
    const { path } = await newest();
    expect((await visit(path)).status).toBe(200);
    const { rows } = await ownerClient.query('SELECT * FROM course_certificate');
    // A copy of the database opens no page.
    expect(JSON.stringify(rows)).not.toContain(path?.split('.')[1]);
    await run('education.unshare', { certificate });
    expect(await visit(path)).toEqual(none);
    await run('education.share', { certificate, fields: ['holder'] });
    const second = (await newest()).path;
    expect(second).not.toBe(path);
    expect(await visit(path)).toEqual(none);
    rooms().clock.set('2027-11-22T23:59:59+08:00');
    expect((await visit(second)).status).toBe(200);
    rooms().clock.set('2027-11-23T00:00:00+08:00');
    expect(await visit(second)).toEqual(none);
    expect(await newest()).toMatchObject({ ended: true, path: null });
    expect(await refused('education.share', { certificate, fields: ['holder'] })).toEqual([
      'education.certificate-ended',
    ]);
    rooms().clock.set('2026-11-24T12:00:00+08:00');
    expect((await visit(second)).status).toBe(200);
    await ownerClient.query('DELETE FROM fact_completion');
    expect(await visit(second)).toEqual(none);
    expect(await notAsked('education.certificatePaper', { certificate, language: 'zh' })).toEqual([
      'education.certificate-ended',
    ]);
  });

  test('the paper says who, what and until when in either language, and leads to the page where there is one', async () => {
    await read();
    await sit(0);
    const { certificate } = await newest();
    expect(await notAsked('education.certificatePaper', { certificate, language: 'zh' }, officer)).toEqual([
      'request.not-found',
    ]);
    const paper = async (language: 'zh' | 'en') => {
      const output = await rooms().ask('education.certificatePaper', { certificate, language }, li);
      const { queries } = catalogueOf([roomWith(createCourses(law), database)]);
      const response = await queries.get('education.certificatePaper')?.gives?.(output, li);
      const bytes = new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer(0));
      const { text, totalPages } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
      return { text: text.replaceAll(/\s+/g, language === 'zh' ? '' : ' '), totalPages };
    };
    const zh = await paper('zh');
    expect(zh.totalPages).toBe(1);
    for (const said of ['教育培训证书', '李示例', '平安证-2026-000001', '2027年11月22日', 'sallyport.example/log·7'])
      expect(zh.text).toContain(said);
    expect(zh.text).not.toContain('扫码核验');
    await run('education.share', { certificate, fields: ['holder'] });
    expect((await paper('zh')).text).toContain('扫码核验');
    const en = await paper('en');
    expect(en.totalPages).toBe(1);
    for (const said of ['Certificate of education', '李示例', '22 November 2027', 'Scan to verify'])
      expect(en.text).toContain(said);
  });
});

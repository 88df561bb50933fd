import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { qrOf } from '@sallyport/core/qr';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PrivacyRooms, privacyRooms } from '../../../../../tests/people/privacy-rooms.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { type Actor, nobody } from '../../platform/actions/actor.ts';
import { createFiles } from '../../platform/files/files.ts';
import { catalogueOf } from '../../platform/http/catalogue.ts';
import { createPress } from '../../platform/paper/press.ts';
import { qrPicture } from '../../platform/paper/qr-picture.ts';
import { readCodes } from '../../platform/paper/read-codes.ts';
import { createSealer } from '../../platform/secrets/sealer.ts';
import { filesRoom } from '../files/index.ts';
import type { PrintShown, Template } from './contract.ts';
import { formsRoom } from './index.ts';
import { codeText } from './number.ts';

const org = 'org-forms';
const officer: Actor = { ...actorOf(org, 'security-officer'), fresh: true };
const liaison: Actor = { ...actorOf(org, 'unit-liaison', { unit: 'unit-a' }), fresh: true };
const machine: Actor = { ...nobody(org), via: 'machine' };
const press = createPress();
afterAll(() => press.end());

eachInstallation(({ database, ownerClient }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
  const key = () => createSecretKey(randomBytes(32));
  let rooms: PrivacyRooms;
  let evidence: ReturnType<typeof filesRoom>;
  let forms: ReturnType<typeof formsRoom>;

  beforeAll(async () => {
    const clock = { now: () => rooms.clock.now() };
    evidence = filesRoom({
      database,
      clock,
      files: createFiles({ folder, sealer: createSealer({ key: key() }) }),
      sealingKey: key(),
      noteErased: async () => undefined,
    });
    let made = 0;
    forms = formsRoom({
      database,
      offset: 480,
      dayOf: (instant) => Math.floor((instant + 8 * 3_600_000_000) / 86_400_000_000),
      ids: { uuid: () => `print-${++made}`, salt: () => randomBytes(32) },
      press,
      readCodes,
      peekUpload: evidence.peek,
      addEvidence: evidence.add,
      leaving: { lines: async () => [], handedAfter: async () => false },
      expectedAt: async () => [],
      ruleTitle: () => ({ zh: '某条规则', en: 'A rule' }),
    });
    rooms = privacyRooms(database, { rooms: [evidence, forms] });
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'abcdefgh', now())`, [org]);
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    await rooms.run('register.record', [{ kind: 'organisation', id: org, fields: house }], officer);
    for (const id of ['unit-a', 'unit-b']) {
      const unit = { organisation: org, name: `部门${id}`, establishedOn: '2020-01-01' };
      await rooms.run('register.record', [{ kind: 'unit', id, fields: unit }], officer);
    }
    for (const [id, of, name] of [
      ['li', 'unit-a', '李示例 #strong[x]'],
      ['wang', 'unit-b', '王示例'],
    ]) {
      const fields = { organisation: org, unit: of, name, standing: 'employee', joinedOn: '2021-03-01' };
      await rooms.run('register.import', [{ kind: 'person', id, fields }], machine);
    }
  });
  beforeEach(async () => {
    await ownerClient.query('DELETE FROM form_print');
    await ownerClient.query('DELETE FROM form_number');
    await ownerClient.query('DELETE FROM form_template');
    await ownerClient.query('DELETE FROM evidence_file');
    await ownerClient.query(`DELETE FROM fact_commitment`);
    await ownerClient.query(`DELETE FROM fact_version WHERE kind = 'commitment'`);
    for (const [id, person] of [
      ['commitment-1', 'li'],
      ['commitment-2', 'wang'],
    ]) {
      const fields = { person, topic: 'secrecy', signedOn: '2026-11-20' };
      await rooms.run('register.import', [{ kind: 'commitment', id, fields }], machine);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const print = async (id = 'commitment-1', language = 'zh', by = officer): Promise<string> =>
    ((await rooms.one('forms.print', { form: 'commitment', id, language }, by)) as { print: string }).print;
  const printsOf = async (id = 'commitment-1'): Promise<PrintShown[]> =>
    ((await rooms.ask('forms.prints', { kind: 'commitment', id }, officer)) as { prints: PrintShown[] }).prints;
  const paper = async (id: string, format: 'pdf' | 'docx'): Promise<Buffer> => {
    const output = await rooms.ask('forms.paper', { print: id, format }, officer);
    const response = await catalogueOf([forms]).queries.get('forms.paper')?.gives?.(output, officer);
    return Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0));
  };
  const ledger = async (asked: object = {}, by = officer): Promise<string[]> => {
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = { ...asked, limit: 1, ...(cursor === undefined ? {} : { cursor }) };
      const answer = (await rooms.ask('forms.ledger', page, by)) as { items: PrintShown[]; next: string | null };
      found.push(...answer.items.map(({ recordNumber, state }) => `${recordNumber} ${state}`));
      cursor = answer.next;
    }
    return found;
  };
  /** What the code on a print's paper says. */
  const codeOf = async (id: string): Promise<string> => {
    const { rows } = await ownerClient.query<{ year: number; serial: number; token: string }>(
      'SELECT year, serial, token FROM form_print WHERE id = $1',
      [id],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`no print ${id}`);
    return codeText({ routing: 'abcdefgh', ...row });
  };
  /** A photograph of the paper, a little turned and blurred. */
  const upload = async (code: string | null, by = officer): Promise<string> => {
    const blank = sharp({ create: { width: 800, height: 1100, channels: 3, background: '#fff' } });
    const marks = code === null ? [] : [{ input: await qrPicture(qrOf(code), 4), left: 560, top: 60 }];
    const sheet = await blank.composite(marks).png().toBuffer();
    const picture = await sharp(await sharp(sheet).rotate(3, { background: '#888' }).blur(0.8).toBuffer())
      .jpeg({ quality: 60 })
      .toBuffer();
    const kept = await evidence.receive(by, { name: '签字.jpg', source: [picture] });
    if (!kept.ok) throw new Error(kept.code);
    return kept.ticket;
  };
  const read = (ticket: string, by = officer) => rooms.one('forms.readScan', { ticket }, by);
  const refusedRead = (ticket: string, by = officer) => rooms.refused('run', 'forms.readScan', { ticket }, by);
  const refusedBack = (id: string, ticket: string) =>
    rooms.refused('run', 'forms.takeBack', { print: id, ticket }, officer);

  test('the register of prints: the newest first, by number, person, day and whether the paper is back, of all kinds that may be read', async () => {
    await print();
    await print('commitment-2');
    const [one, two] = ['平安-2026-000001 out', '平安-2026-000002 out'];
    expect((await ledger()).toSorted()).toEqual([one, two]);
    expect(await ledger({ person: 'wang' })).toEqual([two]);
    expect(await ledger({ recordNumber: '2026-1' })).toEqual([one]);
    expect(await ledger({ recordNumber: 'no number' })).toEqual([]);
    expect(await ledger({ form: 'education-record' })).toEqual([]);
    expect(await ledger({ from: '2026-11-24' })).toEqual([]);
    await ownerClient.query(`UPDATE form_print SET returned_at = '2026-11-23T06:00:00Z' WHERE serial = 1`);
    expect(await ledger({ scan: 'out' })).toEqual([two]);
    expect(await ledger({ scan: 'returned' })).toEqual(['平安-2026-000001 returned']);
    expect(await rooms.refused('ask', 'forms.ledger', {}, liaison)).toEqual(['request.not-allowed']);
    expect(await rooms.refused('ask', 'forms.ledger', { cursor: 'x' }, officer)).toEqual(['forms.bad-cursor']);
    // Whoever audits the forms reads it as well.
    expect(await ledger({}, { ...actorOf(org, 'auditor'), fresh: true })).toHaveLength(2);
  });

  test('each print has the next number of the year, and its entry says what was printed', async () => {
    const first = await print();
    await print('commitment-2', 'en');
    await Promise.all([print(), print(), print()]);
    const numbers = [...(await printsOf()), ...(await printsOf('commitment-2'))].map((one) => one.recordNumber);
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5].map((serial) => `平安-2026-00000${serial}`));
    expect(
      rooms.entries.find(({ action, fields }) => action === 'forms.print' && fields['print'] === first),
    ).toMatchObject({
      subject: 'commitment/commitment-1',
      person: 'li',
      fields: { number: '平安-2026-000001', form: 'commitment', template: 0, version: 1, language: 'zh' },
    });
  });

  test('the paper says what the register does, in both formats and languages; what a user typed stays text', async () => {
    for (const [language, words] of [
      [
        'zh',
        ['示例单位', '保密和安全防范承诺书', '李示例 #strong[x]', '部门unit-a', '2026年11月20日', '编号：平安-2026-'],
      ],
      ['en', ['Undertaking of secrecy and precaution', '李示例 #strong[x]', '20 November 2026', 'No. 平安-2026-']],
    ] as const) {
      const id = await print('commitment-1', language);
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(await paper(id, 'pdf'))), {
        mergePages: true,
      });
      for (const word of words) expect(text.replaceAll(/\s/g, '')).toContain(word.replaceAll(/\s/g, ''));
      expect((await paper(id, 'docx')).subarray(0, 2).toString()).toBe('PK');
    }
  });

  test('a signed scan is matched by its code, becomes evidence, and the print is back', async () => {
    const id = await print();
    await print();
    const ticket = await upload(await codeOf(id));
    expect(await read(ticket)).toEqual({ print: id });
    expect(await rooms.ask('forms.one', { print: id }, officer)).toMatchObject({
      found: { recordNumber: '平安-2026-000001', state: 'out', fact: 'commitment-1' },
      person: 'li',
    });
    await rooms.one('forms.takeBack', { print: id, ticket }, officer);
    expect(rooms.entries.at(-1)).toMatchObject({
      action: 'forms.takeBack',
      subject: 'commitment/commitment-1',
      person: 'li',
      fields: { print: id, by: 'code', name: '签字.jpg' },
    });
    const files = await rooms.ask('files.list', { kind: 'commitment', id: 'commitment-1' }, officer);
    expect(files).toMatchObject({ items: [{ name: '签字.jpg', type: 'jpg' }] });
    expect((await printsOf()).map(({ state }) => state)).toEqual(['out', 'returned']);
    expect(await refusedBack(id, await upload(null))).toEqual(['forms.returned-already']);
  });

  test('without a code that can be read, the number typed from the paper finds the print', async () => {
    const id = await print();
    const ticket = await upload(null);
    expect(await refusedRead(ticket)).toEqual(['forms.no-code']);
    for (const recordNumber of ['平安-2026-000001', '2026-1', '平安—2026—000001', ' ２０２６-０００００１ '])
      expect(await rooms.ask('forms.one', { recordNumber }, officer)).toMatchObject({ found: { print: id } });
    for (const recordNumber of ['平安-2026-000002', '', 'x'])
      expect(await rooms.refused('ask', 'forms.one', { recordNumber }, officer)).toEqual(['forms.no-such-print']);
    await rooms.one('forms.takeBack', { print: id, ticket }, officer);
    expect(rooms.entries.at(-1)?.fields['by']).toBe('number');
  });

  test('another organisation’s paper, a false word and another print’s code are each refused for what they are', async () => {
    const id = await print();
    const other = await print('commitment-2');
    const code = await codeOf(id);
    expect(await refusedRead(await upload(code.replace('abcdefgh', 'zzzzzzzz')))).toEqual(['forms.foreign-code']);
    const last = code.endsWith('A') ? 'B' : 'A';
    expect(await refusedRead(await upload(code.slice(0, -1) + last))).toEqual(['forms.wrong-code']);
    expect(await refusedRead(await upload(code.replace('000001', '000009')))).toEqual(['forms.no-such-print']);
    expect(await refusedBack(other, await upload(code))).toEqual(['forms.other-print']);
    expect(await refusedRead(await upload(await codeOf(other), liaison), liaison)).toEqual(['forms.no-such-print']);
  });

  test('a paper no longer counts when its fact was corrected or withdrawn after it was printed', async () => {
    const id = await print();
    const ticket = await upload(await codeOf(id));
    const correction = {
      kind: 'commitment',
      id: 'commitment-1',
      version: 1,
      fields: { topic: 'leaving' },
      reason: '更正',
    };
    await rooms.one('register.correct', correction, officer);
    expect(await rooms.refused('ask', 'forms.paper', { print: id, format: 'pdf' }, officer)).toEqual([
      'forms.changed-since',
    ]);
    expect(await refusedBack(id, ticket)).toEqual(['forms.changed-since']);
    const gone = { kind: 'commitment', id: 'commitment-1', version: 2, reason: '误登' };
    await rooms.one('register.withdraw', gone, officer);
    expect(await read(ticket)).toEqual({ print: id });
    expect(await rooms.ask('forms.one', { print: id }, officer)).toMatchObject({ found: { state: 'withdrawn' } });
    expect(await refusedBack(id, ticket)).toEqual(['forms.fact-withdrawn']);
  });

  test('a liaison prints for their own unit and no other', async () => {
    await print('commitment-1', 'zh', liaison);
    const input = { form: 'commitment', id: 'commitment-2', language: 'zh' };
    expect(await rooms.refused('run', 'forms.print', input, liaison)).toEqual(['request.not-found']);
  });

  test('the unit’s own template is printed from its saving on; what was printed before stays what it was', async () => {
    const before = await print();
    const { template } = (await rooms.ask('forms.template', { form: 'commitment' }, officer)) as { template: Template };
    const own = { ...template, title: { zh: '本单位承诺书', en: 'Our own undertaking' } };
    const save = (templateVersion: number, given: Template) => ({
      form: 'commitment',
      templateVersion,
      template: given,
    });
    expect(await rooms.one('forms.saveTemplate', save(0, own), officer)).toEqual({ templateVersion: 1 });
    expect(await rooms.refused('run', 'forms.saveTemplate', save(0, own), officer)).toEqual(['forms.stale-template']);
    const titleIn = async (id: string): Promise<string> =>
      (await extractText(await getDocumentProxy(new Uint8Array(await paper(id, 'pdf'))), { mergePages: true })).text;
    expect(await titleIn(await print())).toContain('本单位承诺书');
    expect(await titleIn(before)).not.toContain('本单位承诺书');
  });

  test('a template that names what is not there, what may not be printed, or nothing to sign is refused', async () => {
    const refused = async (form: string, parts: unknown[]): Promise<unknown> => {
      const template = { title: { zh: '表单', en: 'Form' }, parts };
      try {
        return await rooms.one('forms.saveTemplate', { form, templateVersion: 0, template }, officer);
      } catch (error) {
        const [first] = (error as { refusals: { code: string; details?: { problems?: { problem: string }[] } }[] })
          .refusals;
        return first?.details?.problems?.map(({ problem }) => problem) ?? first?.code;
      }
    };
    const sign = { part: 'signatures', labels: [{ zh: '本人', en: 'Signed by' }] };
    const marked = { part: 'paragraph', style: 'body', text: { zh: '机密★10年', en: 'x' } };
    expect(await refused('commitment', [{ part: 'fields', fields: ['nothing', 'person.nobody'] }, sign])).toEqual([
      'no-such-field',
      'no-such-field',
    ]);
    expect(await refused('interview-record', [{ part: 'fields', fields: ['answers'] }, sign])).toEqual([
      'may-not-be-printed',
    ]);
    expect(await refused('travel-approval', [{ part: 'rows', of: 'secrets', fields: ['x'] }, sign])).toEqual([
      'no-such-relation',
    ]);
    expect(await refused('commitment', [{ part: 'fields', fields: ['person'] }])).toEqual(['nothing-to-sign']);
    // Before anything of the template is looked at.
    expect(await refused('commitment', [marked, sign])).toBe('register.classified-mark');
  });
});

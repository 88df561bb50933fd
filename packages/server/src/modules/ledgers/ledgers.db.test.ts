import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installation, org, otherOrg } from '../../../../../tests/permissions/installation.ts';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf, testRooms } from '../../../../../tests/support/rooms.ts';
import type { Actor } from '../../platform/actions/actor.ts';
import { installJobs } from '../../platform/jobs/install.ts';
import { createPress } from '../../platform/paper/press.ts';
import type { Language } from '../../platform/words/words.ts';
import { createCsvParser } from '../../tabular/csv-parser.ts';
import { type LedgerFormat, type LedgerList, ledgerFormats, ledgerLists } from './contract.ts';
import { createLedgers } from './index.ts';
import { momentIn } from './moment.ts';
import { writeLedger } from './write.ts';

const press = createPress();
afterAll(() => press.end());

const officer: Actor = { ...actorOf(org, 'security-officer'), account: 'own-security-officer' };
const administrator: Actor = { ...actorOf(org, 'administrator'), account: 'own-administrator' };
const formula = '=HYPERLINK("http://example.org","王")';

/** Conflicts arise from the law of two countries: their ledger is tried where they are (duties/conflict.db.test.ts). */
type FilledList = Exclude<LedgerList, 'conflicts'>;
const filledLists = ledgerLists.filter((list): list is FilledList => list !== 'conflicts');

/** What is asked, and what stands in each list: in its head, and in one of its rows. */
const lists: Readonly<
  Record<
    FilledList,
    {
      readonly filter?: Readonly<Record<string, string | boolean | string[]>>;
      readonly title: string;
      readonly heads: readonly [zh: string, en: string];
      readonly row: string;
    }
  >
> = {
  leavings: { title: '离岗离职人员台账', heads: ['姓名,离岗日期,状态', 'Name,Left on,State'], row: '未办结事项' },
  people: { title: '人员台账', heads: ['姓名,部门,身份,到岗日期', 'Name,Unit,Standing,Joined on'], row: '李明' },
  units: { title: '部门台账', heads: ['部门名称,上级部门', 'Unit,Under'], row: 'unit-b' },
  branches: { title: '驻外机构台账', heads: ['驻外机构,设立日期', 'Branch,Opened on'], row: '驻外一处' },
  duties: { title: '应办事项台账', heads: ['应办事项,状态,期限', 'Duty,State,Due'], row: '待办' },
  campaign: {
    filter: { campaign: 'campaign-2' },
    title: '教育活动“全民国家安全教育日”人员台账',
    heads: ['部门,姓名,完成情况,完成日期', 'Unit,Name,How it stands'],
    row: '未完成',
  },
  signIn: {
    filter: { session: 'session-1' },
    title: '面授培训（2026-11-20）签到台账',
    heads: ['部门,姓名,签名,已登记出席', 'Unit,Name,Signature,Recorded'],
    row: '李明',
  },
  educationDue: {
    filter: { topic: 'counter-espionage' },
    title: '需要完成教育培训的人员台账',
    heads: ['部门,姓名,应办事项,状态,期限,免训至', 'Unit,Name,Duty,State,Due,Exempt until'],
    row: '待办',
  },
  facts: {
    filter: { kind: 'completion' },
    title: '培训完成台账',
    heads: ['完成日期', 'completed on'],
    row: 'completion-1',
  },
  clauses: {
    filter: { edition: 'cn-cel-2023' },
    title: '《中华人民共和国反间谍法》条款台账',
    heads: ['条款,标题,要点,依据', 'Clause,Heading,Gist,Sureness'],
    row: '已核原文',
  },
  imports: { title: '导入记录台账', heads: ['时间,状态', 'Made at,State'], row: '2026-11-2311:00' },
  prints: {
    title: '表单印制台账',
    heads: ['表单编号,表单,当事人,打印时间', 'Number,Form,About,Printed'],
    row: '平安-2026-000007',
  },
  handovers: { title: '对外提供台账', heads: ['接收方', 'Receiver'], row: '邮件' },
  acts: { title: '两人确认事项台账', heads: ['事项,申请人,理由', 'Act,Asked by,Reason'], row: '账号恢复' },
  jobs: { title: '多次失败的后台任务台账', heads: ['任务,失败时间', 'Queue,Failed at'], row: '清除到期的登录信息' },
  trips: {
    filter: { over: false },
    title: '出国（境）事项台账',
    heads: ['出行人员,类别,出发日期', 'Travellers,Kind,Departs on'],
    row: '因公',
  },
  devices: {
    title: '设备池台账',
    heads: ['编号,类别,型号,加密,状态,借用人', 'Number,Kind,Model,Encrypted,State,Borrower'],
    row: 'device-1',
  },
  instruments: {
    title: '法规文件台账',
    heads: ['法规文件,类别,施行日期', 'Instrument,Kind,In force from'],
    row: '地方性法规',
  },
  settings: { title: '参数台账', heads: ['参数,取值', 'Setting,Value'], row: '采用建议值' },
  journal: { title: '留痕日志检索结果台账', heads: ['日期,操作,对象', 'Day,Action,Subject'], row: '登记一条信息' },
};

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

function rowsOfCsv(bytes: Buffer): string[][] {
  const rows: string[][] = [];
  const parser = createCsvParser(',', (cells) => rows.push(cells));
  parser.push(bytes.toString('utf8').replace(/^\ufeff/, ''));
  parser.end();
  return rows;
}

const partsOf = (bytes: Buffer, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

/** Everything that can be read in a file. */
const textOf: Readonly<Record<LedgerFormat, (bytes: Buffer) => Promise<string>>> = {
  csv: async (bytes) => rowsOfCsv(bytes).flat().join(' '),
  xlsx: async (bytes) => (await readWorkbook(bytes)).flatMap(({ data }) => data.flat()).join(' '),
  pdf: async (bytes) => (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text,
  docx: async (bytes) =>
    ['word/document.xml', 'word/footer1.xml'].map((name) => partsOf(bytes, name).replaceAll(/<[^>]*>/g, '')).join(' '),
};

eachInstallation(({ database, major, owner, ownerClient }) => {
  // What is asked is SQL and tried on both; how it is written knows no database.
  const formats = major >= 18 ? ledgerFormats : (['csv'] as const);
  const program = wholeProgram(database);

  beforeAll(async () => {
    await installJobs(owner, ['identity.tidy']);
    await installation(ownerClient);
    const { journal, clock } = program;
    const draft = { action: 'register.record', subject: 'completion/completion-1', account: null, at: clock.now() };
    await database.inOrganisation(org, (tx) =>
      journal.port.append(tx, [{ ...draft, dayOnly: false, fields: { version: 1 }, person: null, network: null }]),
    );
    await ownerClient.query(`UPDATE education_campaign SET title = '全民国家安全教育日' WHERE org_id = $1`, [org]);
    await ownerClient.query(`UPDATE fact_organisation SET name = '平安精密研究院' WHERE org_id = $1`, [org]);
    await ownerClient.query(`UPDATE fact_person SET name = '李明' WHERE org_id = $1 AND id = 'li'`, [org]);
    await ownerClient.query(`UPDATE fact_person SET name = $2 WHERE org_id = $1 AND id = 'wang'`, [org, formula]);
    await ownerClient.query(
      `INSERT INTO fact_unit (org_id, id, organisation, parent, name, happened_on) VALUES ($1, 'unit-b1', 'o', 'unit-b', '乙部一室', '2020-01-01')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO fact_handover (org_id, id, organisation, receiver, personal_data, planned_on, happened_on)
       VALUES ($1, 'handover-2', 'o', 'supervisor', false, '2026-11-01', '2026-11-01')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO handover_route (org_id, handover, way, receiver_name, country, clause, route, from_day, until_day)
       VALUES ($1, 'handover-2', 'export', '上级单位', 'CN', 'c', 'domestic', '2026-11-01', '2026-12-20')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO form_print (org_id, id, year, serial, form, template_version, kind, fact, fact_version, person, language, token, printed_by, printed_at)
       VALUES ($1, 'print-7', 2026, 7, 'education-record', 0, 'completion', 'completion-1', 1, 'li', 'zh', 'T', 'own-security-officer', '2026-11-22T09:00:00Z')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO person_leaving (org_id, id, person, effective_on, state, made_at) VALUES ($1, 'leaving-7', 'li', '2026-12-01', 'waiting', '2026-11-20')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO leaving_item (org_id, leaving, position, what, name) VALUES ($1, 'leaving-7', 0, 'duty', 'a/rule')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO fact_version (org_id, kind, id, version, change, effective, recorded_at, fields)
       VALUES ($1, 'handover', 'handover-2', 1, 'record', '2026-11-01', '2026-11-01T00:00:00Z', '{}')`,
      [org],
    );
  });

  type Options = { language?: Language; by?: Actor; filter?: object; handover?: string | null };
  const inputOf = (list: FilledList, format: LedgerFormat, { language = 'zh', filter, handover = null }: Options) => ({
    list,
    filter: filter ?? lists[list].filter ?? {},
    format,
    language,
    handover,
  });
  const byFor = (list: FilledList): Actor => (list === 'jobs' ? administrator : officer);
  async function make(list: FilledList, format: LedgerFormat, options: Options = {}) {
    const made = await program.one('ledgers.make', inputOf(list, format, options), options.by ?? byFor(list));
    const { name, rows, file } = made as { name: string; rows: number; file: string };
    return { name, rows, bytes: Buffer.from(file, 'base64') };
  }
  const refused = (list: FilledList, options: Options = {}) =>
    program.refused('run', 'ledgers.make', inputOf(list, 'csv', options), options.by ?? byFor(list));

  test.each(filledLists)('%s opens as each format, with its heads, a row, and what a ledger bears', async (list) => {
    const { title, heads, row } = lists[list];
    for (const format of formats) {
      const { name, bytes, rows } = await make(list, format);
      expect(rows).toBeGreaterThan(0);
      expect(name).toContain(title);
      expect(name).toMatch(new RegExp(` 20261123-[0-9A-F]{6}\\.${format}$`));
      const text = squeezed(await textOf[format](bytes));
      for (const head of ['序号', ...heads[0].split(',')]) expect(text, format).toContain(head);
      expect(text, format).toContain(row);
      if (format === 'csv') continue;
      const number = /20261123-[0-9A-F]{6}/.exec(name)?.[0];
      const borne = [
        '平安精密研究院',
        '2026年11月23日',
        `编号：${number}`,
        `共${rows}条`,
        '制表人',
        '审核人',
        '负责人',
      ];
      for (const said of [title, ...borne, '仅限本单位内部使用']) expect(text, `${format} ${said}`).toContain(said);
    }
  });

  test.each(filledLists)('%s has English heads for an English reader', async (list) => {
    const [head = []] = rowsOfCsv((await make(list, 'csv', { language: 'en' })).bytes);
    expect(head[0]).toBe('No.');
    expect(head.join(',')).toContain(lists[list].heads[1]);
    expect(head.join('')).not.toMatch(/\p{Script=Han}/u);
  });

  test('each page of paper and of a workbook that is printed has its number', async () => {
    const { bytes } = await make('clauses', 'pdf', { language: 'en' });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
    expect(text.length).toBeGreaterThan(1);
    for (const [at, page] of text.entries()) expect(squeezed(page)).toContain(`Page${at + 1}of${text.length}`);
    const sheet = partsOf((await make('people', 'xlsx')).bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter>');
    expect(partsOf((await make('people', 'docx')).bytes, 'word/footer1.xml')).toContain('NUMPAGES');
  });

  test('the filter of the list is that of the ledger, and one that the list does not know is refused', async () => {
    const idsOf = async (list: FilledList, filter: object): Promise<string[]> =>
      rowsOfCsv((await make(list, 'csv', { filter })).bytes)
        .slice(1)
        .map((row) => row.at(-1) ?? '');
    expect(await idsOf('people', {})).toHaveLength(2);
    expect(await idsOf('people', { unit: 'unit-b' })).toEqual(['wang']);
    expect(await idsOf('duties', { status: ['pending'] })).toEqual(['李明']);
    expect(await idsOf('duties', { status: ['met', 'overdue'] })).toEqual([]);
    expect(await refused('people', { filter: { colour: 'red' } })).toEqual(['ledgers.filter-unknown']);
    expect(await refused('duties', { filter: { status: 'pending' } })).toEqual(['ledgers.filter-unknown']);
    expect(await refused('people', { filter: { cursor: 'x' } })).toEqual(['request.invalid']);
  });

  test('units of every level are there, each under its own', async () => {
    const rows = rowsOfCsv((await make('units', 'csv')).bytes).slice(1);
    expect(rows.map(([number, name, parent]) => [number, name, parent])).toEqual([
      ['1', 'unit-a', ''],
      ['2', 'unit-b', ''],
      ['3', '乙部一室', 'unit-b'],
    ]);
  });

  test('nobody of another organisation, and no unit out of reach, is in it', async () => {
    const other = { ...actorOf(otherOrg, 'security-officer'), account: 'far-security-officer' };
    const names = async (by: Actor): Promise<string[]> =>
      rowsOfCsv((await make('people', 'csv', { by })).bytes)
        .slice(1)
        .map((row) => row.at(-1) ?? '');
    expect(await names(other)).toEqual(['far']);
    expect((await names(officer)).toSorted()).toEqual(['li', 'wang']);
    expect(await names(actorOf(org, 'unit-liaison', { unit: 'unit-a' }))).toEqual(['li']);
  });

  test('who may not see a list gets no ledger of it, and no entry says there was one', async () => {
    const before = program.entries.length;
    const member = actorOf(org, 'member', { person: 'li' });
    expect(await refused('people', { by: member })).toEqual(['request.not-allowed']);
    expect(await refused('journal', { by: actorOf(org, 'unit-liaison', { unit: 'unit-a' }) })).toEqual([
      'request.not-allowed',
    ]);
    expect(await refused('jobs', { by: officer })).toEqual(['request.not-allowed']);
    expect(await refused('people', { by: { ...officer, secondFactor: false } })).toEqual([
      'request.second-factor-first',
    ]);
    expect(program.entries).toHaveLength(before);
  });

  test('what begins like a formula is text', async () => {
    const csv = (await make('people', 'csv', { filter: { unit: 'unit-b' } })).bytes;
    expect(rowsOfCsv(csv)[1]?.[1]).toBe(`'${formula}`);
    const { bytes } = await make('people', 'xlsx', { filter: { unit: 'unit-b' } });
    const cells = (await readWorkbook(bytes)).flatMap(({ data }) => data.flat());
    expect(cells).toContain(formula);
    const sheet = partsOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<sheetData>');
    expect(sheet).not.toContain('<f>');
  });

  test('the entry says which list, in which form and how many rows, and nothing of what was in it; each look is recorded', async () => {
    await ownerClient.query('DELETE FROM seen');
    const { rows, name } = await make('people', 'csv', { filter: { unit: 'unit-b' } });
    const number = /\d{8}-[0-9A-F]{6}/.exec(name)?.[0];
    expect(program.entries.at(-1)).toMatchObject({
      action: 'ledgers.make',
      subject: `ledger/${number}`,
      account: 'own-security-officer',
      person: null,
      fields: { list: 'people', format: 'csv', number, rows: 1, handover: null, filters: ['unit'] },
    });
    expect(rows).toBe(1);
    expect(JSON.stringify(program.entries.at(-1))).not.toMatch(/unit-b|wang|HYPERLINK/);
    const seen = await ownerClient.query('SELECT person, query, viewer FROM seen');
    expect(seen.rows).toEqual([{ person: 'wang', query: 'register.people', viewer: 'own-security-officer' }]);
  });

  test('what is sensitive stays on the page of its record', async () => {
    const [head = []] = rowsOfCsv((await make('facts', 'csv', { filter: { kind: 'foreignMatterReport' } })).bytes);
    expect(head).toContain('知悉日期');
    expect(head).not.toContain('内容');
    expect(await refused('facts', { filter: { kind: 'nothing' } })).toEqual(['register.no-such-kind']);
  });

  test('for others it goes out by a handover of that way, which it names and which is marked as given', async () => {
    expect(await refused('people', { handover: 'handover-1' })).toEqual(['privacy.handover-first']);
    // It was recorded as holding no personal data.
    expect(await refused('people', { handover: 'handover-2' })).toEqual(['ledgers.handover-without-people']);
    const { bytes } = await make('clauses', 'xlsx', { handover: 'handover-2' });
    const text = await textOf.xlsx(bytes);
    expect(text).toContain('对外提供登记号：handover-2');
    expect(text).not.toContain('仅限本单位内部使用');
    const { rows } = await ownerClient.query(`SELECT given_on::text AS day FROM fact_handover WHERE id = 'handover-2'`);
    expect(rows).toEqual([{ day: '2026-11-23' }]);
  });

  test('more rows than a ledger may have are refused, with the number', async () => {
    const small = (most: number) => {
      const room = createLedgers({
        database,
        press,
        most,
        clock: program.clock,
        dayOf: () => 20_780,
        offset: 480,
        ids: { uuid: () => 'abcdef' },
        ask: (name, input, actor) => program.ask(name, input, actor),
        actionSaid: () => null,
      });
      return testRooms(database, [room]).one('ledgers.make', inputOf('people', 'csv', {}), officer);
    };
    await expect(small(1)).rejects.toMatchObject({
      refusals: [{ code: 'ledgers.too-many-rows', details: { most: 1 } }],
    });
    expect(await small(2)).toMatchObject({ rows: 2 });
  });
});

test('what is too much for paper is refused before it is begun', async () => {
  const head = { zh: '列', en: 'column' };
  const ledger = {
    language: 'zh',
    unit: '单位',
    title: '台账',
    day: '2026-11-23',
    number: '1',
    handover: null,
    columns: Array.from({ length: 5 }, () => ({ head, share: 1, of: () => null })),
    rows: Array.from({ length: 10_001 }, () => [1, 2, 3, 4, 5]),
  } as const;
  await expect(writeLedger(press, 'pdf', ledger)).rejects.toThrow('ledgers.too-long-for-paper');
  expect((await writeLedger(press, 'csv', ledger)).byteLength).toBeGreaterThan(100_000);
});

test('a moment is told in the zone of the seat, a day as it is', () => {
  const moment = momentIn(480);
  expect(moment('2026-11-23T20:30:59.000Z')).toBe('2026-11-24 04:30');
  expect(moment('2026-11-23')).toBe('2026-11-23');
  expect(moment(null)).toBeNull();
});

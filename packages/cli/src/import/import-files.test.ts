import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { workbookOf } from '../../../../tests/support/workbook.ts';
import { CliFailure } from '../failure.ts';
import { reasonOf } from '../register/file-problem.ts';
import { readRegister } from '../register/read-folder.ts';
import { readyFolder } from '../register/ready-folder.ts';
import { type ImportOptions, importFiles } from './import-files.ts';

const plain: ImportOptions = {
  kind: null,
  replace: false,
  dryRun: false,
  set: new Map(),
  leaveOut: new Set(),
  offset: null,
};

let folder = '';
let into = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-import-'));
  into = join(folder, 'register');
});

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const run = (paths: readonly string[], options: Partial<ImportOptions> = {}) =>
  importFiles(paths, into, { ...plain, ...options });
const codes = async (paths: readonly string[], options: Partial<ImportOptions> = {}) =>
  (await run(paths, options)).problems.map(({ file: name, row, column, code }) => [name, row, column, code]);
const lines = (name: string): unknown[] =>
  readFileSync(join(into, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
/** Every file of the register with its content: what must be the same after a refusal. */
const everything = (): Record<string, string> =>
  existsSync(into)
    ? Object.fromEntries(readdirSync(into).map((name) => [name, readFileSync(join(into, name), 'utf8')]))
    : {};

/** An organisation with two units, as JSON Lines. */
function organisation(): void {
  mkdirSync(into);
  const flags = [
    'hasSuperior',
    'foreignExchange',
    'sendsAbroad',
    'postsAbroad',
    'trainsPublicStaff',
    'media',
    'examinesCourierLicences',
    'keepsInformationSystems',
  ];
  const row = {
    id: 'org-1',
    name: '示例单位',
    seat: 'cn',
    establishedOn: '2001-05-01',
    ...Object.fromEntries(flags.map((flag) => [flag, false])),
  };
  writeFileSync(join(into, 'organisation.jsonl'), `${JSON.stringify(row)}\n`);
  writeFileSync(
    join(into, 'unit.jsonl'),
    ['一室', '二室']
      .map(
        (name, at) =>
          `${JSON.stringify({ id: `unit-${at + 1}`, organisation: 'org-1', name, establishedOn: '2001-05-01' })}\n`,
      )
      .join(''),
  );
}

const people =
  '姓名,工号,部门,身份,入职日期\n张三,p1,一室,在编在岗人员,2010-1-1\n李四,p2,二室,employee,2012年11月13日\n';

describe('import', () => {
  it('reads a table of people with its own headings, words, days and references by name', async () => {
    organisation();
    expect(await codes([file('人员.csv', people)])).toEqual([]);
    expect(lines('person.jsonl')).toEqual([
      { id: 'p1', organisation: 'org-1', unit: 'unit-1', name: '张三', standing: 'employee', joinedOn: '2010-01-01' },
      { id: 'p2', organisation: 'org-1', unit: 'unit-2', name: '李四', standing: 'employee', joinedOn: '2012-11-13' },
    ]);
    expect((await readRegister(into)).problems).toEqual([]);
  });

  it('reads a workbook with a title line, dates of Excel and a sheet for each kind', async () => {
    organisation();
    const book = workbookOf({
      人员: [
        ['人员名单'],
        [],
        ['姓名', '工号', '所在部门', '人员类别', '入职日期'],
        ['张三', 1001, '一室', '学生', { serial: 40179 }],
      ],
      出国事项: [],
      培训完成: [
        ['人员', '主题', '完成日期'],
        ['张三', '反间谍安全防范', 46349],
      ],
    });
    expect(await codes([file('名册.xlsx', book)])).toEqual([]);
    expect(lines('person.jsonl')).toMatchObject([{ id: '1001', standing: 'student', joinedOn: '2010-01-01' }]);
    expect(lines('completion.jsonl')).toMatchObject([
      { person: '1001', topic: 'counter-espionage', completedOn: '2026-11-23' },
    ]);
  });

  it('gives a row without an id the same id each time, wherever it stands', async () => {
    organisation();
    const head = '姓名,部门,身份,入职日期\n';
    const [one, two] = ['张三,一室,学生,2010-01-01\n', '李四,二室,学生,2011-01-01\n'];
    await run([file('person.csv', head + one + two)]);
    const before = everything();
    const { changes } = await run([file('person.csv', head + two + one)]);
    expect(changes).toMatchObject([{ added: 0, replaced: 0, unchanged: 2 }]);
    expect(everything()).toEqual(before);
  });

  it('refuses a fact that is there with other values, unless told to replace it', async () => {
    organisation();
    await run([file('person.csv', people)]);
    const changed = file('person.csv', people.replace('张三', '张山'));
    const before = everything();
    const { problems } = await run([changed]);
    expect(problems.map((problem) => reasonOf(problem, 'zh'))).toEqual([
      '编号“p1”已有登记,内容不同(姓名)。确要替换的,加 --replace。',
    ]);
    expect(everything()).toEqual(before);
    expect((await run([changed], { replace: true })).changes).toMatchObject([{ added: 0, replaced: 1, unchanged: 1 }]);
    expect(lines('person.jsonl')).toMatchObject([{ name: '张山' }, { name: '李四' }]);
  });

  it('writes nothing on a dry run', async () => {
    const rows = '名称,数据所在法域,成立日期\n示例单位,中国内地,2001-05-01\n';
    const set = new Map(
      [
        ...'hasSuperior foreignExchange sendsAbroad postsAbroad trainsPublicStaff media examinesCourierLicences keepsInformationSystems'.split(
          ' ',
        ),
      ].map((name) => [name, '否']),
    );
    const { changes, problems } = await run([file('organisation.csv', rows)], { dryRun: true, set });
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([{ added: 1 }]);
    expect(existsSync(into)).toBe(false);
  });

  it('lists every fault with file, row, column and reason, and changes nothing', async () => {
    organisation();
    const before = everything();
    const rows = `${people}王五,p3,三室,员工,2023-02-30\n=1+1,p4,一室,学生,03/04/2020\n赵六,p 5,一室,学生,2020-01-01\n`;
    expect(await codes([file('person.csv', rows)])).toEqual([
      ['person.csv', 4, '部门', 'no-such-reference'],
      ['person.csv', 4, '身份', 'not-a-word'],
      ['person.csv', 4, '入职日期', 'not-a-day'],
      ['person.csv', 5, '姓名', 'formula'],
      ['person.csv', 5, '入职日期', 'ambiguous-day'],
    ]);
    expect(await codes([file('person.csv', people.replace('p1', 'p 1'))])).toEqual([
      ['person.csv', 2, 'id', 'not-an-id'],
    ]);
    expect(everything()).toEqual(before);
  });

  it('refuses columns it does not know, and columns nobody may keep', async () => {
    organisation();
    const rows = people.replace('入职日期', '入职日期,身份证号,备注').replaceAll(/(-1-1|13日)/g, '$1,1,x');
    expect(await codes([file('person.csv', rows)])).toEqual([
      ['person.csv', 1, '身份证号', 'column-not-held'],
      ['person.csv', 1, '备注', 'unknown-column'],
    ]);
    expect(await codes([file('person.csv', rows)], { leaveOut: new Set(['身份证号', '备注']) })).toEqual([]);
  });

  it('refuses a list of people who have nothing to do with the organisation', async () => {
    organisation();
    const before = everything();
    const residents = file(
      'person.csv',
      '姓名,工号,身份,入职日期\n张三,r1,访问学者,2020-01-01\n李四,r2,访问学者,2020-01-01\n',
    );
    expect(await codes([residents])).toEqual([
      ['person.csv', 2, null, 'unbound-person'],
      ['person.csv', 3, null, 'unbound-person'],
    ]);
    expect(everything()).toEqual(before);
    const trips = file('trip.csv', '编号,类别,是否出国(境),登记日期,紧急出行\nt1,因公,是,2026-01-01,否\n');
    const travellers = file(
      '出行人员.csv',
      '姓名,行程编号,带队人员,持有接触许可,登记日期\n张三,t1,是,否,2026-01-01\n李四,t1,否,否,2026-01-01\n',
    );
    expect(await codes([residents, trips, travellers])).toEqual([]);
  });

  it('refuses units that are their own parents, by whatever way round', async () => {
    organisation();
    const before = everything();
    expect(
      await codes([
        file(
          '部门.csv',
          '编号,名称,上级部门,设立日期\nu1,甲,丙,2001-01-01\nu2,乙,甲,2001-01-01\nu3,丙,乙,2001-01-01\n',
        ),
      ]),
    ).toEqual([['部门.csv', 2, 'parent', 'cycle']]);
    expect(everything()).toEqual(before);
  });

  it.each([['绝密★30年'], ['机密★'], ['机 密 ★ 1 年'], ['秘密10年'], ['TOP SECRET//SI//NOFORN'], ['(S//NF) summary']])(
    'refuses classified content and repeats nothing of it: %s',
    async (mark) => {
      organisation();
      const before = everything();
      const trips = file(
        'trip.csv',
        `编号,类别,是否出国(境),登记日期,紧急出行,事由\nt1,因公,是,2026-01-01,否,关于某事 ${mark}\n`.replace(
          '关于某事 秘密',
          '秘密',
        ),
      );
      const failure = await run([trips]).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(CliFailure);
      const said = failure instanceof CliFailure ? failure.say('zh') + failure.say('en') : '';
      expect(said).toContain('trip.csv:2');
      expect(said).not.toContain('关于某事');
      expect(said).toContain('保密工作机构');
      expect(everything()).toEqual(before);
    },
  );

  it('lets words for levels pass: 机密 is a level, not a mark', async () => {
    organisation();
    const rows = '编号,密级,派生定密,密级不明确,产生日期,超出定密权限\nd1,机密,否,否,2026-01-01,否\n';
    const { problems } = await run([file('document.csv', rows)], {
      leaveOut: new Set(['超出定密权限']),
      set: new Map([['abovePower', '否']]),
    });
    expect(problems).toEqual([]);
  });

  it('says what a wrong encoding is, and what an unknown file is', async () => {
    organisation();
    expect(await codes([file('person.csv', Buffer.from('ff80fffe0aff', 'hex'))])).toEqual([
      ['person.csv', null, null, 'wrong-encoding'],
    ]);
    expect(await codes([file('名单.csv', '甲,乙\n1,2\n')])).toEqual([['名单.csv', null, null, 'unknown-kind']]);
    await expect(run([file('a.docx', 'x')])).rejects.toThrow(CliFailure);
    await expect(run([join(folder, 'none.csv')])).rejects.toThrow(CliFailure);
  });

  it('does not add to a register that is kept in spreadsheets', async () => {
    organisation();
    writeFileSync(join(into, 'person.csv'), people);
    await expect(run([file('person.csv', people)])).rejects.toThrow(/not JSONL/);
  });

  it('finishes an import that died between two files, and reads it before', async () => {
    organisation();
    const ready = readyFolder(into);
    mkdirSync(ready);
    writeFileSync(
      join(ready, 'person.jsonl'),
      `${JSON.stringify({ id: 'p0', organisation: 'org-1', unit: 'unit-1', name: '王五', standing: 'student', joinedOn: '2020-01-01' })}\n`,
    );
    const { register } = await readRegister(into);
    expect(register.tables.get('person')?.ids).toEqual(['p0']);
    await run([file('person.csv', people)]);
    expect(lines('person.jsonl')).toHaveLength(3);
    expect(existsSync(ready)).toBe(false);
  });

  it('removes what an import that died before its end left behind', async () => {
    organisation();
    mkdirSync(join(into, '.importing-999999999'));
    await run([file('person.csv', people)]);
    expect(readdirSync(into).sort()).toEqual(['organisation.jsonl', 'person.jsonl', 'unit.jsonl']);
  });

  it('whatever the bytes: imports all or nothing, and fails only in words', async () => {
    organisation();
    await run([file('person.csv', people)]);
    const before = everything();
    const text = Buffer.from(people);
    const cell = fc.string({ unit: fc.constantFrom(...'张三p1一室,;\t"\n\r=@\'是否2026-/年月\u0000\ud800绝密★') });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each)),
      fc.array(cell, { maxLength: 8 }).map((cells) => Buffer.from(`姓名,工号,部门,身份,入职日期\n${cells.join('')}`)),
      fc
        .tuple(fc.nat(text.length - 1), fc.nat(255))
        .map(([at, byte]) => Buffer.concat([text.subarray(0, at), Buffer.from([byte]), text.subarray(at + 1)])),
    );
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom('person.csv', 'person.jsonl', '人员.CSV', 'person.xlsx', 'x.csv'),
        async (content, name) => {
          const result = await run([file(name, content)]).catch((error: unknown) => {
            if (error instanceof CliFailure) return null;
            throw error;
          });
          const written = result !== null && result.problems.length === 0;
          if (!written) expect(everything()).toEqual(before);
          else expect((await readRegister(into)).problems).toEqual([]);
          for (const [old, content] of Object.entries(before)) writeFileSync(join(into, old), content);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});

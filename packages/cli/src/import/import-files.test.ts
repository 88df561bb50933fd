import { beforeEach, describe, expect, it } from 'vitest';
import { importFolder, peopleCsv } from '../../../../tests/support/import-folder.ts';
import { workbookOf } from '../../../../tests/support/workbook.ts';
import { reasonIn } from '../register/problem-line.ts';
import { readRegister } from '../register/read-folder.ts';

let at = importFolder();
beforeEach(() => {
  at = importFolder();
});

describe('import', () => {
  it('reads a table of people with its own headings, words, days and references by name', async () => {
    at.organisation();
    expect(await at.codes([at.file('人员.csv', peopleCsv)])).toEqual([]);
    expect(at.lines('person.jsonl')).toEqual([
      { id: 'p1', organisation: 'org-1', unit: 'unit-1', name: '张三', standing: 'employee', joinedOn: '2010-01-01' },
      { id: 'p2', organisation: 'org-1', unit: 'unit-2', name: '李四', standing: 'employee', joinedOn: '2012-11-13' },
    ]);
    expect((await readRegister(at.into)).problems).toEqual([]);
  });

  it('reads a workbook with a title line, dates of Excel and a sheet for each kind', async () => {
    at.organisation();
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
    expect(await at.codes([at.file('名册.xlsx', book)])).toEqual([]);
    expect(at.lines('person.jsonl')).toMatchObject([{ id: '1001', standing: 'student', joinedOn: '2010-01-01' }]);
    expect(at.lines('completion.jsonl')).toMatchObject([
      { person: '1001', topic: 'counter-espionage', completedOn: '2026-11-23' },
    ]);
  });

  it('gives a row without an id the same id each time, wherever it stands', async () => {
    at.organisation();
    const head = '姓名,部门,身份,入职日期\n';
    const [one, two] = ['张三,一室,学生,2010-01-01\n', '李四,二室,学生,2011-01-01\n'];
    await at.run([at.file('person.csv', head + one + two)]);
    const before = at.everything();
    const { changes } = await at.run([at.file('person.csv', head + two + one)]);
    expect(changes).toMatchObject([{ added: 0, replaced: 0, unchanged: 2 }]);
    expect(at.everything()).toEqual(before);
  });

  it('refuses a fact that is there with other values, unless told to replace it', async () => {
    at.organisation();
    await at.run([at.file('person.csv', peopleCsv)]);
    const changed = at.file('person.csv', peopleCsv.replace('张三', '张山'));
    const before = at.everything();
    const { problems } = await at.run([changed]);
    expect(problems.map((problem) => reasonIn(problem, 'zh'))).toEqual([
      '编号“p1”已有登记，内容不同（姓名）。确要替换的，加 --replace。',
    ]);
    expect(at.everything()).toEqual(before);
    expect((await at.run([changed], { replace: true })).changes).toMatchObject([
      { added: 0, replaced: 1, unchanged: 1 },
    ]);
    expect(at.lines('person.jsonl')).toMatchObject([{ name: '张山' }, { name: '李四' }]);
  });

  it('lets words for levels pass: 机密 is a level, not a mark', async () => {
    at.organisation();
    const rows = '编号,密级,派生定密,密级不明确,产生日期,超出定密权限\nd1,机密,否,否,2026-01-01,否\n';
    const { problems } = await at.run([at.file('document.csv', rows)], {
      leaveOut: new Set(['超出定密权限']),
      set: new Map([['abovePower', '否']]),
    });
    expect(problems).toEqual([]);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClassifiedMark } from '@sallyport/server/tabular/classified-mark';
import { beforeEach, describe, expect, it } from 'vitest';
import { importFolder, peopleCsv } from '../../../../tests/support/import-folder.ts';
import { CliFailure } from '../failure.ts';

let at = importFolder();
beforeEach(() => {
  at = importFolder();
});

describe('import refuses', () => {
  it('lists every fault with file, row, column and reason, and changes nothing', async () => {
    at.organisation();
    const before = at.everything();
    const rows = `${peopleCsv}王五,p3,三室,员工,2023-02-30\n=1+1,p4,一室,学生,03/04/2020\n＝1+1,p7,一室,学生,2020-01-01\n赵六,p 5,一室,学生,2020-01-01\n`;
    expect(await at.codes([at.file('person.csv', rows)])).toEqual([
      ['person.csv', 4, '部门', 'no-such-reference'],
      ['person.csv', 4, '身份', 'not-a-word'],
      ['person.csv', 4, '入职日期', 'not-a-day'],
      ['person.csv', 5, '姓名', 'formula'],
      ['person.csv', 5, '入职日期', 'ambiguous-day'],
      ['person.csv', 6, '姓名', 'formula'],
    ]);
    expect(await at.codes([at.file('person.csv', peopleCsv.replace('p1', 'p 1'))])).toEqual([
      ['person.csv', 2, 'id', 'not-an-id'],
    ]);
    expect(at.everything()).toEqual(before);
  });

  it('refuses columns it does not know, and columns nobody may keep', async () => {
    at.organisation();
    const rows = peopleCsv.replace('入职日期', '入职日期,身份证号,备注').replaceAll(/(-1-1|13日)/g, '$1,1,x');
    expect(await at.codes([at.file('person.csv', rows)])).toEqual([
      ['person.csv', 1, '身份证号', 'column-not-held'],
      ['person.csv', 1, '备注', 'unknown-column'],
    ]);
    expect(await at.codes([at.file('person.csv', rows)], { leaveOut: new Set(['身份证号', '备注']) })).toEqual([]);
  });

  it('refuses a list of people who have nothing to do with the organisation', async () => {
    at.organisation();
    const before = at.everything();
    const residents = at.file(
      'person.csv',
      '姓名,工号,身份,入职日期\n张三,r1,访问学者,2020-01-01\n李四,r2,访问学者,2020-01-01\n',
    );
    expect(await at.codes([residents])).toEqual([
      ['person.csv', 2, null, 'unbound-person'],
      ['person.csv', 3, null, 'unbound-person'],
    ]);
    expect(at.everything()).toEqual(before);
    const trips = at.file('trip.csv', '编号,类别,是否出国(境),登记日期,紧急出行\nt1,因公,是,2026-01-01,否\n');
    const travellers = at.file(
      '出行人员.csv',
      '姓名,行程编号,带队人员,持有接触许可,登记日期\n张三,t1,是,否,2026-01-01\n李四,t1,否,否,2026-01-01\n',
    );
    expect(await at.codes([residents, trips, travellers])).toEqual([]);
  });

  it('refuses units that are their own parents, by whatever way round', async () => {
    at.organisation();
    const before = at.everything();
    expect(
      await at.codes([
        at.file(
          '部门.csv',
          '编号,名称,上级部门,设立日期\nu1,甲,丙,2001-01-01\nu2,乙,甲,2001-01-01\nu3,丙,乙,2001-01-01\n',
        ),
      ]),
    ).toEqual([['部门.csv', 2, 'parent', 'cycle']]);
    expect(at.everything()).toEqual(before);
  });

  it.each([['绝密★30年'], ['机密★'], ['机 密 ★ 1 年'], ['秘密10年'], ['TOP SECRET//SI//NOFORN'], ['(S//NF) summary']])(
    'refuses classified content and repeats nothing of it: %s',
    async (mark) => {
      at.organisation();
      const before = at.everything();
      const trips = at.file(
        'trip.csv',
        `编号,类别,是否出国(境),登记日期,紧急出行,事由\nt1,因公,是,2026-01-01,否,关于某事 ${mark}\n`.replace(
          '关于某事 秘密',
          '秘密',
        ),
      );
      const failure = await at.run([trips]).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ClassifiedMark);
      const said = failure instanceof ClassifiedMark ? failure.phrase.zh + failure.phrase.en : '';
      expect(said).toContain('trip.csv:2');
      expect(said).not.toContain('关于某事');
      expect(said).toContain('保密工作机构');
      expect(at.everything()).toEqual(before);
    },
  );

  it('says what a wrong encoding is, and what an unknown file is', async () => {
    at.organisation();
    expect(await at.codes([at.file('person.csv', Buffer.from('ff80fffe0aff', 'hex'))])).toEqual([
      ['person.csv', null, null, 'wrong-encoding'],
    ]);
    expect(await at.codes([at.file('名单.csv', '甲,乙\n1,2\n')])).toEqual([['名单.csv', null, null, 'unknown-kind']]);
    await expect(at.run([at.file('a.docx', 'x')])).rejects.toThrow(CliFailure);
    await expect(at.run([at.path('none.csv')])).rejects.toThrow(CliFailure);
  });

  it('does not add to a register that is kept in spreadsheets', async () => {
    at.organisation();
    writeFileSync(join(at.into, 'person.csv'), peopleCsv);
    await expect(at.run([at.file('person.csv', peopleCsv)])).rejects.toThrow(/not JSONL/);
  });
});

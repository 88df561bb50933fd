import { vocabulary } from '@sallyport/core/facts';
import { describe, expect, it } from 'vitest';
import { kindByHeadings } from './find-heading.ts';
import { headingOf } from './headings.ts';
import { kindNamed, kindsInOrder, normalName } from './kind-names.ts';

const kind = (name: string) => kindNamed(name) ?? expect.unreachable(name);
const field = (of: string, heading: string) => {
  const meaning = headingOf(kind(of), heading);
  return meaning.is === 'field' ? meaning.field : meaning.is;
};

describe('headings', () => {
  it('every field of every kind is found by its name', () => {
    for (const each of vocabulary.kinds.values()) {
      for (const name of ['id', ...Object.keys(each.fields)]) expect(field(each.name, name)).toBe(name);
    }
  });

  it('no two fields of a kind have one label', () => {
    for (const each of vocabulary.kinds.values()) {
      for (const language of ['zh', 'en'] as const) {
        const labels = Object.values(each.fields).map(({ label }) => normalName(label[language]));
        expect(new Set(labels).size, `${each.name} ${language}`).toBe(labels.length);
      }
    }
  });

  it.each([
    ['trip', '离境日期', 'departsOn'],
    ['trip', 'Departure date', 'departsOn'],
    ['trip', '出境日期(年月日)', 'departsOn'],
    ['trip', '是否出国(境)', 'abroad'],
    ['trip', '是否出国（境）', 'abroad'],
    ['trip', '部门', 'unit'],
    ['trip', '单位', 'organisation'],
    ['person', '姓 名', 'name'],
    ['person', '工号', 'id'],
    ['unit', '部门', 'name'],
    ['traveller', '姓名', 'person'],
    ['leg', '序号', 'order'],
    ['person', '序号', 'passed-over'],
    ['person', '身份证号', 'not-held'],
    ['person', 'Passport No.', 'not-held'],
    ['person', '民族', 'not-held'],
    ['person', '手机号码', 'not-held'],
    ['trip', '备注', 'unknown'],
    ['trip', 'constructor', 'unknown'],
  ])('%s: %s is %s', (of, heading, expected) => {
    expect(field(of, heading)).toBe(expected);
  });
});

describe('kinds', () => {
  it('are named by name or label', () => {
    expect(kindNamed('出国(境)事项')?.name).toBe('trip');
    expect(kindNamed('出国（境）事项')?.name).toBe('trip');
    expect(kindNamed('Trips')?.name).toBe('trip');
    expect(kindNamed('self-inspection')?.name).toBe('selfInspection');
    expect(kindNamed('something')).toBe(null);
  });

  it('come after what they point at', () => {
    const order = kindsInOrder.map(({ name }) => name);
    const backwards = kindsInOrder.flatMap((each) =>
      Object.values(each.fields).filter(
        ({ to }) => to !== undefined && to !== each.name && order.indexOf(to) > order.indexOf(each.name),
      ),
    );
    expect(backwards).toEqual([]);
    expect(order).toHaveLength(vocabulary.kinds.size);
  });

  it('are told by headings that fit one of them only', () => {
    const found = (...cells: string[]) => kindByHeadings([{ row: 1, cells }])?.name ?? null;
    expect(found('编号', '出行人员', '行程编号', '带队人员', '持有接触许可', '登记日期')).toBe('traveller');
    expect(found('a', 'b')).toBe(null);
  });
});

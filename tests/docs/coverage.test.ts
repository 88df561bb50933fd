import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { coverageTable, exceptedBy, lawRows, rulesOf, sections, shares } from '../../scripts/coverage-table.ts';

const law = lawOf();
const rows = lawRows();

test('docs/coverage.md is what the packs say now', () => {
  expect(readFileSync(new URL('../../docs/coverage.md', import.meta.url), 'utf8')).toBe(coverageTable(law));
});

test('every section has its rows, and every row a section that is there', () => {
  expect([...new Set(lawRows().map(({ section }) => section))]).toEqual(Object.keys(sections).toSorted(bySection));
  // The twenty clocks, from the report of espionage to the trips of Chongqing.
  expect(lawRows().filter(({ section }) => section === '9.1')).toHaveLength(20);
});

const bySection = (a: string, b: string): number => Number(a) - Number(b);

test('every row of the law has a rule, a standing duty or a reason', () => {
  const answered = (row: (typeof rows)[number]): boolean =>
    [...rulesOf(row, law), ...exceptedBy(row, law), ...(row.through ?? [])].length > 0 || row.whyNot !== undefined;
  const bare = rows.filter((row) => !answered(row));
  expect(bare.map((row) => `${row.section} ${row.row}`)).toEqual([]);
});

test('no row that is only recalled drives a rule', () => {
  const recalled = lawRows().filter(
    (row) => row.sureness === 'R' && (row.clauses ?? []).some((id) => law.clauses.get(id)?.clause.sureness === 'text'),
  );
  expect(recalled.map((row) => `${row.section} ${row.row}`)).toEqual([]);
});

test('a row whose content other clauses ask for names the rules', () => {
  const known = new Set(law.rules.map(({ id }) => id));
  const named = rows.flatMap(({ through = [] }) => through);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
  expect(rows.filter(({ whyNot }) => whyNot?.en.includes('other clauses')).map(({ row }) => row)).toEqual([]);
  expect(rows.find(({ row }) => row === 'CQ-18')?.through).toContain('cn-cel-2023/report-espionage');
});

test('no clause of SEAD 3 is surer than the row of the legal facts that it comes from', () => {
  const tooSure = rows
    .filter(({ section, sureness }) => section === '7.1' && sureness !== 'T')
    .flatMap(({ clauses = [] }) => clauses)
    .filter((id) => law.clauses.get(id)?.clause.sureness === 'text');
  expect(tooSure).toEqual([]);
});

test.each(shares(law))('$name is computed for the share of its rows that can be', ({ name, computed, rows }) => {
  expect(rows, name).toBeGreaterThan(5);
  expect(computed / rows, name).toBeGreaterThanOrEqual(0.6);
});

test('every clause named by a row is there', () => {
  for (const row of lawRows())
    for (const id of row.clauses ?? []) expect(law.clauses.has(id), `${row.section} ${row.row} ${id}`).toBe(true);
});

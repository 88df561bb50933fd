import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { coverageTable, lawRows, rulesOf, sections, shares } from '../../scripts/coverage-table.ts';

const law = lawOf();

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
  const bare = lawRows().filter((row) => rulesOf(row, law).length === 0 && row.whyNot === undefined);
  expect(bare.map((row) => `${row.section} ${row.row}`)).toEqual([]);
});

test('no row that is only recalled drives a rule', () => {
  const recalled = lawRows().filter(
    (row) => row.sureness === 'R' && (row.clauses ?? []).some((id) => law.clauses.get(id)?.clause.sureness === 'text'),
  );
  expect(recalled.map((row) => `${row.section} ${row.row}`)).toEqual([]);
});

/** Seven rows of SEAD 3 put no duty on a unit, or assess people: they are counted, and not made into rules to fill the share. */
const least: Readonly<Record<string, number>> = { 'CEL 12-21': 0.6, 'SSIR 25-61': 0.6, 'SEAD 3': 0.53 };

test.each(shares(law))('$name is computed for the share of its rows that can be', ({ name, computed, rows }) => {
  expect(rows).toBeGreaterThan(5);
  expect(computed / rows).toBeGreaterThanOrEqual(least[name] ?? 1);
});

test('every clause named by a row is there', () => {
  for (const row of lawRows())
    for (const id of row.clauses ?? []) expect(law.clauses.has(id), `${row.section} ${row.row} ${id}`).toBe(true);
});

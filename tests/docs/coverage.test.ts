import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { coverageTable, lawRows, rulesOf, shares } from '../../scripts/coverage-table.ts';

const law = lawOf();

test('docs/coverage.md is what the packs say now', () => {
  expect(readFileSync(new URL('../../docs/coverage.md', import.meta.url), 'utf8')).toBe(coverageTable(law));
});

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

test.each(shares(law))('$name is computed for at least 60 % of its rows', ({ computed, rows }) => {
  expect(rows).toBeGreaterThan(5);
  expect(computed / rows).toBeGreaterThanOrEqual(0.6);
});

test('every clause named by a row is there', () => {
  for (const row of lawRows())
    for (const id of row.clauses ?? []) expect(law.clauses.has(id), `${row.section} ${row.row} ${id}`).toBe(true);
});

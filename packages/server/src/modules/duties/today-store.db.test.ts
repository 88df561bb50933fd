import type { Scope } from '@sallyport/core/access';
import { formatDay, parseDay } from '@sallyport/core/calendar';
import { statusCode, statusCodes } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { countDutyRows, type DutyFilter } from './list-store.ts';
import { countDuties, mostUrgentRows } from './summary-store.ts';
import { fewest } from './suppress.ts';
import { countBacklog, countOpen } from './today-store.ts';

const today = parseDay('2026-11-23') ?? 0;
const org = 'org-counted';
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');

const row = fc.record({
  rule: fc.constantFrom('p/x', 'p/y'),
  status: fc.nat({ max: statusCodes.length - 1 }),
  due: fc.option(fc.integer({ min: today - 9, max: today + 20 })),
  ahead: fc.boolean(),
  person: fc.option(key),
  unit: fc.option(key),
  assignee: fc.option(key),
});
type Row = {
  rule: string;
  subject: string;
  status: number;
  due: number | null;
  ahead: boolean;
  person: string | null;
  unit: string | null;
  assignee: string | null;
};

const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ whole: true }),
  fc.record({
    whole: fc.constant(false as const),
    units: fc.uniqueArray(key).map((units) => new Set(units)),
    person: fc.option(key),
  }),
);

eachInstallation(({ database, ownerClient }) => {
  /** Everything read and counted in memory. */
  const counted = (rows: readonly Row[]) => ({
    duties: rows.length,
    persons: Math.min(fewest, new Set(rows.flatMap(({ person }) => person ?? [])).size),
  });
  const seenBy = (scope: Scope, rows: readonly Row[]): Row[] =>
    rows.filter(
      ({ unit, person, assignee, ahead }) =>
        !ahead &&
        (scope.whole ||
          (unit !== null && scope.units.has(unit)) ||
          (scope.person !== null && (person === scope.person || assignee === scope.person))),
    );

  async function fill(rows: readonly Row[]): Promise<void> {
    await ownerClient.query('DELETE FROM duty WHERE org_id = $1', [org]);
    const column = (of: (row: Row) => unknown): unknown[] => rows.map(of);
    await ownerClient.query(
      `INSERT INTO duty (org_id, rule, subject, period, status, due, evidence, due_on, person, unit, assignee, version)
       SELECT $1, rule, subject, period, status, due_on - DATE '1970-01-01', '{}', coalesce(due_on, 'infinity'), person, unit, assignee, 1
       FROM unnest($2::text[], $3::text[], $4::date[], $5::int[], $6::date[], $7::text[], $8::text[], $9::text[])
         AS given(rule, subject, period, status, due_on, person, unit, assignee)`,
      [
        org,
        column(({ rule }) => rule),
        column(({ subject }) => subject),
        column(({ ahead }) => (ahead ? formatDay(today + 1) : '-infinity')),
        column(({ status }) => status),
        column(({ due }) => (due === null ? null : formatDay(due))),
        column(({ person }) => person),
        column(({ unit }) => unit),
        column(({ assignee }) => assignee),
      ],
    );
  }

  test('what is counted along an index is what a count of all rows says, for everybody who looks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60 }),
        scopes,
        fc.integer({ min: today - 9, max: today + 9 }),
        async (given, scope, begun) => {
          const rows = given.map((one, at): Row => ({ ...one, subject: `s-${at}` }));
          await fill(rows);
          const start = formatDay(begun);
          const [open, backlog, urgent] = await database.inOrganisation(org, async (tx) => [
            await countOpen(tx, scope, today, start),
            await countBacklog(tx, scope, today, start),
            await mostUrgentRows(tx, scope, today, 5, start),
          ]);
          const seen = seenBy(scope, rows);
          const of = (
            status: 'overdue' | 'pending' | 'review' | 'unclear',
            test: (due: number) => boolean = () => true,
          ) => counted(seen.filter((one) => one.status === statusCode(status) && test(one.due ?? Infinity)));
          expect(Object.fromEntries(open.map(({ name, ...count }) => [name, count]))).toEqual({
            overdue: of('overdue', (due) => due >= begun),
            soon: of('pending', (due) => due < today + 15),
            review: of('review'),
            unclear: of('unclear'),
          });
          const late = seen.filter(
            ({ status, due }) =>
              [statusCode('overdue'), statusCode('missed')].includes(status) && (due ?? Infinity) < begun,
          );
          const lines = backlog.map(({ rule, duties, persons }) => ({
            rule,
            duties,
            persons: Math.min(fewest, persons),
          }));
          expect(lines.toSorted((a, b) => (a.rule < b.rule ? -1 : 1))).toEqual(
            ['p/x', 'p/y']
              .map((rule) => ({ rule, ...counted(late.filter((one) => one.rule === rule)) }))
              .filter(({ duties }) => duties > 0),
          );
          const near = seen
            .filter(
              ({ status, due }) =>
                due !== null &&
                (status === statusCode('pending') || (status === statusCode('overdue') && due >= begun)),
            )
            .toSorted(
              (a, b) =>
                (a.due ?? 0) - (b.due ?? 0) ||
                (a.rule === b.rule ? (a.subject < b.subject ? -1 : 1) : a.rule < b.rule ? -1 : 1),
            );
          // As the programme counts it beside its ratios.
          const counts = await database.inOrganisation(org, (tx) => countDuties(tx, scope, today, start));
          expect(counts.reduce((sum, { before }) => sum + before, 0)).toBe(late.length);
          expect(counts.reduce((sum, { duties }) => sum + duties, 0)).toBe(seen.length);
          // What the console asks for when somebody follows a figure (today/behind.ts).
          const behind = await database.inOrganisation(org, async (tx) => {
            const listed = (status: readonly Status[], more: Pick<DutyFilter, 'dueBefore' | 'rules' | 'backlog'>) =>
              countDutyRows(tx, scope, { status: status.map(statusCode), ...more }, today, 1000);
            return {
              overdue: await listed(['overdue'], { backlog: { which: 'apart', start } }),
              soon: await listed(['pending'], { dueBefore: formatDay(today + 15) }),
              review: await listed(['review'], { backlog: { which: 'apart', start } }),
              unclear: await listed(['unclear'], { backlog: { which: 'apart', start } }),
              backlog: await listed(['overdue', 'missed'], { backlog: { which: 'only', start } }),
            };
          });
          expect(behind).toEqual({
            ...Object.fromEntries(open.map(({ name, duties }) => [name, duties])),
            backlog: backlog.reduce((sum, { duties }) => sum + duties, 0),
          });
          expect(urgent.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(
            near.slice(0, 5).map(({ rule, subject }) => `${rule} ${subject}`),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

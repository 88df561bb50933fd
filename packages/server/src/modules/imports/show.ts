import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type ProblemCode, reasonOf } from '../../tabular/file-problem.ts';
import { problemWords } from '../../tabular/problem-words.ts';
import * as contract from './contract.ts';
import { readPlace, readPosition, writePlace, writePosition } from './cursor.ts';
import * as store from './show-store.ts';
import { findImport, type Import } from './store.ts';
import { wholeOrganisation } from './whole-organisation.ts';

const none = { waiting: 0, done: 0, refused: 0, undone: 0, kept: 0 };

function shownOf({ id, state, madeAt, files, personnel }: Import, counts: readonly store.RowCount[]) {
  const rows = { ...none };
  for (const count of counts)
    if (count.import === id) rows[count.state === 'doing' ? 'waiting' : count.state] += count.rows;
  return { import: id, state, personnel, madeAt: madeAt.toISOString(), files, rows };
}

export const queries: readonly ImplementedQuery[] = [
  implementQuery(contract.listImports, {
    place: wholeOrganisation,
    async answer({ tx }, { cursor, limit }) {
      const found = await store.listImports(tx, cursor === undefined ? null : readPlace(cursor), limit);
      const shown = found.slice(0, limit);
      const counts = await store.countRows(
        tx,
        shown.map(({ id }) => id),
      );
      const last = shown.at(-1);
      return {
        output: {
          items: shown.map((one) => shownOf(one, counts)),
          next: found.length > limit && last !== undefined ? writePlace(last.madeAt, last.id) : null,
        },
      };
    },
  }),
  implementQuery(contract.oneImport, {
    place: wholeOrganisation,
    async answer({ tx }, { import: id }) {
      const found = (await findImport(tx, id)) ?? refuse('request.not-found');
      const counts = await store.countRows(tx, [id]);
      const kinds = [...new Set([...counts.map(({ kind }) => kind), ...Object.keys(found.unchanged)])];
      const sum = (kind: string, correct: boolean): number =>
        counts.reduce((all, each) => all + (each.kind === kind && each.correct === correct ? each.rows : 0), 0);
      return {
        output: {
          ...shownOf(found, counts),
          kinds: kinds.map((kind) => ({
            kind,
            add: sum(kind, false),
            correct: sum(kind, true),
            unchanged: found.unchanged[kind] ?? 0,
          })),
          emptied: await store.countEmptied(tx, id),
          problems: await store.countProblems(tx, id),
        },
      };
    },
  }),
  implementQuery(contract.importRows, {
    place: wholeOrganisation,
    async answer({ tx }, { import: id, what, cursor, limit }) {
      if ((await findImport(tx, id)) === null) refuse('request.not-found');
      const found = await store.listRows(tx, id, what, readPosition(cursor), limit);
      const shown = found.slice(0, limit);
      return {
        output: {
          items: shown.map(({ position, kind, fact, file, line, code, before, fields }) => ({
            position,
            kind,
            id: fact,
            file,
            line,
            code,
            changes: Object.entries(fields ?? {}).flatMap(([field, to]) =>
              before === null || field in before || to !== null ? [{ field, from: before?.[field] ?? null, to }] : [],
            ),
          })),
          next: found.length > limit ? writePosition(shown.at(-1)?.position) : null,
        },
        persons: [...new Set(shown.flatMap(({ person }) => (person === null ? [] : [person])))],
      };
    },
  }),
  implementQuery(contract.importProblems, {
    place: wholeOrganisation,
    async answer({ tx }, { import: id, cursor, limit }) {
      if ((await findImport(tx, id)) === null) refuse('request.not-found');
      const found = await store.listProblems(tx, id, readPosition(cursor), limit);
      const shown = found.slice(0, limit);
      return {
        output: {
          items: shown.map(({ file, line, heading, code, said }) => ({
            file,
            line,
            heading: headingOf(heading, said),
            code,
            reason: isProblem(code) ? reasonOf({ code, values: said }) : { zh: code, en: code },
          })),
          next: found.length > limit ? writePosition(shown.at(-1)?.position) : null,
        },
      };
    },
  }),
];

/** As the file has it; where the program itself names the field, as either language calls it. */
function headingOf(heading: string | null, said: store.ShownProblem['said']) {
  const named = said['heading'];
  if (typeof named === 'object') return named;
  return heading === null ? null : { zh: heading, en: heading };
}

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problemWords, code);

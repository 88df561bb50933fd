import type { Action } from '@sallyport/core/contract';
import { type Kind, vocabulary } from '@sallyport/core/facts';
import type { Actor } from '../../platform/actions/actor.ts';
import { admit, requireWithin } from '../../platform/actions/admit.ts';
import { implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { ClassifiedMark } from '../../tabular/classified-mark.ts';
import { createProblems, type FileProblem } from '../../tabular/file-problem.ts';
import { createReferences, labelField } from '../../tabular/references.ts';
import { keptInstead } from '../people/index.ts';
import { factsThere, kindNamed, labelsOf, takenOver, versionsThere } from '../register/index.ts';
import { previewImport, readColumns } from './contract.ts';
import type { ImportsParts } from './parts.ts';
import { type Plan, planRows, type There } from './plan.ts';
import { type Blanks, type Brought, type ReadRow, rowsOf, tablesOf } from './read-files.ts';
import { insertImport } from './store.ts';

type Input = {
  readonly files: readonly { readonly ticket: string; readonly kind: string | null; readonly blanks: Blanks }[];
  readonly personnel: boolean;
};
type Columns = (typeof readColumns)['output']['_output']['columns'];
type Prepared = { readonly plan: Plan; readonly problems: readonly FileProblem[] };

/** Reads and compares before the transaction opens: thousands of rows hold no connection while they are read. */
export function implementPreview({ takeUpload, peekUpload, database, offset, ids }: ImportsParts) {
  async function broughtBy(
    actor: Actor,
    files: Input['files'],
    upload: ImportsParts['takeUpload'],
  ): Promise<Brought[]> {
    const brought: Brought[] = [];
    for (const { ticket, kind, blanks } of files) {
      const told = kind === null ? null : kindNamed(kind);
      const { name, type, bytes } = (await upload(actor, ticket)) ?? refuse('files.ticket-not-valid');
      const form = type === 'xlsx' ? 'xlsx' : type === 'csv' || type === 'txt' ? 'csv' : null;
      brought.push({ name, form: form ?? refuse('imports.not-a-table', { name }), bytes, told, blanks });
    }
    return brought;
  }

  async function compare(org: string, files: readonly Brought[]): Promise<Prepared> {
    const problems = createProblems();
    const tables = await tablesOf(files, problems);
    return database.inOrganisation(org, async (tx) => {
      const { references, has } = await referencesFor(tx, new Set(tables.map(({ kind }) => kind)));
      const rows = await rowsOf(tables, references, offsetText(offset), problems);
      const there = await thereOf(tx, rows);
      const known = (kind: string, id: string): boolean => has.get(kind)?.has(id) === true;
      const plan = planRows(rows, (kind) => there.get(kind.name) ?? nothing, known, problems);
      return { plan, problems: problems.list };
    });
  }

  /** Before anything is read: whose right covers some units only may not compare a file with all of them. */
  async function within<Read>({ name, admits }: Action, actor: Actor, read: () => Promise<Read>): Promise<Read> {
    requireWithin(admit(name, admits, actor), { person: null, unit: null });
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ClassifiedMark)) throw error;
      const { file, row } = error;
      return refuse('imports.classified-mark', { place: row === null ? file : `${file}:${row}` });
    }
  }

  /** Of fields that may be empty, those with a blank cell. */
  async function columnsOf(org: string, files: readonly Brought[]): Promise<Columns> {
    const tables = await tablesOf(files, createProblems());
    const { references } = await database.inOrganisation(org, (tx) =>
      referencesFor(tx, new Set(tables.map(({ kind }) => kind))),
    );
    const found = new Map<string, Columns[number]>();
    for (const { kind, columns, given } of await rowsOf(tables, references, offsetText(offset), createProblems()))
      for (const field of columns.filter((name) => kind.fields[name]?.nullable === true)) {
        const { rows, blank } = found.get(`${kind.name}.${field}`) ?? { rows: 0, blank: 0 };
        const isBlank = !Object.hasOwn(given, field);
        found.set(`${kind.name}.${field}`, {
          kind: kind.name,
          field,
          rows: rows + 1,
          blank: blank + (isBlank ? 1 : 0),
        });
      }
    return [...found.values()].filter(({ blank }) => blank > 0);
  }

  const columns = implementAction<typeof readColumns.input, typeof readColumns.output, Columns>(readColumns, {
    prepare: ({ ticket, kind }, actor) =>
      within(readColumns, actor, async () =>
        columnsOf(actor.org, await broughtBy(actor, [{ ticket, kind, blanks: false }], peekUpload)),
      ),
    handle: async (_context, { kind }, read) => ({
      output: { columns: [...read] },
      entry: { subject: null, fields: { kind, columns: read.length } },
    }),
  });

  const preview = implementAction<typeof previewImport.input, typeof previewImport.output, Prepared>(previewImport, {
    prepare: (input, actor) =>
      within(previewImport, actor, async () => compare(actor.org, await broughtBy(actor, input.files, takeUpload))),
    async handle({ tx, actor, now }, { files, personnel }, { plan, problems }) {
      const id = ids.uuid();
      const made = { id, account: actor.account, files: files.length, personnel, at: new Date(now / 1000) };
      await insertImport(tx, made, plan, problems);
      const counts = { files: files.length, rows: plan.rows.length, problems: problems.length };
      return { output: { import: id }, entry: { subject: `import/${id}`, fields: counts } };
    },
  });
  return [columns, preview];
}

const nothing: There = {
  facts: new Map(),
  withdrawn: new Map(),
  erased: new Set(),
  merged: new Map(),
  taken: new Map(),
};

/** Whatever the kinds refer to, and their own facts, by id and by name. */
async function referencesFor(tx: Transaction, kinds: ReadonlySet<Kind>) {
  const wanted = new Set(kinds);
  for (const kind of kinds)
    for (const { to } of Object.values(kind.fields)) {
      const target = to === undefined ? undefined : vocabulary.kinds.get(to);
      if (target !== undefined) wanted.add(target);
    }
  const references = createReferences();
  const has = new Map<string, ReadonlySet<string>>();
  for (const kind of wanted) {
    const known = await labelsOf(tx, kind, labelField(kind));
    for (const { id, label } of known) references.note(kind, id, label);
    has.set(kind.name, new Set(known.map(({ id }) => id)));
  }
  return { references, has };
}

async function thereOf(tx: Transaction, rows: readonly ReadRow[]): Promise<ReadonlyMap<string, There>> {
  const all = new Map<string, There>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.flatMap((row) => (row.kind === kind ? [row.id] : []));
    const facts = new Map((await factsThere(tx, kind, ids)).map((fact) => [fact.id, fact] as const));
    const taken = new Map<string, Set<string>>();
    for (const { fact, field } of await takenOver(tx, kind, ids))
      taken.set(fact, (taken.get(fact) ?? new Set()).add(field));
    const gone = (await versionsThere(tx, kind, ids)).filter(({ id }) => !facts.has(id));
    all.set(kind.name, {
      facts,
      taken,
      withdrawn: new Map(gone.filter(({ change }) => change !== 'erase').map(({ id, version }) => [id, version])),
      erased: new Set(gone.filter(({ change }) => change === 'erase').map(({ id }) => id)),
      merged:
        kind.name === 'person'
          ? await keptInstead(
              tx,
              gone.map(({ id }) => id),
            )
          : new Map(),
    });
  }
  return all;
}

/** Times written without an offset are those of the seat. */
function offsetText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

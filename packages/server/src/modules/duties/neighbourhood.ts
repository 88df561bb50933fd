import { formatInstant } from '@sallyport/core/calendar';
import { type ReversePath, reversePathsOf } from '@sallyport/core/duties';
import { type Register, RegisterBuilder, vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Rule } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A duty that hangs on more facts than this is not explained fact by fact. */
const mostFacts = 20_000;

type Facts = Map<string, Map<string, Record<string, unknown>>>;

/**
 * The facts that a rule reads about one subject, as a small register: those from which a way leads back to it, what they refer to, and
 * what people decided about the duty. Null where there are too many.
 */
export async function neighbourhoodOf(
  tx: Transaction,
  rules: readonly Rule[],
  subject: string,
): Promise<Register | null> {
  const facts: Facts = new Map();
  const [first] = rules;
  if (first === undefined) return null;
  await load(tx, facts, first.subject, 'id = ANY ($2::text[])', [[subject]]);
  for (const kind of ['setting', 'organisation']) await load(tx, facts, kind, 'true', []);
  for (const kind of ['waiver', 'reviewDecision'])
    await load(tx, facts, kind, 'rule = ANY ($2::text[]) AND subject = $3::text', [rules.map(({ id }) => id), subject]);
  for (const rule of rules) {
    for (const [kind, paths] of reversePathsOf(rule, rules)) {
      for (const path of paths) {
        if (path.length > 0) await load(tx, facts, kind, `id IN (${backwards(path)})`, [subject]);
        if (countOf(facts) > mostFacts) return null;
      }
    }
  }
  await loadReferred(tx, facts);
  return countOf(facts) > mostFacts ? null : registerOf(facts);
}

/** Records with all that they refer to, and what was decided about conflicts of theirs under some rules. */
export async function recordsWith(
  tx: Transaction,
  wanted: ReadonlyMap<string, readonly string[]>,
  rules: readonly string[],
): Promise<Register> {
  const facts: Facts = new Map();
  for (const [kind, ids] of wanted) await load(tx, facts, kind, 'id = ANY ($2::text[])', [ids], ids.length);
  const subjects = [...wanted.values()].flat();
  const decided = 'rule = ANY ($2::text[]) AND subject = ANY ($3::text[])';
  await load(tx, facts, 'conflictDecision', decided, [rules, subjects], Number.MAX_SAFE_INTEGER);
  await loadReferred(tx, facts, Number.MAX_SAFE_INTEGER);
  return registerOf(facts);
}

/** The way from the subject to the facts: the path the other way round, from its end. */
function backwards(path: ReversePath): string {
  let ids = '$2::text';
  for (const { to, kind, field } of path.toReversed()) {
    const [wanted, known] = to === 'referred' ? ['id', columnName(field)] : [columnName(field), 'id'];
    ids = `SELECT ${wanted} FROM ${tableName(kind)} WHERE org_id = $1::text AND ${known} IN (${ids})`;
  }
  return ids;
}

async function load(
  tx: Transaction,
  facts: Facts,
  kind: string,
  where: string,
  values: readonly unknown[],
  most = mostFacts + 1,
): Promise<void> {
  const fields = Object.keys(vocabulary.kinds.get(kind)?.fields ?? {});
  const columns = fields.map((name) => `${columnName(name)} AS "${name}"`).join(', ');
  const rows = await tx.rows<Record<string, unknown> & { id: string }>(
    `SELECT id, ${columns} FROM ${tableName(kind)} WHERE org_id = $1::text AND ${where} LIMIT ${most}`,
    [tx.org, ...values],
  );
  const known = facts.get(kind) ?? new Map<string, Record<string, unknown>>();
  facts.set(kind, known);
  for (const row of rows) known.set(row.id, row);
}

/** A fact cannot stand without what it points at: references are followed until none is open. */
async function loadReferred(tx: Transaction, facts: Facts, most = mostFacts): Promise<void> {
  for (;;) {
    const open = new Map<string, Set<string>>();
    for (const [kind, rows] of facts) {
      for (const [name, { to }] of Object.entries(vocabulary.kinds.get(kind)?.fields ?? {})) {
        if (to === undefined) continue;
        for (const row of rows.values()) {
          const id = row[name];
          if (typeof id === 'string' && facts.get(to)?.has(id) !== true)
            open.set(to, (open.get(to) ?? new Set()).add(id));
        }
      }
    }
    const known = countOf(facts);
    if (open.size === 0 || known > most) return;
    for (const [kind, ids] of open)
      await load(tx, facts, kind, 'id = ANY ($2::text[])', [[...ids]], Math.max(ids.size, 1));
    // What is still open points at something that is not there: asking again would never end.
    if (countOf(facts) === known) return;
  }
}

const countOf = (facts: Facts): number => [...facts.values()].reduce((sum, rows) => sum + rows.size, 0);

function registerOf(facts: Facts): Register {
  const builder = new RegisterBuilder(vocabulary);
  for (const [name, rows] of facts) {
    const kind = vocabulary.kinds.get(name);
    if (kind === undefined) continue;
    for (const row of rows.values()) {
      const cells = Object.entries(row).map(([field, value]): [string, unknown] =>
        kind.fields[field]?.type === 'instant' && typeof value === 'number'
          ? [field, formatInstant(value)]
          : [field, value],
      );
      builder.add(kind, Object.fromEntries(cells));
    }
  }
  return builder.build();
}

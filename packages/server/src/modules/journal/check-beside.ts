import { formatDay } from '@sallyport/core/calendar';
import { commitments, type Entry, hashAt, type Json, readEntry, sameBytes } from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { aboutPerson } from './about-person.ts';
import { type JournalParts, sha } from './log.ts';

/** What stands beside the entries and disagrees with them. The tree does not cover it, so that it can be erased; the commitments do. */
export type BesideFinding = {
  readonly code: 'value-changed' | 'column-changed' | 'entry-unsealed';
  readonly entry: string;
  readonly detail: string;
};

type Row = {
  readonly id: string;
  readonly body: Buffer;
  readonly action: string;
  readonly subject: string | null;
  readonly account: string | null;
  readonly day: string;
  readonly contents: string | null;
  readonly salts: Buffer | null;
  readonly person: string | null;
  /** Sealed, or waiting to be. */
  readonly placed: boolean;
};

const page = 2000;
const mostFindings = 100;

export async function checkBeside(tx: Transaction, parts: Pick<JournalParts, 'dayOf'>): Promise<BesideFinding[]> {
  const findings: BesideFinding[] = [];
  for (let after = ''; findings.length < mostFindings; ) {
    // One statement, so that an entry that is sealed meanwhile is seen either waiting or sealed.
    const rows = await tx.rows<Row>(
      `WITH waiting AS (SELECT unnest(entries) AS entry FROM journal_pending WHERE org_id = $1)
       SELECT entry.id, body, action, subject, account, day::text AS day, contents, salts, person,
         EXISTS (SELECT FROM journal_leaf leaf WHERE leaf.org_id = $1 AND leaf.entry = entry.id)
           OR entry.id IN (SELECT entry FROM waiting) AS placed
       FROM journal_entry entry LEFT JOIN journal_value value ON value.org_id = $1 AND value.entry = entry.id
       WHERE entry.org_id = $1 AND entry.id > $2::text COLLATE "C" ORDER BY entry.id LIMIT $3`,
      [tx.org, after, page],
    );
    for (const row of rows) {
      if (!row.placed) findings.push({ code: 'entry-unsealed', entry: row.id, detail: '' });
      findings.push(...checkRow(row, parts));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) break;
    after = last.id;
  }
  return findings.slice(0, mostFindings);
}

function checkRow(
  { id, body, action, subject, account, day, contents, salts, person }: Row,
  { dayOf }: Pick<JournalParts, 'dayOf'>,
): BesideFinding[] {
  const entry = readEntry(body);
  // A body that is no entry is a finding of the tree.
  if (entry === null) return [];
  const findings: BesideFinding[] = [];
  const columns: [string, unknown, unknown][] = [
    ['id', id, entry.id],
    ['action', action, entry.action],
    ['account', account, entry.actor],
    ['day', day, formatDay('day' in entry.at ? entry.at.day : dayOf(entry.at.instant))],
  ];
  const values = contents === null ? {} : (JSON.parse(contents) as Record<string, Json>);
  const said = subjectOf(entry, values);
  // The column may have been erased, and of what is erased nobody can say what it was.
  if (said !== null && subject !== null) columns.push(['subject', subject, said]);
  // The row goes as a whole with the person: one that is there without saying whom it is about would be passed over then.
  if (contents !== null && Object.hasOwn(entry.fields, aboutPerson))
    columns.push(['person', person, values[aboutPerson] ?? '']);
  for (const [name, column, said] of columns)
    if (column !== said) findings.push({ code: 'column-changed', entry: id, detail: name });
  const paths = Object.keys(entry.fields).toSorted();
  for (const path of Object.keys(values)) {
    const commitment = Object.hasOwn(entry.fields, path) ? entry.fields[path] : undefined;
    const salt = hashAt(salts ?? new Uint8Array(0), paths.indexOf(path));
    const holds =
      commitment !== undefined &&
      salt.length === 32 &&
      sameBytes(commitments(sha, [{ path, value: values[path] ?? null, salt }]), commitment);
    if (!holds) findings.push({ code: 'value-changed', entry: id, detail: path });
  }
  return findings;
}

/** What an entry is about: a random id stands in it, one of the register's own is committed to like a value. */
function subjectOf({ refs }: Entry, values: Readonly<Record<string, Json>>): string | null {
  const [ref] = Object.entries(refs);
  if (ref !== undefined) return ref.join('/');
  const [path, id] = Object.entries(values).find(([key]) => key.startsWith('subject.')) ?? [];
  return path === undefined ? null : `${path.slice('subject.'.length)}/${typeof id === 'string' ? id : ''}`;
}

const words: Readonly<Record<BesideFinding['code'], { zh: string; en: string }>> = {
  'value-changed': {
    zh: '记录{entry}旁存的“{detail}”内容被改动，与记录所承诺的不符。',
    en: 'The value of "{detail}" beside entry {entry} was changed: it is not what the entry committed to.',
  },
  'column-changed': {
    zh: '记录{entry}供检索用的“{detail}”被改动，与记录本身不符。',
    en: 'The column "{detail}" by which entry {entry} is searched was changed: the entry says otherwise.',
  },
  'entry-unsealed': {
    zh: '记录{entry}既未封存，也不在待封存之列：它不是本程序写入的，或者封存信息已被删除。',
    en: 'Entry {entry} is neither sealed nor waiting to be: the program did not write it, or its place was taken away.',
  },
};

export function wordsOfBeside({ code, entry, detail }: BesideFinding) {
  const filled = (sentence: string): string => sentence.replace('{entry}', entry).replace('{detail}', detail);
  return { code, kind: 'broken' as const, index: null, zh: filled(words[code].zh), en: filled(words[code].en) };
}

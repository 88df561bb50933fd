// 100,000 trips in PostgreSQL: the generated statements against one written by hand, on the embedded 18 and on Debian's 15; then once
// more with 30 % of the values of every field that may be empty taken out.
import { readFileSync } from 'node:fs';
import { formatDay } from '@sallyport/core/calendar';
import { ruleSql } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { Client } from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { loadRegister, prepareDatabase } from '../../packages/cli/src/sql/database.ts';
import { eachServer, timesOf } from '../support/databases.ts';
import { asOf, load } from '../support/loaded.ts';
import { takeOut } from '../support/nulls.ts';
import { registerFolder, travelKinds } from '../support/register-folder.ts';
import { atMost, figure } from '../support/row.ts';

const { register, question } = await load(registerFolder(20_000, 100_000, travelKinds));
const hand = {
  text: readFileSync(new URL('../peers/four-rules.postgres.sql', import.meta.url), 'utf8'),
  params: ['bench', formatDay(asOf)],
};
const generated = question.rules.map((rule) => ruleSql(rule, question, vocabulary, 'bench'));

await eachServer(async (client, name) => {
  await prepareDatabase(client, calendars());
  await loadRegister(client, register, 'bench');
  await measure(client, `SQL on ${name}`, 1.15);
  await takeOut(client, ['trip', ...travelKinds]);
  await measure(client, `SQL on ${name}, 30 % null`, 2);
});

async function measure(client: Client, name: string, most: number): Promise<void> {
  await compare(client);
  const [byHand = 0, ours = 0] = await timesOf(client, [[hand], generated], 6);
  figure(`${name}: by hand`, byHand, 'ms');
  figure(`${name}: generated`, ours, 'ms');
  atMost(`${name}: generated against by hand`, ours / byHand, 'x', most);
}

async function compare(client: Client): Promise<void> {
  const columns = 'subject, period::text, bearer, assignee, status, due::text, met_on::text, evidence';
  const peer = await client.query({
    text: `SELECT rule, ${columns} FROM (${hand.text}) AS duty ORDER BY rule, subject`,
    values: hand.params,
    rowMode: 'array',
  });
  let at = 0;
  for (const [index, { text, params }] of generated.entries()) {
    const { rows } = await client.query({
      text: `SELECT ${columns} FROM (${text}) AS duty ORDER BY subject`,
      values: [...params],
      rowMode: 'array',
    });
    for (const row of rows) {
      const its = JSON.stringify(peer.rows[at++]);
      if (JSON.stringify([index, ...row]) !== its)
        throw new Error(`${question.rules[index]?.id}: ${JSON.stringify(row)}, by hand ${its}`);
    }
  }
  if (at !== peer.rows.length) throw new Error(`${peer.rows.length} duties by hand, ${at} generated`);
}

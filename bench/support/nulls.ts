import { vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Client } from 'pg';

/** Takes 30 % of the values out of every field that may be null or has not happened yet, each field's by a draw of its own. */
export async function takeOut(client: Client, kinds: Iterable<string>): Promise<void> {
  for (const name of kinds) {
    const kind = vocabulary.kinds.get(name);
    if (!kind) throw new Error(`there is no kind ${name}`);
    const fields = Object.entries(kind.fields).filter(
      ([field, { nullable, timing }]) => (nullable || timing === 'milestone') && field !== kind.happened,
    );
    if (fields.length === 0) continue;
    const cells = fields.map(([field]) => {
      const column = columnName(field);
      return `${column} = CASE WHEN abs(hashtext(id || '${field}') % 10) >= 3 THEN ${column} END`;
    });
    await client.query(`UPDATE ${tableName(name)} SET ${cells.join(', ')}`);
  }
  await client.query('VACUUM ANALYZE');
}

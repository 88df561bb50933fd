import type { ClientBase } from 'pg';
import { DatabaseStartError } from './start-error.ts';

/** A schema that is there from the first to the last moment of a move into a database: until it is gone nothing starts on what is there. */
export const moveSchema = 'sallyport_move';

export async function refuseHalfMoved(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ half: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS half', [moveSchema]);
  if (rows[0]?.half !== true) return;
  throw new DatabaseStartError('database.half-moved', {
    zh: '迁移到这个数据库的工作没有完成：请在原处重新运行 sallyport move，或者继续使用原数据库。',
    en: 'A move into this database was not finished: run sallyport move again where it came from, or go on with the database it came from.',
  });
}

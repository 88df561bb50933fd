import pg, { type Client } from 'pg';
import { DatabaseStartError } from './start-error.ts';

/** The role everything runs as after the migrations: no owner, no superuser, bound by row-level security (DECISIONS 8). */
export const appRole = 'sallyport_app';

/** `unique_violation` of a role that another start made a moment ago, and the two forms of "somebody else is changing it". */
const raced = new Set(['23505', '42710', 'XX000']);

/** Makes the role, or gives it this installation's password, where signing in as it does not work yet. */
export async function ensureAppRole(owner: Client, password: string, canSignIn: () => Promise<boolean>): Promise<void> {
  if (await canSignIn()) return;
  const attributes = `LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`;
  for (let attempt = 1; ; attempt++) {
    const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [appRole]);
    try {
      await owner.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${appRole} ${attributes}`);
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (attempt === 5 || !raced.has(code)) throw error;
    }
  }
}

/** Refuses to work as a role that row-level security would not bind. */
export async function refuseStrongRole(app: Client): Promise<void> {
  const { rows } = await app.query<{ strong: boolean }>(`
    SELECT role.rolsuper OR role.rolbypassrls OR EXISTS (
      SELECT FROM pg_class WHERE relowner = role.oid AND relnamespace = 'public'::regnamespace) AS strong
    FROM pg_roles AS role WHERE role.rolname = current_user`);
  if (rows[0]?.strong === false) return;
  throw new DatabaseStartError('database.strong-role', {
    zh: '没有启动：程序所用的数据库角色权限过大。它不能是超级用户、不能绕过行级安全，也不能是表的所有者。请另建一个受限角色，用 DATABASE_APP_URL 给出。',
    en: 'Not started: the role the program works as is too strong. It must be no superuser, not bypass row-level security and own no table of its schema. Make a restricted one and give it with DATABASE_APP_URL.',
  });
}

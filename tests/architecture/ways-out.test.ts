import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Exit, exits } from '../../packages/server/src/modules/privacy/exits.ts';

const root = join(import.meta.dirname, '../..');

/** What can open a connection from here to elsewhere. */
const opens = [
  /^import (?!type )[^;]*? from '(?:pg|pg-boss|nodemailer|openid-client|undici|ws|node:(?:https?|http2|tls|dgram))';/m,
  /^import \{[^}]*\b(?:connect|createConnection|Socket)\b[^}]*\} from 'node:net';/m,
  /(?<![.\w])(?:fetch|WebSocket|EventSource)\(/,
];

const isOpening = (text: string): boolean => opens.some((pattern) => pattern.test(text));

type Why = { readonly exit: Exit } | { readonly stays: string };

const ownDatabase = { stays: 'the installation’s own database' };
/** Each file of the program that opens one: the exit whose handover is asked for before, or why nothing of the house goes that way. */
const files: Readonly<Record<string, Why>> = {
  'packages/cli/src/server/ask-lines.ts': { stays: 'the program’s own socket' },
  'packages/cli/src/server/ask-program.ts': { stays: 'the program’s own socket' },
  'packages/cli/src/sql/open-schema.ts': {
    stays: 'somebody’s own files, in the database they name for one evaluation, which leaves nothing there',
  },
  'packages/server/src/backup/restore.ts': ownDatabase,
  'packages/server/src/backup/write.ts': ownDatabase,
  'packages/server/src/doctor-parts.ts': ownDatabase,
  'packages/server/src/doctor.ts': { stays: 'this machine’s own figures' },
  'packages/server/src/modules/identity/oidc-client.ts': {
    stays: 'the provider hears that somebody signs in from that somebody, and nothing of the register',
  },
  'packages/server/src/modules/journal/ask-witness.ts': { stays: 'hashes and the name of a log: no value, no person' },
  'packages/server/src/move/copy.ts': { exit: 'privacy.moveToLeave' },
  'packages/server/src/move/target.ts': { exit: 'privacy.moveToLeave' },
  'packages/server/src/open-database.ts': ownDatabase,
  'packages/server/src/platform/database/app-role.ts': ownDatabase,
  'packages/server/src/platform/database/database.ts': ownDatabase,
  'packages/server/src/platform/database/prepare.ts': ownDatabase,
  'packages/server/src/platform/database/private-server.ts': { stays: 'the embedded server’s own socket' },
  'packages/server/src/platform/dump/write-tables.ts': ownDatabase,
  'packages/server/src/platform/http/listen.ts': { stays: 'it answers; and it looks whether its own socket is taken' },
  'packages/server/src/platform/jobs/install.ts': ownDatabase,
  'packages/server/src/platform/jobs/jobs.ts': ownDatabase,
  'packages/server/src/platform/mail/mailer.ts': { exit: 'notices.mail-leaves' },
};

test('whatever reaches out of the program is an exit of the list, or says why nothing leaves by it', () => {
  const found = globSync('packages/{server,cli}/src/**/*.ts', { cwd: root })
    .filter((path) => !path.endsWith('.test.ts') && isOpening(readFileSync(join(root, path), 'utf8')))
    .map((path) => path.replaceAll('\\', '/'));
  expect(found.toSorted()).toEqual(Object.keys(files).toSorted());
  const named = Object.values(files).flatMap((why) => ('exit' in why ? [why.exit] : []));
  expect(named.filter((exit) => !(exit in exits))).toEqual([]);
});

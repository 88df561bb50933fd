import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { nothingOutside, verifyFolder, writeInto } from '../../packages/server/src/modules/journal/index.ts';
import { eachInstallation } from '../support/installations.ts';
import { draft, testJournal } from '../support/journals.ts';

const goPath = '/usr/share/gocode';
const hasGo = existsSync('/usr/bin/go') && existsSync(join(goPath, 'src/golang.org/x/mod/sumdb'));
if (!hasGo) {
  const message = 'Go and its module x/mod are not installed (apt-get install golang-go golang-golang-x-mod-dev)';
  if (process.env['SALLYPORT_REQUIRE_GO'] === '1') throw new Error(message);
  process.stderr.write(`${message}: the log is verified by our own client only.\n`);
}

const work = mkdtempSync(join(tmpdir(), 'sallyport-tlog-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The client, built anew; the compiler's own cache is kept between runs. */
function buildClient(): string {
  const program = join(work, 'client');
  if (existsSync(program)) return program;
  const built = spawnSync('/usr/bin/go', ['build', '-o', program, '.'], {
    cwd: fileURLToPath(new URL('tlog-client', import.meta.url)),
    env: { ...process.env, GO111MODULE: 'off', GOPATH: goPath, GOCACHE: join(tmpdir(), 'sallyport-go-cache') },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  return program;
}

eachInstallation(({ database }) => {
  test('a client of another language accepts an exported log, and refuses one in which a byte was changed', {
    timeout: 300_000,
  }, async () => {
    const org = randomUUID();
    const { port, sealer, ...journal } = testJournal(database);
    // Two full tiles and a beginning, over several checkpoints.
    for (const count of [1, 300, 256, 43]) {
      const drafts = Array.from({ length: count }, (_, n) => draft({ fields: { n } }));
      await database.inOrganisation(org, (tx) => port.append(tx, drafts));
      await sealer.sealAll(org);
    }
    const folder = join(work, org);
    const [exported] = await journal.export(org, writeInto(folder));
    expect(exported).toMatchObject({ entries: 600 });
    const log = join(folder, '1');
    const changed = join(work, `${org}-changed`);
    await journal.export(org, writeInto(changed));
    const bundle = join(changed, '1/tile/entries/001');
    const bytes = readFileSync(bundle);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    rmSync(bundle);
    writeFileSync(bundle, bytes);

    const ours = await verifyFolder(log, [], nothingOutside);
    expect(ours).toMatchObject({ keyFrom: 'folder', entries: 600, head: 600 });
    expect(ours?.findings.map(({ kind }) => kind)).not.toContain('broken');
    expect(readdirSync(join(log, 'checkpoints')).toSorted()).toEqual(['1', '301', '557', '600']);
    const found = (await verifyFolder(join(changed, '1'), [], nothingOutside))?.findings.map(({ code }) => code);
    expect(found).toContain('entry-changed');

    if (!hasGo) return;
    const client = (path: string) => spawnSync(buildClient(), [path, exported?.key ?? ''], { encoding: 'utf8' });
    expect(client(log)).toMatchObject({ status: 0, stdout: `accepted 600 entries of ${exported?.origin}\n` });
    expect(client(join(changed, '1'))).toMatchObject({ status: 1, stdout: expect.stringMatching(/^refused: entry/) });
  });
});

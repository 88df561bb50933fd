import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leadsOfUnits } from '../../packages/server/src/modules/identity/index.ts';
import { registerRoom } from '../../packages/server/src/modules/register/index.ts';
import { createAsker } from '../../packages/server/src/platform/actions/asker.ts';
import { createRunner } from '../../packages/server/src/platform/actions/runner.ts';
import { createTestClock } from '../../packages/server/src/platform/clock/test-clock.ts';
import { createFiles } from '../../packages/server/src/platform/files/files.ts';
import { createApi } from '../../packages/server/src/platform/http/app.ts';
import { catalogueOf } from '../../packages/server/src/platform/http/catalogue.ts';
import { createLog } from '../../packages/server/src/platform/log/log.ts';
import { createSealer } from '../../packages/server/src/platform/secrets/sealer.ts';
import { eachInstallation } from '../support/installations.ts';
import { testJournal } from '../support/journals.ts';
import { organisationFlags } from '../support/organisation.ts';
import { actorOf } from '../support/rooms.ts';
import { dumpText, linesWith } from './dump.ts';

const org = 'org-abroad';
/** Nothing else in the world has this address, this device, this place and this camera. */
const address = '203.0.113.77';
const device = 'PeculiarPhone/9.81 (an unusual device)';
const camera = 'peculiar-camera-maker';
const peculiar = [address, device, 'PeculiarPhone', camera];

eachInstallation(({ database, ownerClient }) => {
  let folder = '';
  const lines: string[] = [];
  const sent: unknown[] = [];
  const actor = { ...actorOf(org, 'security-officer'), account: randomUUID() };

  /** The program’s own way from the socket to the database, with all that a request brings. */
  function api() {
    const clock = createTestClock('2026-11-23T12:34:56+08:00');
    const log = createLog({
      level: 'debug',
      now: () => clock.now() / 1000,
      destination: { write: (line) => void lines.push(line) },
    });
    const catalogue = catalogueOf([
      registerRoom({
        ids: { uuid: randomUUID },
        leadsOf: leadsOfUnits,
        isMerged: async () => false,
        inRoom: async () => null,
      }),
    ]);
    const parts = {
      database,
      clock,
      dayOf: (instant: number) => Math.floor(instant / 86_400_000_000),
      journal: testJournal(database).port,
      duties: { touched: async () => new Map(), changing: () => undefined, settle: async () => undefined },
      jobs: { send: async (_tx: unknown, job: string, payload: unknown) => void sent.push([job, payload]) },
      repeatSecret: createSecretKey(new Uint8Array(32).fill(3)),
      seen: { record: async () => undefined },
    };
    return createApi({
      catalogue,
      run: createRunner(parts),
      ask: createAsker(parts),
      say: (key) => key,
      authenticate: async () => actor,
      addressOf: () => address,
      openApi: () => ({}),
      recordFault: (reference, route, error) => log.error('http.fault', error, { request: reference, route }),
    });
  }

  const post = (path: string, body: unknown) =>
    api().request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': device,
        'x-forwarded-for': address,
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'context-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('an action without context leaves no address and no device anywhere, done or refused', async () => {
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    const statuses = [
      await post('/register/record', { kind: 'organisation', id: org, fields: house }),
      await post('/register/record', {
        kind: 'person',
        id: 'p1',
        fields: { organisation: org, name: '李一', standing: 'employee', joinedOn: '2020-01-01' },
      }),
      await post('/register/correct', {
        kind: 'person',
        id: 'p1',
        version: 1,
        fields: { name: '李二' },
        reason: '更名',
      }),
      await post('/register/correct', { kind: 'person', id: 'p1', version: 1, fields: {}, reason: '' }),
      await post('/register/record', { kind: 'person', fields: {} }),
      await post('/batch', {
        action: 'register.withdraw',
        inputs: [{ kind: 'person', id: 'p1', version: 2, reason: '误登' }],
      }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200, 409, 422, 200]);
    const dump = await dumpText(ownerClient);
    // What was recorded is there, so that the search can find something.
    expect(linesWith(dump, ['李二']).length).toBeGreaterThan(0);
    expect(linesWith(dump, peculiar)).toEqual([]);
    expect(linesWith(`${lines.join('\n')}\n${JSON.stringify(sent)}`, peculiar)).toEqual([]);
  });

  test('a fault is logged without them', async () => {
    await ownerClient.query('ALTER TABLE fact_unit RENAME TO fact_unit_away');
    try {
      expect(
        (
          await post('/register/record', {
            kind: 'unit',
            fields: { organisation: org, name: '一部', establishedOn: '2020-01-01' },
          })
        ).status,
      ).toBe(500);
    } finally {
      await ownerClient.query('ALTER TABLE fact_unit_away RENAME TO fact_unit');
    }
    expect(lines.join('')).toContain('http.fault');
    expect(linesWith(lines.join('\n'), [...peculiar, '一部'])).toEqual([]);
  });

  test('a photograph is kept without its place, camera and minute', async () => {
    const files = createFiles({ folder, sealer: createSealer({ key: createSecretKey(randomBytes(32)) }) });
    const photograph = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .withExif({
        IFD0: { Make: camera, DateTime: '2026:11:23 08:31:17' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '29/1 33/1 4417/100',
          GPSLongitudeRef: 'E',
          GPSLongitude: '106/1 34/1 1200/100',
        },
      })
      .jpeg()
      .toBuffer();
    expect(linesWith(photograph.toString('latin1'), [camera])).not.toEqual([]);
    const kept = await files.keep({ name: 'photo.jpg', source: [photograph] });
    if (!('sealedKey' in kept)) throw new Error('the photograph was refused');
    const { exif, xmp, iptc } = await sharp(await buffer(await files.read(kept))).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    const paths = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of paths.filter((each) => each.isFile())) {
      const bytes = await readFile(join(entry.parentPath, entry.name), 'latin1');
      expect(linesWith(bytes, [camera, '2026:11:23'])).toEqual([]);
    }
  });
});

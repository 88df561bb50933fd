import { randomUUID } from 'node:crypto';
import {
  fromUtf8,
  isKept,
  openNote,
  opens,
  parseCheckpoint,
  parseNote,
  parsePromise,
  readEntry,
} from '@sallyport/core/journal';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { draft, testJournal } from '../../../../../tests/support/journals.ts';
import { actorOf, testRooms } from '../../../../../tests/support/rooms.ts';
import { testParts } from '../../../../../tests/support/tampering.ts';
import { verifyEd25519 } from '../../platform/signing/ed25519.ts';
import { type Filed, isBroken, nothingOutside } from './index.ts';
import { logSigner, originOf, sha } from './log.ts';

const shape = { action: 'report.file', paths: ['text', 'about'], size: 8, hours: [20, 8], offset: 480 };
const hour = 3_600_000_000;
/** By the seat's clock; the tests' clock begins at noon of that day. */
const at = (text: string): number => Date.parse(`${text}:00+08:00`) * 1000;

type Proved = { number: number; proof: { checkpoint: string; hashes: string[] } };

eachInstallation(({ database, ownerClient }) => {
  const org = randomUUID();
  const journal = testJournal(database);
  const file = (text: string): Promise<Filed> =>
    database.inOrganisation(org, (tx) => journal.filings.file(tx, shape, { text, about: null }));
  const close = async (moment: string): Promise<number> => {
    journal.clock.at = at(moment);
    return database.inOrganisation(org, (tx) => journal.filings.close(tx, shape));
  };
  const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await ownerClient.query(sql, [org])).rows;
  const bodies = async (): Promise<Uint8Array[]> =>
    (await rows(`SELECT body FROM journal_entry WHERE org_id = $1 AND action = 'report.file' ORDER BY id`)).map(
      ({ body }) => new Uint8Array(body as Buffer),
    );
  const filed: Filed[] = [];

  test('a filing waits for its hour without actor, minute or value', async () => {
    journal.clock.at = at('2026-11-23T12:00');
    filed.push(await file('第一份'));
    journal.clock.at = at('2026-11-23T13:37');
    filed.push(await file('第二份'));
    expect(await close('2026-11-23T19:59')).toBe(0);
    expect(await bodies()).toEqual([]);
    const waiting = await rows('SELECT closes, body FROM journal_filing WHERE org_id = $1');
    expect(waiting.map(({ closes }) => Number(closes))).toEqual(Array(2).fill(at('2026-11-23T20:00')));
    for (const { body } of waiting) {
      expect(fromUtf8(new Uint8Array(body as Buffer))).toMatch(/"actor":null/);
      expect(fromUtf8(new Uint8Array(body as Buffer))).not.toMatch(/T[0-9]{2}:|份/);
    }
    expect(await rows('SELECT 1 FROM journal_value WHERE org_id = $1')).toEqual([]);
  });

  test('the batch closes at its hour, filled with cover to its size, and nothing tells which is which', async () => {
    expect(await close('2026-11-23T20:00')).toBe(8);
    expect(await close('2026-11-23T23:00')).toBe(0);
    expect(await rows('SELECT 1 FROM journal_filing WHERE org_id = $1')).toEqual([]);
    expect(await rows('SELECT 1 FROM journal_value WHERE org_id = $1')).toEqual([]);
    const texts = (await bodies()).map((body) => fromUtf8(body) ?? '');
    const blind = (text: string): string =>
      text.replaceAll(/"[A-Za-z0-9+/]{43}="/g, 'HASH').replaceAll(/"[0-9a-f-]{36}"/g, 'ID');
    expect(new Set(texts.map(blind)).size).toBe(1);
    expect(await rows('SELECT DISTINCT account, subject FROM journal_entry WHERE org_id = $1')).toEqual([
      { account: null, subject: null },
    ]);
  });

  test('a day on which nobody filed looks like any other, also after a standstill', async () => {
    expect(await close('2026-11-24T20:00')).toBe(16);
    expect(await close('2026-11-24T20:01')).toBe(0);
  });

  test('nine filings in one batch take twice the size', async () => {
    journal.clock.at = at('2026-11-24T21:00');
    for (let n = 0; n < 9; n++) await file(`${n}`);
    expect(await close('2026-11-25T08:00')).toBe(16);
  });

  test('the promise is signed at once and kept: its leaf is in the signed log, found by whoever holds the salts', async () => {
    await database.inOrganisation(org, (tx) => journal.port.append(tx, [draft({ at: journal.clock.at + hour })]));
    await journal.sealer.sealAll(org);
    const key = logSigner(testParts, originOf(testParts, org, 1)).key;
    const rooms = testRooms(database, [journal.room]);
    for (const { promise, openings } of filed) {
      expect(openNote(verifyEd25519, [key], promise)).toMatchObject({ by: [{ key }] });
      const promised = parsePromise(parseNote(promise)?.text ?? '');
      const entries = (await bodies()).map(readEntry).filter((one) => one !== null);
      const own = entries.filter((entry) => openings.every((opening) => opens(sha, entry, opening)));
      expect(own).toHaveLength(1);
      const { number, proof } = (await rooms.ask(
        'journal.entry',
        { id: own[0]?.id },
        actorOf(org, 'auditor'),
      )) as Proved;
      const checkpoint = parseCheckpoint(parseNote(proof.checkpoint)?.text ?? '');
      if (promised === null || checkpoint === null) throw new Error('there is no promise or no checkpoint');
      const kept = {
        checkpoint,
        index: number - 1,
        proof: proof.hashes.map((hash) => new Uint8Array(Buffer.from(hash, 'base64'))),
        leaf: promised.leaf,
      };
      expect(isKept(sha, promised, kept)).toBe(true);
      expect(isKept(sha, promised, { ...kept, index: kept.index + 1 })).toBe(false);
    }
    expect((await journal.verify(org, nothingOutside)).some(isBroken)).toBe(false);
  });
});

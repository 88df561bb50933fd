import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { array, assert, boolean, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, revisionReading } from './revision.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const reason = { zh: '解释有误', en: 'the reading was wrong' };
const plain = [
  { number: 1, appliesFrom: 100, reassessClosed: null },
  { number: 2, appliesFrom: 200, reassessClosed: null },
  { number: 3, appliesFrom: 300, reassessClosed: null },
];

describe('the revision that reads a stored duty', () => {
  it('is the one of its trigger day while it is settled', () => {
    expect(revisionReading(plain, { on: 150, settledUnder: 1 }, 400)).toBe(1);
    expect(revisionReading(plain, { on: 199, settledUnder: 1 }, 400)).toBe(1);
    expect(revisionReading(plain, { on: 200, settledUnder: 2 }, 400)).toBe(2);
    expect(revisionReading(plain, { on: 250, settledUnder: 0 }, 400)).toBe(2);
  });

  it('is the newest that has begun to apply while the duty is open', () => {
    expect(revisionReading(plain, { on: 150, settledUnder: null }, 199)).toBe(1);
    expect(revisionReading(plain, { on: 150, settledUnder: null }, 200)).toBe(2);
    expect(revisionReading(plain, { on: 150, settledUnder: null }, 400)).toBe(3);
    expect(revisionReading(plain, { on: 150, settledUnder: 2 }, 400)).toBe(2);
  });

  it('is a later one for a settled duty only where the publisher chose so', () => {
    const reassessed = plain.map((one) => (one.number === 2 ? { ...one, reassessClosed: reason } : one));
    expect(revisionReading(reassessed, { on: 150, settledUnder: 1 }, 199)).toBe(1);
    expect(revisionReading(reassessed, { on: 150, settledUnder: 1 }, 400)).toBe(2);
  });

  it('is none for a day before the first applies', () => {
    expect(revisionReading(plain, { on: 99, settledUnder: null }, 400)).toBeNull();
    expect(revisionReading([], { on: 99, settledUnder: null }, 400)).toBeNull();
  });

  it('never goes back as time passes, and is never older than that of the trigger day', () => {
    const revisions = array(record({ step: integer({ min: 1, max: 50 }), again: boolean() }), { minLength: 1 }).map(
      (steps) =>
        steps.map(({ again }, index) => ({
          number: index + 1,
          appliesFrom: steps.slice(0, index + 1).reduce((sum, { step }) => sum + step, 0),
          reassessClosed: again ? reason : null,
        })),
    );
    const duty = { on: integer({ min: 0, max: 300 }), settledUnder: option(integer({ min: 0, max: 9 })) };
    assert(
      property(revisions, record(duty), integer({ min: 0, max: 400 }), (list, { on, settledUnder }, day) => {
        const now = revisionReading(list, { on, settledUnder }, Math.max(day, on));
        const tomorrow = revisionReading(list, { on, settledUnder }, Math.max(day, on) + 1);
        const own = list.findLast(({ appliesFrom }) => appliesFrom <= on)?.number ?? null;
        expect(now === null).toBe(own === null);
        expect(tomorrow ?? 0).toBeGreaterThanOrEqual(now ?? 0);
        expect(now ?? 0).toBeGreaterThanOrEqual(own ?? 0);
      }),
    );
  });
});

describe('the hash of a revision', () => {
  const texts = new Map([
    ['rules/b.yaml', 'id: b\n'],
    ['instrument.yaml', '# 重庆\n'],
    ['rules/a.yaml', 'id: a\n'],
  ]);

  it('does not hang on the order of the files, and changes with any of them', () => {
    const hash = contentHash(texts, sha256);
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(contentHash(new Map([...texts].toReversed()), sha256)).toBe(hash);
    expect(contentHash(new Map([...texts, ['rules/a.yaml', 'id: a\n\n']]), sha256)).not.toBe(hash);
    expect(contentHash(new Map([...texts, ['rules/c.yaml', '']]), sha256)).not.toBe(hash);
  });

  it('is what sha256sum says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revision-'));
    try {
      for (const [path, text] of texts) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const said = execFileSync('sh', ['-c', 'sha256sum instrument.yaml rules/a.yaml rules/b.yaml | sha256sum'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(contentHash(texts, sha256)).toBe(`sha256:${said.slice(0, 64)}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

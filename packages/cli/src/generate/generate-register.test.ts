import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vocabulary } from '@sallyport/core/facts';
import { describe, expect, it } from 'vitest';
import { readRegister } from '../register/read-folder.ts';
import { folderSink, type Sink } from './fact-writer.ts';
import { defaultAsOf, type GenerateOptions, generateRegister } from './generate-register.ts';

const plain: GenerateOptions = { people: 300, trips: 500, seed: '7', asOf: defaultAsOf, demo: false, kinds: null };

/** The register as text, by file. */
function generated(options: Partial<GenerateOptions> = {}): Map<string, string> {
  const files = new Map<string, string>();
  const sink: Sink = { append: (file, text) => void files.set(file, (files.get(file) ?? '') + text), end: () => {} };
  generateRegister({ ...plain, ...options }, sink);
  return files;
}
const rowsOf = (files: Map<string, string>, kind: string): Record<string, unknown>[] =>
  (files.get(`${kind}.jsonl`) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const textIn = (row: Record<string, unknown>, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};

describe('generate', () => {
  it('writes the same bytes for the same seed, in any zone and language', () => {
    const script = `
      const { generateRegister } = await import(${JSON.stringify(join(import.meta.dirname, 'generate-register.ts'))});
      const { createHash } = await import('node:crypto');
      const files = new Map();
      generateRegister(${JSON.stringify(plain)}, { append: (file, text) => files.set(file, (files.get(file) ?? '') + text), end() {} });
      const hash = createHash('sha256');
      for (const file of [...files.keys()].toSorted()) hash.update(file + files.get(file));
      console.log(hash.digest('hex'));`;
    const elsewhere = ['Asia/Shanghai', 'America/Los_Angeles'].map((zone) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone, LANG: 'tr_TR.UTF-8' },
      }).trim(),
    );
    const hash = createHash('sha256');
    const files = generated();
    for (const name of [...files.keys()].toSorted()) hash.update(name + (files.get(name) ?? ''));
    expect(new Set([...elsewhere, hash.digest('hex')]).size).toBe(1);
  });

  it('writes other bytes for another seed', () => {
    expect(generated({ seed: '8' }).get('trip.jsonl')).not.toBe(generated().get('trip.jsonl'));
  });

  it.each([
    ['2023-02-30', false],
    ['1900-01-01', false],
    ['2000-03-14', false],
    ['2196-01-01', false],
    ['2023-03-14', true],
  ])('refuses %s as its day and makes no folder (demo: %s)', (asOf, demo) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'sallyport-generate-')), 'register');
    expect(() => generateRegister({ ...plain, asOf, demo }, folderSink(folder))).toThrow(asOf);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['2000-03-15', false],
    ['2195-12-31', false],
    ['2023-03-15', true],
  ])('gives a register that is read for %s too (demo: %s)', async (asOf, demo) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'sallyport-generate-')), 'register');
    generateRegister({ ...plain, people: 40, trips: 60, asOf, demo }, folderSink(folder));
    expect((await readRegister(folder)).problems).toEqual([]);
  });

  it('gives a register that is read without a problem, with every kind in it', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'sallyport-generate-')), 'register');
    const counts = generateRegister(plain, folderSink(folder));
    const { register, problems } = await readRegister(folder);
    expect(problems).toEqual([]);
    for (const kind of vocabulary.kinds.keys()) {
      expect(counts.get(kind), kind).toBeGreaterThan(0);
      expect(register.tables.get(kind)?.ids.length, kind).toBe(counts.get(kind));
    }
  });

  it('gives every field a value somewhere, but for what people say of themselves', () => {
    const files = generated();
    // Endings are rare, and these are not for a register made up by chance.
    const left = new Set([
      'waiver.period',
      'completion.course',
      // Everything is where the institute is.
      'unit.region',
      'buildingProject.region',
      'course.unit',
      'selfInspection.unit',
      'reviewDecision.incident',
    ]);
    for (const kind of vocabulary.kinds.values()) {
      const rows = rowsOf(files, kind.name);
      // A kind with few facts may miss a field by chance.
      if (rows.length < 20) continue;
      const empty = Object.entries(kind.fields).filter(
        ([name, { type, ends }]) => type !== 'text' && ends !== true && !rows.some((row) => name in row),
      );
      expect(empty.map(([name]) => `${kind.name}.${name}`).filter((name) => !left.has(name))).toEqual([]);
      const own = Object.entries(kind.fields).filter(
        ([name, { type, personal }]) => type === 'text' && personal === 'sensitive' && rows.some((row) => name in row),
      );
      expect(own).toEqual([]);
    }
  });

  it('knows nothing of days after the day of the register', () => {
    const files = generated({ asOf: '2026-03-01' });
    for (const kind of vocabulary.kinds.values()) {
      const milestones = Object.entries(kind.fields).flatMap(([name, { timing, type }]) =>
        type === 'day' && timing === 'milestone' ? [name] : [],
      );
      for (const row of rowsOf(files, kind.name)) {
        for (const name of milestones)
          expect(textIn(row, name) <= '2026-03-01', `${kind.name}.${name} ${textIn(row, name)}`).toBe(true);
      }
    }
    const departures = rowsOf(files, 'trip').map((row) => textIn(row, 'departsOn') || '2026-01-01');
    expect(departures.some((day) => day > '2026-03-01')).toBe(true);
    expect(departures.every((day) => day >= '2023-02-01' && day <= '2026-06-02')).toBe(true);
  });

  it('plans nothing for a day after the one on which it happened', () => {
    const rows = rowsOf(generated(), 'movement').filter(
      ({ movesOn, movedOn }) => movesOn !== undefined && movedOn !== undefined,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(textIn(row, 'movesOn') <= textIn(row, 'movedOn'), JSON.stringify(row)).toBe(true);
  });

  it('holds what each status of a duty comes from', () => {
    const files = generated();
    const trips = rowsOf(files, 'trip');
    expect(trips.some(({ abroad }) => abroad === undefined)).toBe(true);
    expect(trips.some(({ departsOn }) => departsOn === undefined)).toBe(true);
    expect(trips.some(({ cancelledOn }) => cancelledOn !== undefined)).toBe(true);
    expect(rowsOf(files, 'movement').some(({ kind }) => kind === 'ordinaryMail')).toBe(true);
    expect(rowsOf(files, 'reviewDecision').map(({ verdict }) => verdict)).toEqual(
      expect.arrayContaining(['confirmed', 'dismissed']),
    );
    expect(rowsOf(files, 'waiver').length).toBeGreaterThan(0);
  });

  it('keeps the number of units, posts and organisation-wide records to what people can be in', () => {
    const count = (people: number, kind: string) => rowsOf(generated({ people, trips: 10 }), kind).length;
    expect(count(60, 'unit')).toBe(8);
    expect(count(20_000, 'unit')).toBe(600);
    expect(count(20_000, 'branch')).toBeLessThan(100);
  });

  it('writes fewer kinds when told so, and the same facts', () => {
    const few = generated({ kinds: new Set(['debrief', 'completion']) });
    const all = generated();
    expect([...few.keys()].toSorted()).toEqual(
      ['completion', 'course', 'debrief', 'organisation', 'person', 'traveller', 'trip', 'unit'].map(
        (kind) => `${kind}.jsonl`,
      ),
    );
    for (const [file, text] of few) expect(text).toBe(all.get(file));
  });

  it('refuses to write over a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sallyport-generate-'));
    generateRegister({ ...plain, trips: 1 }, folderSink(folder));
    expect(() => generateRegister({ ...plain, trips: 1 }, folderSink(folder))).toThrow(/EEXIST/);
    expect(readFileSync(join(folder, 'trip.jsonl'), 'utf8').split('\n')).toHaveLength(2);
    expect(readdirSync(folder).length).toBeGreaterThan(50);
  });
});

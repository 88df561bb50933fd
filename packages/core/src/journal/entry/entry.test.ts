import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha } from '../../../../../tests/support/node-crypto.ts';
import { parseDay, parseInstant } from '../../calendar/index.ts';
import { fromUtf8, utf8 } from '../bytes/utf8.ts';
import type { Json } from '../json.ts';
import { hashAt } from '../sha256.ts';
import { commitments, type Opening, opens } from './commitment.ts';
import type { Entry } from './entry.ts';
import { entryBytes, readEntry } from './entry-bytes.ts';
import { epochBegunEntry, readEpochBegun } from './epoch-begun.ts';

const timed = '01936b2e-7c1d-7a3b-9f00-1234567890ab';
const untimed = '6f1c1f0e-2b7a-4c55-8d3e-0123456789ab';
const salt = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const openings: readonly Opening[] = [
  { path: 'departsOn', value: '2026-12-01', salt: salt(1) },
  { path: 'legs.0.country', value: '新加坡', salt: salt(2) },
  { path: 'travellers', value: ['p-1', 'p-2'], salt: salt(3) },
];
const hashes = commitments(sha, openings);
const entry: Entry = {
  id: timed,
  action: 'trip.submit',
  actor: '01936b2e-7c1d-7a3b-9f00-aaaaaaaaaaaa',
  at: { instant: parseInstant('2026-11-24T02:03:04.05Z') ?? 0 },
  refs: { trip: '01936b2e-7c1d-7a3b-9f00-bbbbbbbbbbbb' },
  fields: Object.fromEntries(openings.map(({ path }, n) => [path, hashAt(hashes, n)])),
  open: null,
};
const daily: Entry = {
  ...entry,
  id: untimed,
  action: 'report.file',
  actor: null,
  at: { day: parseDay('2026-11-24') ?? 0 },
  refs: {},
};

describe('an entry', () => {
  it('has one form, without a value in it', () => {
    const text = fromUtf8(entryBytes(entry)) ?? '';
    expect(text).toMatch(
      /^\{"action":"trip\.submit","actor":"01936b2e-[^"]+","at":"2026-11-24T02:03:04\.05Z","fields":\{"departsOn":"[^"]{44}","legs\.0\.country":"[^"]{44}","travellers":"[^"]{44}"\},"id":"01936b2e-[^"]+","refs":\{"trip":"[^"]+"\},"v":1\}$/,
    );
    expect(text).not.toMatch(/新加坡|2026-12-01|p-1/);
    expect(readEntry(entryBytes(entry))).toEqual({
      ...entry,
      fields: Object.fromEntries(Object.entries(entry.fields).map(([path, hash]) => [path, Uint8Array.from(hash)])),
    });
  });

  it.each<[string, (text: string) => string]>([
    ['a blank', (text) => text.replace(':', ': ')],
    ['another order', (text) => text.replace(/^\{("action":[^,]+),/, '{').replace(/\}$/, ',"action":"trip.submit"}')],
    ['a key twice', (text) => text.replace('"v":1', '"v":1,"v":1')],
    ['a key more', (text) => text.replace('"v":1', '"v":1,"x":1')],
    ['another version', (text) => text.replace('"v":1', '"v":2')],
    ['a needless escape', (text) => text.replace('trip.submit', String.raw`tri\u0070.submit`)],
    ['an open part that is not its own', (text) => text.replace('"refs"', '"open":{"name":"张三"},"refs"')],
    ['a hash of 31 bytes', (text) => text.replace(/"travellers":"[^"]+"/, `"travellers":"${'A'.repeat(40)}"`)],
    ['another offset of its time', (text) => text.replace('02:03:04.05Z', '10:03:04.05+08:00')],
    ['an id that is none', (text) => text.replace(timed, 'zhang-san')],
    ['a path that could be a value', (text) => text.replace('departsOn', '张三')],
    ['no fields', (text) => text.replace(/"fields":\{[^}]*\},/, '')],
    ['nothing', () => ''],
    ['no JSON', () => '{'],
    ['a list', () => '[]'],
  ])('with %s is refused', (_, change) => {
    const text = fromUtf8(entryBytes(entry)) ?? '';
    expect(change(text)).not.toBe(text);
    expect(readEntry(utf8(change(text)))).toBeNull();
  });

  it('with the day alone has no actor and no id that tells the minute', () => {
    expect(readEntry(entryBytes(daily))).toMatchObject({ actor: null, at: { day: 20_781 } });
    expect(() => entryBytes({ ...daily, id: timed })).toThrow('entry-malformed');
    expect(() => entryBytes({ ...daily, actor: untimed })).toThrow('entry-malformed');
    expect(() => entryBytes({ ...daily, refs: { report: timed } })).toThrow('entry-malformed');
    const other = (fromUtf8(entryBytes(daily)) ?? '').replace(untimed, timed);
    expect(readEntry(utf8(other))).toBeNull();
  });

  it('is at most 16 KiB', () => {
    const many = (count: number): Entry => ({
      ...entry,
      fields: Object.fromEntries(Array.from({ length: count }, (_, n) => [`answers.${n}`, salt(n)])),
    });
    expect(readEntry(entryBytes(many(260)))).not.toBeNull();
    expect(() => entryBytes(many(300))).toThrow('entry-too-long');
    expect(readEntry(new Uint8Array(16 * 1024 + 1).fill(0x20))).toBeNull();
  });

  it('survives any bytes a stranger sends', () => {
    const bytes = entryBytes(entry);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = Uint8Array.from(bytes);
        other[at] = (other[at] ?? 0) ^ change;
        const read = readEntry(other);
        // Another entry, or none: never the same one from other bytes.
        expect(read === null || Buffer.from(entryBytes(read)).equals(other)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.uint8Array(), (other) => readEntry(other) === null));
  });
});

describe('a commitment', () => {
  it('is SHA-256 of salt, path and canonical JSON', () => {
    const message = Buffer.concat([salt(2), Buffer.from('legs.0.country"新加坡"', 'utf8')]);
    expect(hashAt(hashes, 1)).toEqual(sha.digest(message));
  });

  it('opens to its value with its salt, and to nothing else', () => {
    for (const opening of openings) expect(opens(sha, entry, opening)).toBe(true);
    const [first] = openings;
    if (first === undefined) throw new Error('no opening');
    expect(opens(sha, entry, { ...first, value: '2026-12-02' })).toBe(false);
    expect(opens(sha, entry, { ...first, salt: salt(2) })).toBe(false);
    expect(opens(sha, entry, { ...first, salt: new Uint8Array(31) })).toBe(false);
    expect(opens(sha, entry, { ...first, path: 'travellers' })).toBe(false);
    expect(opens(sha, entry, { ...first, path: 'toString' })).toBe(false);
    expect(opens(sha, entry, { ...first, path: 'constructor' })).toBe(false);
  });

  it('does not depend on the order of keys in its value, and tells values apart that print alike', () => {
    const of = (value: Json): string =>
      Buffer.from(commitments(sha, [{ path: 'a', value, salt: salt(0) }])).toString('hex');
    expect(of({ b: 1, a: [2] })).toBe(of({ a: [2], b: 1 }));
    expect(of('1')).not.toBe(of(1));
    expect(of(null)).not.toBe(of('null'));
  });

  it('asks for a salt of 32 bytes', () => {
    expect(() => commitments(sha, [{ path: 'a', value: 1, salt: new Uint8Array(16) }])).toThrow('salt-length');
  });
});

describe('the first entry of a restored log', () => {
  const begun = {
    last: { origin: 'sallyport.example/org/1', size: 12_345, root: salt(7) },
    reason: 'disk-failure',
    lost: null,
    carried: 0,
  } as const;
  const rest = { id: timed, actor: timed, at: entry.at, fields: {} };

  it('says from where it goes on, why, on whose word and what was lost', () => {
    const bytes = entryBytes(epochBegunEntry(begun, rest));
    const read = readEntry(bytes);
    expect(read === null ? null : readEpochBegun(read)).toEqual(begun);
    const counted = readEntry(entryBytes(epochBegunEntry({ ...begun, lost: 3 }, rest)));
    expect(counted === null ? null : readEpochBegun(counted)).toEqual({ ...begun, lost: 3 });
  });

  it('says nothing when a part is missing or no other entry may say it', () => {
    const whole = epochBegunEntry(begun, rest);
    expect(readEpochBegun({ ...whole, actor: null })).toBeNull();
    expect(readEpochBegun({ ...whole, open: { ...whole.open, reason: 'because' } })).toBeNull();
    expect(readEpochBegun({ ...whole, open: { ...whole.open, last: { origin: 'a', size: -1, root: '' } } })).toBeNull();
    expect(readEpochBegun({ ...whole, open: { ...whole.open, lost: 0.5 } })).toBeNull();
    expect(readEpochBegun({ ...whole, open: { ...whole.open, carried: -1 } })).toBeNull();
    expect(readEpochBegun({ ...whole, action: 'day.closed' })).toBeNull();
    expect(() => entryBytes({ ...entry, open: { name: '张三' } })).toThrow('entry-malformed');
  });
});

import { describe, expect, it } from 'vitest';
import { bytesOf, recordedAt, sampleEntry, sampleLog } from '../../../../../tests/support/sample-log.ts';
import {
  absurd,
  briefly,
  count,
  drafts,
  everyDay,
  found,
  log,
  outsideOf,
  verified,
  witness,
} from '../../../../../tests/support/verified-log.ts';
import { parseNote, printSignature } from '../note/note.ts';
import { cosign } from '../note/sign.ts';
import { wordsOf } from './words.ts';

describe('an untouched log', () => {
  it('has nothing wrong, and with an outside checkpoint of its end nothing unknowable', async () => {
    expect(await verified({})).toEqual({ entries: count, head: count, findings: [], left: 0 });
    expect((await verified({ tiles: null })).findings).toEqual([]);
  });

  it('without an outside checkpoint says in so many words what it cannot know', async () => {
    const verdict = await verified({ outside: [] });
    expect(briefly(verdict)).toEqual([]);
    expect(found(verdict, 'unknowable').map((finding) => wordsOf(finding).en)).toEqual([
      expect.stringMatching(/^Unknowable without an outside checkpoint: .*rewrote the whole log/),
      expect.stringMatching(/^Unknowable without a dated outside checkpoint/),
    ]);
  });

  it('says from which entry on it rests on its own signature', async () => {
    expect(briefly(await verified({ outside: [outsideOf(log, 3)] }), 'unknowable')).toEqual([
      ['after-outside-checkpoint', 160, '2026-11-05'],
    ]);
  });

  it('counts a witness’s cosignature as a checkpoint outside, dated by the witness', async () => {
    const { note = '', at = 0 } = log.checkpoints.at(-1) ?? {};
    const text = parseNote(note)?.text ?? '';
    const cosigned = note + printSignature(cosign(witness, text, Math.floor(at / 1_000_000)));
    expect((await verified({ own: [cosigned], outside: [] })).findings).toEqual([]);
  });
});

describe('a tampered log names', () => {
  const changed = log.entries.with(423, log.entries[424] === undefined ? bytesOf('') : entryLike(423));
  function entryLike(n: number): Uint8Array {
    const other = Uint8Array.from(log.entries[n] ?? bytesOf(''));
    // A letter of a commitment becomes another: the entry is as well formed as before.
    const at = Buffer.from(other).indexOf('"kind":"') + 8;
    other[at] = other[at] === 0x41 ? 0x42 : 0x41;
    return other;
  }

  it('a changed entry, by its number and day', async () => {
    expect(briefly(await verified({ entries: changed }))).toEqual([['entry-changed', 423, '2026-11-11']]);
  });

  it('a changed entry without tiles, as far as checkpoints say', async () => {
    expect(briefly(await verified({ entries: changed, tiles: null, outside: [] }))).toEqual([
      ['history-changed', 400, '2026-11-11'],
    ]);
    const [finding] = found(await verified({ entries: changed, tiles: null }));
    expect(finding?.detail).toMatchObject({ from: 400, until: 440, untilDay: '2026-11-11' });
  });

  it('dropped entries, at the beginning, inside, at the end, and where a gap was left', async () => {
    for (const at of [0, 500, 999]) {
      expect(
        briefly(await verified({ entries: log.entries.toSpliced(at, 1) })).map((one) => [one].flat().slice(0, 2)),
      ).toEqual([['entry-dropped', at]]);
    }
    expect(briefly(await verified({ entries: log.entries.toSpliced(640, 3) }))).toEqual([
      ['entry-dropped', 640, '2026-11-17'],
      ['entry-dropped', 641, '2026-11-17'],
      ['entry-dropped', 642, '2026-11-17'],
    ]);
    expect(briefly(await verified({ entries: log.entries.with(77, null as unknown as Uint8Array) }))).toEqual([
      ['entry-dropped', 77, '2026-11-02'],
    ]);
    expect(briefly(await verified({ entries: log.entries.slice(0, 990), tiles: null, outside: [] }))).toEqual([
      ['entries-fewer', 990, '2026-11-25'],
    ]);
  });

  it('swapped entries, near and far', async () => {
    const swap = (a: number, b: number): readonly Uint8Array[] =>
      log.entries.with(a, log.entries[b] ?? bytesOf('')).with(b, log.entries[a] ?? bytesOf(''));
    for (const [a, b] of [
      [10, 11],
      [3, 997],
    ] as const) {
      const [finding, ...more] = found(await verified({ entries: swap(a, b) }));
      expect([finding?.code, finding?.index, finding?.detail['other'], more.length]).toEqual([
        'entries-swapped',
        a,
        b,
        0,
      ]);
    }
  });

  it('an entry put in, and several things at once', async () => {
    const strange = sampleLog([sampleEntry(5000, recordedAt(300))]).entries[0] ?? bytesOf('');
    expect(briefly(await verified({ entries: log.entries.toSpliced(300, 0, strange) }))).toEqual([
      ['entry-added', 300, '2026-11-08'],
    ]);
    const much = changed.toSpliced(100, 1).toSpliced(700, 0, strange);
    expect(found(await verified({ entries: much })).map(({ code, index }) => [code, index])).toEqual([
      ['entry-dropped', 100],
      ['entry-changed', 423],
      ['entry-added', 700],
    ]);
  });

  it('an entry that is none, though it was sealed', async () => {
    const rubbish = [...log.entries.slice(0, 5), new Uint8Array([123, 125])];
    expect(briefly(await verified({ entries: rubbish, own: [], outside: [], tiles: null }))[0]).toEqual([
      'entry-malformed',
      5,
      '2026-11-01',
    ]);
  });

  it('tiles that are not those of the entries', async () => {
    const spoilt = new Map(log.tiles);
    spoilt.set(
      'tile/0/002',
      Uint8Array.from(log.tiles.get('tile/0/002') ?? [], (byte, n) => (n === 40 ? byte ^ 1 : byte)),
    );
    spoilt.delete('tile/1/000.p/3');
    const verdict = await verified({ tiles: spoilt });
    expect(found(verdict).map(({ code, detail }) => [code, detail['path']])).toEqual([
      ['tile-wrong', 'tile/0/002'],
      ['tile-missing', 'tile/1/000.p/3'],
    ]);
  });

  it('a flipped bit, tried all along the entries, the tiles and the checkpoint', async () => {
    const small = sampleLog(drafts.slice(0, 3));
    const outside = [outsideOf(small, -1)];
    expect((await verified({ from: small, outside })).findings).toEqual([]);
    const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
      bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    for (const [n, bytes] of small.entries.entries()) {
      for (let bit = 0; bit < bytes.length * 8; bit += 41) {
        const verdict = await verified({ from: small, outside, entries: small.entries.with(n, flipped(bytes, bit)) });
        expect(found(verdict), `entry ${n} bit ${bit}`).not.toEqual([]);
      }
    }
    for (const [path, bytes] of small.tiles) {
      for (let bit = 0; bit < bytes.length * 8; bit += 11) {
        const tiles = new Map(small.tiles).set(path, flipped(bytes, bit));
        expect(found(await verified({ from: small, outside, tiles })), `${path} bit ${bit}`).not.toEqual([]);
      }
    }
    const note = Buffer.from(small.checkpoints[0]?.note ?? '', 'utf8');
    for (let bit = 0; bit < note.length * 8; bit += 13) {
      const own = [Buffer.from(flipped(note, bit)).toString('utf8')];
      expect(found(await verified({ from: small, outside, own })), `checkpoint bit ${bit}`).not.toEqual([]);
    }
  });
});

describe('an operator with all keys who rebuilds history', () => {
  const rebuilt = sampleLog(drafts.with(905, sampleEntry(9905, recordedAt(905))));

  it('is not seen without an outside checkpoint, and the verifier says that it cannot know', async () => {
    const verdict = await verified({ from: rebuilt, outside: [] });
    expect(briefly(verdict)).toEqual([]);
    expect(found(verdict, 'unknowable').map(({ code }) => code)).toContain('no-outside-checkpoint');
  });

  it('is seen against yesterday’s outside checkpoint, with the days between it and the last that holds', async () => {
    const yesterday = [outsideOf(log, -2)];
    const verdict = await verified({ from: rebuilt, outside: yesterday });
    expect(found(verdict).map(({ code, index }) => [code, index])).toEqual([
      ['history-forked', 0],
      ['two-heads', 959],
    ]);
    const [forked] = found(verdict);
    expect(forked?.detail).toMatchObject({ until: 960, untilDay: '2026-11-24' });
  });

  it('is pinned to the day where an outside checkpoint of the day before holds', async () => {
    const verdict = await verified({
      from: rebuilt,
      outside: [outsideOf(log, 20), outsideOf(log, 21), outsideOf(log, 22)],
    });
    const forked = found(verdict).find(({ code }) => code === 'history-forked');
    expect([forked?.index, forked?.day]).toEqual([880, '2026-11-23']);
    expect(wordsOf(forked ?? absurd()).zh).toContain('第881条至第920条记录（2026-11-23）');
  });

  it('and one who signed two heads of one size has proved it, whatever entries are shown', async () => {
    const verdict = await verified({ outside: [...everyDay, outsideOf(rebuilt, -1)] });
    expect(found(verdict).map(({ code }) => code)).toEqual(['history-forked', 'two-heads']);
  });
});

import { describe, expect, it } from 'vitest';
import { sha, testSigner, verifyEd25519 } from '../../../../../tests/support/node-crypto.ts';
import {
  bytesOf,
  day,
  idOf,
  logOrigin,
  minute,
  recordedAt,
  type SampleLog,
  sampleEntry,
  sampleLog,
} from '../../../../../tests/support/sample-log.ts';
import { parseDay } from '../../calendar/index.ts';
import { epochBegunEntry } from '../entry/epoch-begun.ts';
import { checkpointText, parseCheckpoint } from '../note/checkpoint.ts';
import { parseNote, printNote, printSignature } from '../note/note.ts';
import { cosign, signNote } from '../note/sign.ts';
import { tilePath } from '../tiles/tile-path.ts';
import type { Finding, FindingKind } from './finding.ts';
import { kindOf } from './finding.ts';
import type { Held } from './held.ts';
import { type Verified, verifyLog } from './verify-log.ts';
import { findingWords, wordsOf } from './words.ts';

const count = 1000;
const drafts = Array.from({ length: count }, (_, n) => sampleEntry(n, recordedAt(n)));
const log = sampleLog(drafts);
const witness = testSigner('witness.example/w1', 'cosignature', 5);

type Given = {
  readonly from?: SampleLog;
  readonly entries?: readonly (Uint8Array | null)[];
  readonly tiles?: ReadonlyMap<string, Uint8Array> | null;
  readonly own?: readonly string[];
  readonly outside?: readonly Held[];
  readonly keys?: readonly SampleLog[];
};

const outsideOf = (from: SampleLog, nth: number): Held => {
  const { note, at } = from.checkpoints.at(nth) ?? { note: '', at: 0 };
  return { note, outside: true, newestAt: at };
};
const everyDay = log.checkpoints.map((_, n) => outsideOf(log, n));

/** As a database hands them out; a page that is not a round number, so that its borders lie anywhere. */
function* inPages<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += 97) yield all.slice(from, from + 97);
}

async function verified({
  from = log,
  entries,
  tiles,
  own,
  outside = everyDay,
  keys = [from],
}: Given): Promise<Verified> {
  const files = tiles === undefined ? from.tiles : tiles;
  return verifyLog(sha, verifyEd25519, {
    origin: from.origin,
    keys: { log: keys.map(({ signer }) => signer.key), witnesses: [witness.key] },
    entries: inPages(entries ?? from.entries),
    tiles: files === null ? null : async (tiles) => tiles.map((tile) => files.get(tilePath(tile)) ?? null),
    held: inPages([
      ...(own ?? from.checkpoints.map(({ note }) => note)).map((note) => ({ note, outside: false, newestAt: null })),
      ...outside,
    ]),
  });
}
const found = ({ findings }: Verified, kind: FindingKind = 'broken'): Finding[] =>
  findings.filter(({ code }) => kindOf(code) === kind);
const briefly = (verdict: Verified, kind: FindingKind = 'broken'): unknown[] =>
  found(verdict, kind).map(({ code, index, day: on }) => [code, index, on]);

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

  it('every bit that is flipped anywhere in entries, tiles and checkpoints', async () => {
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

describe('going back', () => {
  const short = sampleLog(drafts.slice(0, 900));

  it('silently is named, with the last day that is left', async () => {
    const verdict = await verified({ from: short, outside: [outsideOf(log, -1)] });
    expect(briefly(verdict)).toEqual([['rolled-back', 900, '2026-11-23']]);
    expect(wordsOf(found(verdict)[0] ?? absurd()).zh).toContain('载明1000条记录，现仅有900条，止于2026-11-23');
  });

  it('silently, and going on from there, is a fork', async () => {
    const others = Array.from({ length: 100 }, (_, n) => sampleEntry(7000 + n, recordedAt(900 + n)));
    const regrown = sampleLog([...drafts.slice(0, 900), ...others]);
    const forked = found(await verified({ from: regrown, outside: everyDay })).find(
      ({ code }) => code === 'history-forked',
    );
    expect([forked?.index, forked?.day]).toEqual([880, '2026-11-23']);
  });

  const second = 'sallyport.example/org-1/2';
  const last = parseCheckpoint(parseNote(short.checkpoints.at(-1)?.note ?? '')?.text ?? '') ?? absurd();
  const restored = (lost: number | null, from = last): SampleLog => {
    const rest = { id: idOf('begun'), actor: idOf('officer'), at: { instant: recordedAt(1000) }, fields: {} };
    const first = epochBegunEntry({ last: from, reason: 'disk-failure', lost, carried: 0 }, rest);
    return sampleLog([first, ...drafts.slice(0, 5).map((_, n) => sampleEntry(8000 + n, recordedAt(1001 + n)))], second);
  };

  it('with an announcement is told as a restore, and is no fault', async () => {
    const verdict = await verified({
      from: restored(null),
      keys: [restored(null), log],
      outside: [outsideOf(short, -1)],
    });
    expect(briefly(verdict)).toEqual([]);
    expect(briefly(verdict, 'notice')).toEqual([['restored', 0, '2026-11-26']]);
    expect(wordsOf(found(verdict, 'notice')[0] ?? absurd())).toEqual({
      zh: `已公告的恢复（2026-11-26）：接续${logOrigin}的第900条记录，原因：磁盘故障，决定人编号${idOf('officer')}，丢失多少无法确定。`,
      en: `An announced restore (2026-11-26): it goes on from entry 900 of ${logOrigin}; reason: disk failure; decided by ${idOf('officer')}; nobody can say how much was lost.`,
    });
  });

  it('with an announcement that says less than was lost, or names another end, is told too', async () => {
    const keys = [restored(0), log];
    expect(briefly(await verified({ from: restored(0), keys, outside: [outsideOf(log, -1)] }))).toEqual([
      ['restore-understated', 0, '2026-11-26'],
    ]);
    const invented = restored(0, { ...last, root: bytesOf('other') });
    expect(briefly(await verified({ from: invented, keys, outside: [outsideOf(short, -1)] }))).toEqual([
      ['restore-contradicted', 0, '2026-11-26'],
    ]);
    const early = await verified({ from: restored(0), keys, outside: [outsideOf(log, 3)] });
    expect(briefly(early)).toEqual([]);
    expect(found(early, 'unknowable').map(({ code }) => code)).toContain('old-epoch-not-here');
  });

  it('to a new epoch without a word, or from a new epoch to the old, is named', async () => {
    const unannounced = sampleLog(drafts.slice(0, 5), second);
    expect(briefly(await verified({ from: unannounced, outside: [] }))).toEqual([
      ['epoch-unannounced', 0, '2026-11-01'],
    ]);
    const later = restored(3);
    expect(briefly(await verified({ keys: [log, later], outside: [outsideOf(later, -1)] }))).toEqual([
      ['epoch-rolled-back', 0, '2026-11-01'],
    ]);
  });
});

describe('times that cannot be', () => {
  it('a back-dated entry is named against a dated outside checkpoint', async () => {
    const backDated = sampleLog(drafts.with(955, sampleEntry(955, recordedAt(310))));
    const verdict = await verified({ from: backDated, outside: [outsideOf(backDated, -2), outsideOf(backDated, 20)] });
    expect(briefly(verdict)).toEqual([['entry-back-dated', 955, '2026-11-08']]);
    expect(found(verdict)[0]?.detail).toEqual({
      recorded: '2026-11-08T02:00:00Z',
      than: '2026-11-21T03:18:00Z',
    });
  });

  it('without one, a time that goes back shows against its neighbours alone', async () => {
    const backDated = sampleLog(drafts.with(955, sampleEntry(955, recordedAt(310))));
    expect(briefly(await verified({ from: backDated, outside: [] }))).toEqual([
      ['entry-out-of-order', 955, '2026-11-08'],
    ]);
  });

  it('what a backup had not sealed is older than the restore and no fault, as far as the restore announces it', async () => {
    const rest = { id: idOf('begun'), actor: idOf('officer'), at: { instant: recordedAt(1000) }, fields: {} };
    const origin = 'sallyport.example/org-1/2';
    const after = (carried: number): SampleLog => {
      const begun = epochBegunEntry(
        { last: { origin: logOrigin, size: 900, root: bytesOf('r') }, reason: 'exercise', lost: null, carried },
        rest,
      );
      const kept = [901, 902, 903].map((n) => sampleEntry(n, recordedAt(n)));
      return sampleLog([begun, ...kept, sampleEntry(8000, recordedAt(1001))], origin);
    };
    expect(briefly(await verified({ from: after(3), outside: [] }))).toEqual([]);
    expect(wordsOf(found(await verified({ from: after(3), outside: [] }), 'notice')[0] ?? absurd()).zh).toMatch(
      /其后3条/,
    );
    expect(briefly(await verified({ from: after(2), outside: [] }))).toEqual([['entry-out-of-order', 3, '2026-11-23']]);
  });

  it('a filing with the day alone is held to its day', async () => {
    const filing = (n: number, on: string) =>
      sampleEntry(n, 0, {
        id: idOf(`${n}`, 4),
        action: 'report.file',
        actor: null,
        at: { day: parseDay(on) ?? 0 },
        refs: {},
      });
    const outside = (from: SampleLog): Held[] => [outsideOf(from, 22), outsideOf(from, -1)];
    const honest = sampleLog(drafts.with(925, filing(925, '2026-11-24')).with(926, filing(926, '2026-11-23')));
    expect((await verified({ from: honest, outside: outside(honest) })).findings).toEqual([]);
    const backDated = sampleLog(drafts.with(925, filing(925, '2026-11-21')));
    expect(briefly(await verified({ from: backDated, outside: outside(backDated) }))).toEqual([
      ['entry-back-dated', 925, '2026-11-21'],
    ]);
  });

  it('an entry is not sealed before it is recorded', async () => {
    const postDated = sampleLog(drafts.with(100, sampleEntry(100, recordedAt(100) + 3 * day)));
    const verdict = await verified({ from: postDated, outside: [outsideOf(postDated, 2), outsideOf(postDated, -1)] });
    expect(briefly(verdict)[0]).toEqual(['entry-post-dated', 100, '2026-11-06']);
  });

  it('a few minutes late is no fault: a transaction may be long', async () => {
    const late = sampleLog(drafts.with(950, sampleEntry(950, recordedAt(950) - 9 * minute)));
    expect((await verified({ from: late, outside: [outsideOf(late, -1)] })).findings).toEqual([]);
  });
});

describe('checkpoints that are given', () => {
  it('are not believed when the log did not sign them, or nobody can read them', async () => {
    const stranger = testSigner(log.origin, 'note', 99);
    const text = checkpointText({ origin: log.origin, size: 5000, root: bytesOf('x') });
    const forged = printNote({ text, signatures: [signNote(stranger, text)] });
    const cosignedOnly = printNote({ text, signatures: [cosign(witness, text, 1)] });
    const held = [forged, cosignedOnly, 'rubbish'].map((note) => ({ note, outside: true, newestAt: null }));
    expect(found(await verified({ outside: [...everyDay, ...held] })).map(({ code }) => code)).toEqual([
      'checkpoint-unsigned',
      'checkpoint-unsigned',
      'checkpoint-malformed',
    ]);
  });

  it('of another log are named as such', async () => {
    const other = sampleLog(drafts.slice(0, 40), 'sallyport.example/org-2/1');
    const verdict = await verified({ keys: [log, other], outside: [...everyDay, outsideOf(other, 0)] });
    expect(found(verdict).map(({ code }) => code)).toEqual(['checkpoint-of-another-log']);
  });

  it('are missed when there is none, and too many findings are counted', async () => {
    const verdict = await verified({
      own: [],
      outside: [],
      entries: log.entries.map(() => null as unknown as Uint8Array),
    });
    expect(found(verdict).filter(({ code }) => code === 'entry-dropped')).toHaveLength(100);
    expect(verdict.left).toBe(900);
    expect(found(verdict)[0]?.code).toBe('no-own-checkpoint');
  });

  it('that name more or fewer entries than there are', async () => {
    const own = log.checkpoints.slice(0, 24).map(({ note }) => note);
    expect(briefly(await verified({ own, outside: everyDay.slice(0, 24), tiles: null }))).toEqual([
      ['entries-past-head', 960, '2026-11-25'],
    ]);
  });
});

it('every finding has its sentence in both languages, and no sentence is left with a gap', () => {
  for (const [code, { zh, en }] of Object.entries(findingWords)) {
    const names = (text: string): string[] =>
      [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name.replace(/(Zh|En)$/, '')).toSorted();
    expect(names(zh), code).toEqual(names(en));
    expect(zh).toMatch(/[。]$/);
    expect(en).toMatch(/\.$/);
  }
});

function absurd(): never {
  throw new Error('not there');
}

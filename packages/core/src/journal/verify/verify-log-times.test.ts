import { describe, expect, it } from 'vitest';
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
import {
  absurd,
  briefly,
  drafts,
  everyDay,
  found,
  log,
  outsideOf,
  verified,
} from '../../../../../tests/support/verified-log.ts';
import { parseDay } from '../../calendar/index.ts';
import { type EpochBegun, epochBegunEntry } from '../entry/epoch-begun.ts';
import { parseCheckpoint } from '../note/checkpoint.ts';
import { parseNote } from '../note/note.ts';
import { type Held } from './held.ts';
import { wordsOf } from './words.ts';

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

  it('announced by the epoch that goes on from its end, is told with what was lost, and not as a rollback', async () => {
    const begun = { last, reason: 'disk-failure', lost: null, carried: 0 } as const;
    const after = (next: EpochBegun) => verified({ from: short, outside: [outsideOf(log, -1)], next });
    const told = await after(begun);
    expect(briefly(told)).toEqual([]);
    expect(briefly(told, 'notice')).toEqual([['restore-lost', 900, '2026-11-23']]);
    expect(wordsOf(found(told, 'notice')[0] ?? absurd()).en).toContain('lost the 100 entries after the backup');
    const held = parseCheckpoint(parseNote(log.checkpoints.at(-1)?.note ?? '')?.text ?? '') ?? absurd();
    expect(briefly(await after({ ...begun, last: held, lost: 100 }))).toEqual([]);
    for (const next of [
      { ...begun, last: { ...last, size: 899 } },
      { ...begun, last: { ...last, root: bytesOf('other') } },
      { ...begun, last: { ...last, origin: second } },
      { ...begun, last: { ...held, root: bytesOf('other') }, lost: 100 },
    ])
      expect(briefly(await after(next))).toEqual([['rolled-back', 900, '2026-11-23']]);
    const silent = await verified({ from: restored(null), keys: [restored(null), log], outside: [outsideOf(log, -1)] });
    expect(briefly(silent)).toEqual([]);
    expect(briefly(silent, 'notice').map((one) => (one as unknown[])[0])).toEqual(['restored', 'restore-lost']);
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

import { describe, expect, it } from 'vitest';
import { testSigner } from '../../../../../tests/support/node-crypto.ts';
import { bytesOf, sampleLog } from '../../../../../tests/support/sample-log.ts';
import {
  briefly,
  drafts,
  everyDay,
  found,
  log,
  outsideOf,
  verified,
  witness,
} from '../../../../../tests/support/verified-log.ts';
import { checkpointText } from '../note/checkpoint.ts';
import { printNote } from '../note/note.ts';
import { cosign, signNote } from '../note/sign.ts';
import { findingWords } from './words.ts';

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

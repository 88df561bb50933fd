import { describe, expect, it } from 'vitest';
import { seededSigner, sha, testSigner, verifyEd25519 } from '../../../../../tests/support/node-crypto.ts';
import { checkpointText, parseCheckpoint, parseOrigin } from './checkpoint.ts';
import { parseVerifierKey, printVerifierKey, type VerifierKey } from './key.ts';
import { parseNote, printNote } from './note.ts';
import { openNote } from './open.ts';
import { cosign, signNote } from './sign.ts';

function key(text: string): VerifierKey {
  const parsed = parseVerifierKey(sha, text);
  if (parsed === null) throw new Error(`no verifier key: ${text}`);
  return parsed;
}

const neumann = key('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
const neumannText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const neumannNote = `${neumannText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

/** A checkpoint of a public log as it was served, with its signature and cosignatures of public witnesses. */
const served = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`;
const servedKeys = [
  key('arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f'),
  key('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'),
];

describe('a signed note', () => {
  it('of the Go checksum database opens, and its signature is made again byte for byte', () => {
    expect(openNote(verifyEd25519, [neumann], neumannNote)).toMatchObject({
      text: neumannText,
      by: [{ key: neumann }],
    });
    const secret = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
    const signer = seededSigner('PeterNeumann', 'note', secret);
    expect(printVerifierKey(signer.key)).toBe(printVerifierKey(neumann));
    expect(printNote({ text: neumannText, signatures: [signNote(signer, neumannText)] })).toBe(neumannNote);
  });

  it('of the specification opens', () => {
    const foo = key('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    expect(openNote(verifyEd25519, [foo], note)).toMatchObject({ text: 'This is an example message.\n' });
  });

  it('of a public log opens for the log and for a witness, with the time the witness saw it', () => {
    const opened = openNote(verifyEd25519, servedKeys, served);
    expect(opened).toMatchObject({ by: [{ seconds: null }, { key: servedKeys[1], seconds: 1_779_573_024 }] });
    expect(openNote(verifyEd25519, servedKeys.slice(0, 1), served)).toMatchObject({ by: [{ key: servedKeys[0] }] });
    expect(parseCheckpoint(parseNote(served)?.text ?? '')).toMatchObject({ size: 1_432_088_532 });
  });

  it('of a public log does not open when its size, its root or a time is another', () => {
    const others = [
      served.replace('1432088532', '1432088533'),
      served.replace('U7WM79', 'U7WM78'),
      served.replace('2net5wAAAABqEiEg', '2net5wAAAABqEiEh'),
    ];
    for (const other of others) expect(openNote(verifyEd25519, servedKeys, other)).toBe('bad-signature');
  });

  it('passes over unknown keys, but opens for none', () => {
    const other = testSigner('PeterNeumann', 'note', 9).key;
    expect(openNote(verifyEd25519, [other], neumannNote)).toBe('no-known-key');
    expect(openNote(verifyEd25519, [], neumannNote)).toBe('no-known-key');
  });

  it('is spoilt by one false line of a known key beside a true one, and counts a key once', () => {
    const line = neumannNote.slice(neumannNote.indexOf('—'));
    expect(openNote(verifyEd25519, [neumann], neumannNote + line)).toMatchObject({ by: [{ key: neumann }] });
    const opened = openNote(verifyEd25519, [neumann], neumannNote + line);
    expect(typeof opened === 'string' ? 0 : opened.by.length).toBe(1);
    expect(openNote(verifyEd25519, [neumann], neumannNote + line.replace('x08go/ZJ', 'x08go/ZK'))).toBe(
      'bad-signature',
    );
  });

  it('signed as a plain note is no cosignature, and the other way round', () => {
    const text = checkpointText({ origin: 'example.com/log', size: 1, root: new Uint8Array(32) });
    const plain = testSigner('w', 'note', 3);
    const witness = testSigner('w', 'cosignature', 3);
    const swapped = { ...signNote(plain, text), id: witness.key.id };
    expect(openNote(verifyEd25519, [witness.key], printNote({ text, signatures: [swapped] }))).toBe('bad-signature');
    expect(() => cosign(plain, text, 1)).toThrow('key-name');
    expect(() => signNote(witness, text)).toThrow('key-name');
    const timed = printNote({ text, signatures: [cosign(witness, text, 2 ** 33)] });
    expect(openNote(verifyEd25519, [witness.key], timed)).toMatchObject({ by: [{ seconds: 2 ** 33 }] });
  });

  it('keeps empty lines of its text: the last one parts the signatures', () => {
    const signer = testSigner('example.com/log', 'note', 1);
    const text = 'first\n\nsecond\n';
    const opened = openNote(verifyEd25519, [signer.key], printNote({ text, signatures: [signNote(signer, text)] }));
    expect(opened).toMatchObject({ text });
  });

  it.each([
    ['no signature', `${neumannText}\n`],
    ['no blank line', neumannText],
    ['a control character', neumannNote.replace('crypto', 'cry\u0007to')],
    ['a carriage return', neumannNote.replace(',\n', ',\r\n')],
    ['a lone surrogate', neumannNote.replace('crypto', '\ud800')],
    ['a hyphen for the dash', neumannNote.replace('—', '-')],
    ['no last newline', neumannNote.slice(0, -1)],
    ['base64 with other letters', neumannNote.replace('x08go/', 'x08go_')],
    ['a signature of four bytes', `${neumannText}\n— a AAAAAA==\n`],
    ['more than 100 signatures', neumannNote + neumannNote.slice(neumannNote.indexOf('—')).repeat(100)],
    ['a megabyte', `${'x'.repeat(1_000_000)}\n\n— a AAAAAAA=\n`],
  ])('with %s is malformed', (_, note) => {
    expect(openNote(verifyEd25519, [neumann], note)).toBe('malformed');
  });
});

describe('a verifier key', () => {
  it('is refused when a letter of it is another or missing', () => {
    const text = printVerifierKey(neumann);
    for (let at = 0; at < text.length; at++) {
      expect(parseVerifierKey(sha, text.slice(0, at) + text.slice(at + 1)), `without ${at}`).toBeNull();
      const other = String.fromCharCode(text.charCodeAt(at) + 1);
      expect(parseVerifierKey(sha, text.slice(0, at) + other + text.slice(at + 1)), `other ${at}`).toBeNull();
    }
  });

  it('keeps plus signs of its base64, and is refused with a name that is none', () => {
    for (let seed = 0; seed < 40; seed++) {
      const { key: made } = testSigner('平安门/甲/1', 'cosignature', seed);
      expect(parseVerifierKey(sha, printVerifierKey(made))).toEqual(made);
    }
    for (const name of ['', 'a b', 'a+b', 'a\u3000b', 'a\nb', 'a\u0085b', 'a\u2028']) {
      expect(() => testSigner(name, 'note', 1), JSON.stringify(name)).toThrow('key-name');
    }
  });
});

describe('a checkpoint', () => {
  it('is read as the specification prints it, with extension lines or without', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const plain = parseCheckpoint(text);
    expect(plain).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(plain === null ? '' : checkpointText(plain)).toBe(text);
    const extended = parseCheckpoint(`${text}more\nlines\n`);
    expect(extended?.extensions).toEqual(['more', 'lines']);
    expect(extended === null ? '' : checkpointText(extended)).toBe(`${text}more\nlines\n`);
  });

  it.each([
    'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    'a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'a\n9007199254740992\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2=\n',
    '\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nx\n',
    'a\n1\n',
  ])('%j is none', (text) => expect(parseCheckpoint(text)).toBeNull());

  it('names installation, organisation and epoch by its origin', () => {
    expect(parseOrigin('sallyport.example/org/12')).toEqual({ log: 'sallyport.example/org', epoch: 12 });
    for (const origin of ['org', 'org/', 'org/0', 'org/x', '/1', 'org/01']) expect(parseOrigin(origin)).toBeNull();
  });
});

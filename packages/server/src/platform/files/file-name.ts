import { type FileKind, type KeptKind, keptMimes, mimes } from './kinds.ts';

/** Control and formatting characters: a right-to-left override makes `gpj.exe` read as `exe.jpg`. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const forbidden = /[<>:"|?*]/g;
const extensions: Readonly<Record<KeptKind, RegExp>> = {
  ...(Object.fromEntries(Object.keys(keptMimes).map((kind) => [kind, new RegExp(`\\.${kind}$`, 'i')])) as Record<
    KeptKind,
    RegExp
  >),
  jpg: /\.(?:jpg|jpeg|jpe|jfif)$/i,
};

/** The name a file is kept under: without folders, fit for every system, with the extension its content has. */
export function cleanName(given: string, kind: KeptKind): string {
  const last = given.normalize('NFC').replace(invisible, '').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(forbidden, '_').replace(/^[.\s]+|[.\s]+$/gu, '');
  const stem = extensions[kind].test(plain)
    ? plain.replace(extensions[kind], '')
    : plain.replace(/\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,5}$/, '');
  // Counted in whole characters, so that none is cut in half.
  const short = (/^.{0,100}/su.exec(stem)?.[0] ?? '').trim();
  return `${short === '' ? 'file' : short}.${kind}`;
}

/**
 * Headers under which a file is given out: to be saved and never shown, with its declared type taken as it is. A file
 * that came from outside must not run in the console's own origin.
 */
export const attachmentHeaders = (name: string, kind: FileKind): Readonly<Record<string, string>> => ({
  'content-type': mimes[kind],
  'content-disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._ -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
});

/** Where the script of the player lies within a package; a file of that name in a package is never given out. */
export const scriptPath = '__sallyport.js';

/**
 * A page of a package with the script of the player before all of its own. Bytes are read one for one, so that no encoding is guessed: what is put
 * in is plain ASCII, and every encoding but the two-byte ones, which are not taken, has the tags in ASCII as well. `up`: from the page
 * to the root of the package.
 */
export function withScript(page: Buffer, up: string): Buffer {
  const text = page.toString('latin1');
  const tag = `<script src="${up}${scriptPath}"></script>`;
  const at = [/<head(?:\s[^>]*)?>/i, /<html(?:\s[^>]*)?>/i, /<!doctype[^>]*>/i]
    .map((pattern) => pattern.exec(text))
    .find((match) => match !== null);
  const end = at === undefined ? 0 : at.index + at[0].length;
  // Before everything else in the head, also before what names the encoding: that still lies within the first 1,024 bytes.
  return Buffer.from(`${text.slice(0, end)}${tag}${text.slice(end)}`, 'latin1');
}

/** From a page to the root of its package. */
export const upFrom = (path: string): string => '../'.repeat(path.split('/').length - 1);

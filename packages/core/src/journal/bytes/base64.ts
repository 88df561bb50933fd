const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) valueOf[letters.charCodeAt(value)] = value;

const letterCodes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const padding = 0x3d;

/** RFC 4648 section 4, with padding: the form of every C2SP text. */
export function base64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  writeBase64(bytes, codes, 0);
  let text = '';
  for (let at = 0; at < codes.length; at += 4096) text += String.fromCharCode(...codes.subarray(at, at + 4096));
  return text;
}

/** Writes the letters into `into` from `at` on and gives the place after them. */
export function writeBase64(bytes: Uint8Array, into: Uint8Array, at: number): number {
  let to = at;
  for (let from = 0; from < bytes.length; from += 3) {
    const left = bytes.length - from;
    const word = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    into[to] = letterCodes[word >> 18] ?? 0;
    into[to + 1] = letterCodes[(word >> 12) & 63] ?? 0;
    into[to + 2] = left > 1 ? (letterCodes[(word >> 6) & 63] ?? 0) : padding;
    into[to + 3] = left > 2 ? (letterCodes[word & 63] ?? 0) : padding;
    to += 4;
  }
  return to;
}

/** The bytes, or null. One value has one spelling: no blanks, no missing padding, no bits left over under it. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3);
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    let word = 0;
    for (let n = at; n < at + 4; n++) {
      const value = n >= text.length - padded ? 0 : (valueOf[text.charCodeAt(n)] ?? -1);
      if (value < 0) return null;
      word = (word << 6) | value;
    }
    bytes[to] = word >> 16;
    bytes[to + 1] = word >> 8;
    bytes[to + 2] = word;
  }
  for (let n = 1; n <= padded; n++) if (bytes[bytes.length - n] !== 0) return null;
  return bytes.slice(0, bytes.length - padded);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) valueOf[letters.charCodeAt(value)] = value;

/** RFC 4648 section 4, with padding: the form of every C2SP text. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += letters.charAt(word >> 18) + letters.charAt((word >> 12) & 63);
    text += left > 1 ? letters.charAt((word >> 6) & 63) : '=';
    text += left > 2 ? letters.charAt(word & 63) : '=';
  }
  return text;
}

/** The bytes, or null. One value has one spelling: no blanks, no missing padding, no bits left over under it. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3);
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    let word = 0;
    for (let n = at; n < at + 4; n++) {
      const value = n >= text.length - padding ? 0 : (valueOf[text.charCodeAt(n)] ?? -1);
      if (value < 0) return null;
      word = (word << 6) | value;
    }
    bytes[to] = word >> 16;
    bytes[to + 1] = word >> 8;
    bytes[to + 2] = word;
  }
  for (let n = 1; n <= padding; n++) if (bytes[bytes.length - n] !== 0) return null;
  return bytes.slice(0, bytes.length - padding);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Two hexadecimal digits a byte. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A decimal as C2SP writes sizes: digits only, no leading zero; null for everything else and past what a number holds exactly. */
export function parseSize(text: string): number | null {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const size = Number(text);
  return Number.isSafeInteger(size) ? size : null;
}

export const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** A copy that is a plain array of bytes: on what databases and Node hand out, `slice` gives a view that changes with the original. */
export const copyOf = (bytes: Uint8Array, from = 0, until = bytes.length): Uint8Array =>
  new Uint8Array(bytes.subarray(from, until));

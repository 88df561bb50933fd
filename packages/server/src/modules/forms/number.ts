/** What a print is called on paper and in the register: `平安-2026-000123`. */
export const numberText = ({ year, serial }: { readonly year: number; readonly serial: number }): string =>
  `平安-${year}-${String(serial).padStart(6, '0')}`;

/** As somebody types it from the paper: without what stands in front, without the zeros, with other strokes between. */
export function readNumber(typed: string): { readonly year: number; readonly serial: number } | null {
  const match = /^(?:平安)?[\s\-—–－]*(\d{4})[\s\-—–－]+(\d{1,9})$/u.exec(typed.normalize('NFKC').trim());
  return match === null ? null : { year: Number(match[1]), serial: Number(match[2]) };
}

export type Code = { readonly routing: string; readonly year: number; readonly serial: number; readonly token: string };

/** No personal data and no address of a machine: whose form it is, its number, and a word that only the paper knows. */
export const codeText = ({ routing, year, serial, token }: Code): string =>
  `SP1.${routing}.${year}-${String(serial).padStart(6, '0')}.${token}`;

/** Null where a code says something else: a scan may hold others. */
export function readCode(said: string): Code | null {
  const match = /^SP1\.([a-z2-7]{8})\.(\d{4})-(\d{6,9})\.([A-Z2-7]{16})$/.exec(said);
  if (match === null) return null;
  const [, routing = '', year, serial, token = ''] = match;
  return { routing, year: Number(year), serial: Number(serial), token };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Eighty bits as sixteen letters, five bits of each byte. */
export const tokenOf = (random: Uint8Array): string =>
  Array.from(random.subarray(0, 16), (byte) => letters[byte & 31] ?? '').join('');

// Arithmetic in GF(256) with the polynomial of QR codes (ISO/IEC 18004): x^8 + x^4 + x^3 + x^2 + 1.
const powers = new Uint8Array(510);
const logarithms = new Uint8Array(256);
let value = 1;
for (let exponent = 0; exponent < 255; exponent++) {
  powers[exponent] = value;
  powers[exponent + 255] = value;
  logarithms[value] = exponent;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}

/** The element that is the generator of the field to a power. */
export const power = (exponent: number): number => powers[exponent % 255] ?? 0;

export const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (powers[(logarithms[a] ?? 0) + (logarithms[b] ?? 0)] ?? 0);

/** Coefficients below the leading one, highest first, of (x − 1)(x − g)(x − g²)… */
function generator(degree: number): readonly number[] {
  let factors = [1];
  for (let root = 0; root < degree; root++) {
    const shifted = [...factors, 0];
    factors = shifted.map((each, at) => each ^ times(factors[at - 1] ?? 0, power(root)));
  }
  return factors.slice(1);
}

/** The codewords that let a reader put right what it misread in the data. */
export function correction(data: readonly number[], count: number): readonly number[] {
  const factors = generator(count);
  let rest: number[] = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const lead = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((each, at) => each ^ times(factors[at] ?? 0, lead));
  }
  return rest;
}

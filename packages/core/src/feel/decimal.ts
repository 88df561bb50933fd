/**
 * Decimal numbers of 34 digits, rounded half to even: coefficient × 10^-scale. Always normalised: no trailing zeros after the
 * point, so that equal numbers look alike. The database uses `numeric` rounded the same way.
 */
export type Decimal = { readonly coefficient: bigint; readonly scale: number };

const digits = 34;
/** With more places than this before or after the point a result is null. */
const widest = 1000;

const pow10 = (power: number): bigint => 10n ** BigInt(power);
const sizeOf = (value: bigint): number => (value < 0n ? -value : value).toString().length;

function divideHalfEven(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const rest = value - quotient * divisor;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const size = divisor < 0n ? -divisor : divisor;
  const up = twice > size || (twice === size && quotient % 2n !== 0n);
  const sign = value < 0n !== divisor < 0n ? -1n : 1n;
  return up ? quotient + sign : quotient;
}

export function decimal(coefficient: bigint, scale: number): Decimal | null {
  let c = coefficient;
  let s = scale;
  const excess = sizeOf(c) - digits;
  if (excess > 0) {
    c = divideHalfEven(c, pow10(excess));
    s -= excess;
  }
  while (c !== 0n && c % 10n === 0n) {
    c /= 10n;
    s -= 1;
  }
  if (c === 0n) s = 0;
  if (s < 0 && sizeOf(c) - s <= digits) {
    c *= pow10(-s);
    s = 0;
  }
  return s > widest || sizeOf(c) - s > widest ? null : { coefficient: c, scale: s };
}

export const fromInteger = (value: number): Decimal => ({ coefficient: BigInt(value), scale: 0 });

const literal = /^(-)?(\d*)(?:\.(\d+))?$/;

export function parseDecimal(text: string): Decimal | null {
  const match = literal.exec(text);
  if (!match || !(match[2] || match[3])) return null;
  const fraction = match[3] ?? '';
  const size = BigInt(`${match[2] ?? ''}${fraction}` || '0');
  return decimal(match[1] ? -size : size, fraction.length);
}

/** Plain notation without exponent. */
export function formatDecimal({ coefficient, scale }: Decimal): string {
  if (scale <= 0) return (coefficient * pow10(-scale)).toString();
  const sign = coefficient < 0n ? '-' : '';
  const text = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

const align = (a: Decimal, b: Decimal): [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale);
  return [a.coefficient * pow10(scale - a.scale), b.coefficient * pow10(scale - b.scale), scale];
};

/** The sum with all its digits; `rounded` brings it to 34. */
export function addExactly(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return { coefficient: x + y, scale };
}

export const rounded = ({ coefficient, scale }: Decimal): Decimal | null => decimal(coefficient, scale);

export const addDecimal = (a: Decimal, b: Decimal): Decimal | null => rounded(addExactly(a, b));

export const negate = (a: Decimal): Decimal => ({ coefficient: -a.coefficient, scale: a.scale });

export const multiplyDecimal = (a: Decimal, b: Decimal): Decimal | null =>
  decimal(a.coefficient * b.coefficient, a.scale + b.scale);

/** Division to 34 digits, half to even; by zero null. */
export function divideDecimal(a: Decimal, b: Decimal): Decimal | null {
  if (b.coefficient === 0n) return null;
  if (a.coefficient === 0n) return { coefficient: 0n, scale: 0 };
  // Two digits beyond the 34 and a sticky last digit keep the half-even rounding exact.
  const shift = Math.max(0, digits + 2 - (sizeOf(a.coefficient) - sizeOf(b.coefficient)));
  const numerator = a.coefficient * pow10(shift);
  const quotient = numerator / b.coefficient;
  const sticky = quotient * b.coefficient === numerator ? 0n : numerator < 0n !== b.coefficient < 0n ? -1n : 1n;
  return decimal(quotient * 10n + sticky, a.scale - b.scale + shift + 1);
}

export function compareDecimal(a: Decimal, b: Decimal): number {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

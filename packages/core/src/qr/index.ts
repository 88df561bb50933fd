import { codewordsOf, versionFor } from './codewords.ts';
import { type Matrix, matrixOf } from './matrix.ts';

export type { Matrix };

/** A text as the dark and light modules of a QR code at level M, without the light margin that readers need. Throws where it is too long. */
export function qrOf(text: string): Matrix {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  return matrixOf(codewordsOf(bytes, version), version);
}

/** Light modules around a code, which readers need to find it. */
export const qrMargin = 4;

/** The dark modules as one path of unit squares, the margin included: for SVG, and for what else draws as SVG does. */
export const qrPath = (matrix: Matrix): string =>
  matrix
    .flatMap((line, row) => line.map((dark, column) => (dark ? `M${column + qrMargin} ${row + qrMargin}h1v1h-1z` : '')))
    .join('');

import { type Matrix, qrMargin } from '@sallyport/core/qr';
import sharp from 'sharp';

/** A code as a PNG, each module so many points wide. */
export function qrPicture(matrix: Matrix, scale: number): Promise<Buffer> {
  const side = (matrix.length + 2 * qrMargin) * scale;
  const points = Buffer.alloc(side * side, 255);
  for (const [row, line] of matrix.entries())
    for (const [column, dark] of line.entries())
      if (dark)
        for (let y = 0; y < scale; y++) {
          const from = ((row + qrMargin) * scale + y) * side + (column + qrMargin) * scale;
          points.fill(0, from, from + scale);
        }
  return sharp(points, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer();
}

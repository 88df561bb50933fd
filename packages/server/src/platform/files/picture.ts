import sharp, { type Sharp } from 'sharp';
import type { FileLimits, FileReason, PictureKind } from './kinds.ts';

// Only the readers for what is taken: the others (SVG, TIFF, PDF, …) have had the most holes and are never needed.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
// Nothing of one upload stays in memory for the next.
sharp.cache(false);

type Picture = { readonly bytes: Buffer } | { readonly reason: FileReason };

/**
 * The picture drawn anew from its pixels. Position, time, device, owner, thumbnail and comments are not copied; the
 * orientation is applied and colours become sRGB, so that nothing but the picture is left.
 */
export async function redraw(
  bytes: Buffer,
  kind: PictureKind,
  { pixels }: Pick<FileLimits, 'pixels'>,
): Promise<Picture> {
  const size = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (size === null || !size.width || !size.height) return { reason: 'picture-damaged' };
  if (size.width * size.height > pixels) return { reason: 'picture-too-large' };
  if ((size.pages ?? 1) > 1) return { reason: 'picture-moving' };
  const drawn = sharp(bytes, { limitInputPixels: pixels, failOn: 'truncated', sequentialRead: true })
    .timeout({ seconds: 30 })
    .autoOrient()
    .toColourspace('srgb');
  try {
    return { bytes: await encode(drawn, kind).toBuffer() };
  } catch {
    return { reason: 'picture-damaged' };
  }
}

function encode(picture: Sharp, kind: PictureKind): Sharp {
  switch (kind) {
    case 'jpg':
      return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
    case 'png':
      return picture.png();
    case 'webp':
      return picture.webp({ quality: 92 });
  }
}

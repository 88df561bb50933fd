import sharp from 'sharp';

export type Taken = {
  readonly language: 'zh' | 'en';
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly file: string;
};

const gap = 16;
/** What lies below is looked at in the picture itself. */
const highest = 2400;

/**
 * A page on three sheets: each language as wide as a desk in one scheme beside the telephone in the other, as large as they are, and what
 * is left in small. So every picture is seen, and words can be read without opening each.
 */
export async function sheetsOf(taken: readonly Taken[], name: string): Promise<void> {
  for (const language of ['zh', 'en'] as const) {
    const own = taken.filter((one) => one.language === language);
    const wide = language === 'zh' ? 'light' : 'dark';
    const first = own.filter(({ width, scheme }) => (width === 1280) === (scheme === wide));
    await sheet(first, `${name}-${language}.png`, 1);
  }
  const rest = taken.filter(
    ({ language, width, scheme }) => (width === 1280) === (scheme !== (language === 'zh' ? 'light' : 'dark')),
  );
  await sheet(rest, `${name}-rest.png`, 0.5);
}

async function sheet(taken: readonly Taken[], file: string, scale: number): Promise<void> {
  if (taken.length === 0) return;
  const parts = await Promise.all(
    taken.map(async ({ file: picture }) => {
      const { width, height } = await sharp(picture).metadata();
      const cut = sharp(picture).extract({ left: 0, top: 0, width, height: Math.min(height, highest) });
      // Cut first and then made smaller: sharp does it in this order whatever the order of the calls.
      const bytes = await cut
        .resize({ width: Math.round(width * scale) })
        .png()
        .toBuffer();
      return { bytes, width: Math.round(width * scale), height: Math.ceil(Math.min(height, highest) * scale) };
    }),
  );
  let left = gap;
  const placed = parts.map(({ bytes, width }) => {
    const at = { input: bytes, left, top: gap };
    left += width + gap;
    return at;
  });
  const height = Math.max(...parts.map((part) => part.height)) + 2 * gap;
  await sharp({ create: { width: left, height, channels: 3, background: '#8a8f94' } })
    .composite(placed)
    .png()
    .toFile(file);
}

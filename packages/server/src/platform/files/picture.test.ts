import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { usualLimits } from './kinds.ts';
import { redraw } from './picture.ts';

const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:p="http://ns.adobe.com/p/" p:who="canary-xmp"/></rdf:RDF></x:xmpmeta>';

const drawing = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 60 } } })
    .withExif({
      IFD0: { Make: 'canary-make', Artist: 'canary-artist', DateTime: '2026:11:23 08:31:17' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 33/1 4417/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 34/1 1200/100',
      },
    })
    .withXmp(xmp);

/** Two segments that cameras and editors write and sharp does not: IPTC and a comment. */
function withSegments(jpeg: Buffer): Buffer {
  const segment = (marker: number, content: string) => {
    const bytes = Buffer.from(content, 'latin1');
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(bytes.length + 2, 2);
    return Buffer.concat([head, bytes]);
  };
  const iptc = segment(0xed, 'Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x11\x1c\x02\x50\x00\x0bcanary-iptc');
  return Buffer.concat([
    jpeg.subarray(0, 2),
    iptc,
    segment(0xfe, 'canary-comment'),
    jpeg.subarray(2),
    Buffer.from('canary-behind'),
  ]);
}

function withText(png: Buffer): Buffer {
  const chunk = (type: string, content: string) => {
    const body = Buffer.from(type + content, 'latin1');
    const bytes = Buffer.alloc(body.length + 8);
    bytes.writeUInt32BE(content.length, 0);
    body.copy(bytes, 4);
    bytes.writeUInt32BE(crc32(body), body.length + 4);
    return bytes;
  };
  // Behind the header, which is 8 + 25 bytes.
  return Buffer.concat([
    png.subarray(0, 33),
    chunk('tEXt', 'Author\0canary-text'),
    chunk('iTXt', 'Title\0\0\0\0\0canary-itxt'),
    chunk('tIME', '\x07\xea\x0b\x17\x08\x1f\x11'),
    png.subarray(33),
    Buffer.from('canary-behind'),
  ]);
}

const samples = {
  jpg: async () => withSegments(await drawing().withIccProfile('p3').jpeg().toBuffer()),
  png: async () => withText(await drawing().withIccProfile('p3').png().toBuffer()),
  webp: async () => await drawing().withIccProfile('p3').webp().toBuffer(),
} as const;

const traces = /canary|exif|gps|adobe|photoshop|8bim|icc_profile|iccp|xmp|tEXt|iTXt|zTXt|tIME|2026:11:23/i;

async function redrawn(...args: Parameters<typeof redraw>): Promise<Buffer> {
  const result = await redraw(...args);
  if ('reason' in result) throw new Error(result.reason);
  return result.bytes;
}

describe.each(['jpg', 'png', 'webp'] as const)('a redrawn %s', (kind) => {
  test('holds nothing but the picture', async () => {
    const before = await samples[kind]();
    expect(before.toString('latin1')).toMatch(/canary-make/);
    expect((await sharp(before).metadata()).xmp?.toString()).toMatch(/canary-xmp/);
    const after = await redrawn(before, kind, usualLimits);
    expect(after.toString('latin1')).not.toMatch(traces);
    const { exif, xmp, iptc, icc, comments, ...about } = await sharp(after).metadata();
    expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(about).toMatchObject({ width: 60, height: 40, format: kind === 'jpg' ? 'jpeg' : kind, space: 'srgb' });
  });

  test('shows the same picture', async () => {
    const { data } = await sharp(
      await redrawn(
        await drawing()
          .toFormat(kind === 'jpg' ? 'jpeg' : kind)
          .toBuffer(),
        kind,
        usualLimits,
      ),
    )
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const [at, wanted] of [200, 30, 60].entries()) expect(Math.abs((data[at] ?? 0) - wanted)).toBeLessThan(6);
  });

  test('is refused when it is cut short or has too many pixels', async () => {
    const whole = await samples[kind]();
    const noise = await sharp(Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at * 7919) % 256)), {
      raw: { width: 200, height: 150, channels: 3 },
    })
      .toFormat(kind === 'jpg' ? 'jpeg' : kind)
      .toBuffer();
    expect(await redraw(noise.subarray(0, noise.length / 2), kind, usualLimits)).toEqual({ reason: 'picture-damaged' });
    expect(await redraw(whole.subarray(0, 10), kind, usualLimits)).toEqual({ reason: 'picture-damaged' });
    expect(await redraw(whole, kind, { pixels: 60 * 40 - 1 })).toEqual({ reason: 'picture-too-large' });
  });
});

test('a turned photograph stands upright without its orientation tag', async () => {
  const turned = await drawing(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await sharp(await redrawn(turned, 'jpg', usualLimits)).metadata()).toMatchObject({ width: 40, height: 60 });
});

test('a small file that says it is huge is refused before it is unpacked', async () => {
  const small = await drawing(8, 8).png().toBuffer();
  // Width and height stand behind the signature, the chunk's length and its type; its sum behind 13 bytes of content.
  small.writeUInt32BE(60_000, 16);
  small.writeUInt32BE(60_000, 20);
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29);
  expect(await redraw(small, 'png', usualLimits)).toEqual({ reason: 'picture-too-large' });
});

test('a moving picture is refused', async () => {
  const frame = () =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
  const moving = await sharp([await frame(), await drawing(8, 8).png().toBuffer()], { join: { animated: true } })
    .webp()
    .toBuffer();
  expect(await redraw(moving, 'webp', usualLimits)).toEqual({ reason: 'picture-moving' });
});

test('no other format is ever unpacked', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  );
  expect(await redraw(svg, 'png', usualLimits)).toEqual({ reason: 'picture-damaged' });
});

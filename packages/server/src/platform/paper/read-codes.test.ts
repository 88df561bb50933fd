import { qrOf } from '@sallyport/core/qr';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { qrPicture } from './qr-picture.ts';
import { readCodes } from './read-codes.ts';

const text = 'SP1-2026-000123-ABCDEFGHJKMNPQRSTUV';

/** A sheet of A4 at 150 points to the inch with the code of an inch at its upper right, as a machine and a hand leave it. */
async function scan(said = text): Promise<Sharp> {
  const code = await sharp(await qrPicture(qrOf(said), 8))
    .resize(142, 142)
    .png()
    .toBuffer();
  const sheet = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fdfcf8' } })
    .composite([
      { input: code, left: 970, top: 130 },
      // A line that was written across the foot of the code.
      { input: { create: { width: 90, height: 3, channels: 3, background: '#2233aa' } }, left: 990, top: 255 },
    ])
    .png()
    .toBuffer();
  return sharp(await sharp(sheet).rotate(3, { background: '#777' }).blur(1.1).toBuffer());
}

test('the code of a form that was signed, turned, blurred and saved as JPEG is read', async () => {
  const picture = await (await scan()).jpeg({ quality: 45 }).toBuffer();
  expect(await readCodes(picture, 'picture')).toEqual([text]);
});

test('a sheet put in upside down or photographed small is read as well', async () => {
  const upside = await sharp(await (await scan()).png().toBuffer())
    .rotate(180)
    .jpeg()
    .toBuffer();
  expect(await readCodes(upside, 'picture')).toEqual([text]);
  const small = await sharp(await (await scan()).png().toBuffer())
    .resize({ width: 900 })
    .jpeg()
    .toBuffer();
  expect(await readCodes(small, 'picture')).toEqual([text]);
});

test('a scan that is a PDF is read from the picture of its page', async () => {
  const picture = await (await scan()).jpeg({ quality: 70 }).toBuffer();
  expect(await readCodes(pdfOfPicture(picture, await sharp(picture).metadata()), 'pdf')).toEqual([text]);
});

test('what holds no code, and what is no picture at all, says nothing', async () => {
  const empty = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  expect(await readCodes(empty, 'picture')).toEqual([]);
  expect(await readCodes(Buffer.from('not a picture'), 'picture')).toEqual([]);
  expect(await readCodes(Buffer.from('%PDF-1.7 broken'), 'pdf')).toEqual([]);
});

/** As a scanner writes it: one page, one picture. */
function pdfOfPicture(jpeg: Buffer, { width, height }: { readonly width: number; readonly height: number }): Buffer {
  const draw = `q 595 0 0 842 0 0 cm /P Do Q`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg.toString('latin1')}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, 'latin1');
}

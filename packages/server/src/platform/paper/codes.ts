import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { extractImages, getDocumentProxy } from 'unpdf';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A scan of A4 at 300 points to the inch is 3,500 high; more does not help to read a code of an inch. */
const longestSide = 3600;

/** A form has its code on the first page; a scan may begin with a cover. */
const mostPages = 5;

/** A4 at 600 points to the inch, in colour. */
const mostPoints = 50_000_000;

let prepared = false;

/** The reader would fetch its own code from another host: it is given the file that was installed. */
function prepare(): void {
  if (prepared) return;
  const file = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } });
  prepared = true;
}

/** What the QR codes of a picture say. */
async function codesOfPicture(picture: Sharp): Promise<string[]> {
  prepare();
  const { data, info } = await picture
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb',
  } as const;
  const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

/** Of a PDF, the pictures of its pages are looked at: a scanner writes each page as one. */
async function codesOfPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(bytes);
  const codes: string[] = [];
  for (let page = 1; page <= Math.min(pdf.numPages, mostPages); page++)
    for (const { data, width, height, channels } of await extractImages(pdf, page)) {
      if (width * height > mostPoints) continue;
      codes.push(...(await codesOfPicture(sharp(data, { raw: { width, height, channels } }))));
    }
  return codes;
}

export const codesOf = (bytes: Uint8Array, type: 'pdf' | 'picture'): Promise<string[]> =>
  type === 'pdf' ? codesOfPdf(bytes) : codesOfPicture(sharp(bytes, { limitInputPixels: mostPoints }));

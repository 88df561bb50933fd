import { readFile } from 'node:fs/promises';
import { qrOf } from '@sallyport/core/qr';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { qrPicture } from '../../packages/server/src/platform/paper/qr-picture.ts';
import { readCodes } from '../../packages/server/src/platform/paper/read-codes.ts';
import { openWatched } from '../support/browser.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;

/** The code on a printed DOCX, found in the picture that it is. */
async function codeIn(docx: Uint8Array): Promise<string> {
  const pictures = Object.entries(unzipSync(docx)).filter(([name]) => name.startsWith('word/media/'));
  const codes = await Promise.all(pictures.map(([, bytes]) => readCodes(bytes, 'picture')));
  const [code] = codes.flat();
  if (code === undefined) throw new Error('there is no code on the paper');
  return code;
}

/** The paper as it comes back from the desk: signed across the foot, laid on the glass askew, saved as JPEG. */
async function signed(code: string): Promise<Buffer> {
  const strokes = Buffer.from(
    '<svg width="900" height="1270"><path d="M120 1000c60-80 90 60 150-20s70 10 120-30" stroke="#22b" stroke-width="5" fill="none"/><circle cx="700" cy="980" r="90" stroke="#c22" stroke-width="8" fill="none"/></svg>',
  );
  const sheet = await sharp({ create: { width: 900, height: 1270, channels: 3, background: '#fbfaf6' } })
    .composite([
      { input: await qrPicture(qrOf(code), 4), left: 680, top: 70 },
      { input: strokes, left: 0, top: 0 },
    ])
    .png()
    .toBuffer();
  return sharp(await sharp(sheet).rotate(3, { background: '#777' }).blur(0.9).toBuffer())
    .jpeg({ quality: 55 })
    .toBuffer();
}

export function testForms({ program, browser }: Running, people: People): void {
  test('a form is printed, signed, matched back by its code, and kept as evidence', async () => {
    const { address } = program();
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), { address, language: 'zh', session });
    await page.goto('/register/commitment');
    await page.locator('main a.row').first().click();
    const onPaper = page.getByRole('region', { name: zh['forms.onPaper'] });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      onPaper.getByRole('button', { name: zh['forms.printDocx'] }).click(),
    ]);
    const code = await codeIn(await readFile(await download.path()));
    const number = onPaper.locator('li').first();
    expect(await number.innerText()).toMatch(/平安-\d{4}-\d{6}/);
    expect(await number.innerText()).toContain(zh['forms.state.out']);
    const fact = new URL(page.url()).pathname;

    await onPaper.getByRole('link', { name: zh['forms.toReturn'] }).click();
    await page.getByRole('heading', { level: 1, name: zh['forms.returnTitle'] }).waitFor();
    await page.locator('input[type="file"]').setInputFiles({
      name: '签字扫描件.jpg',
      mimeType: 'image/jpeg',
      buffer: await signed(code),
    });
    const found = page.getByRole('region', { name: zh['forms.found'] });
    await found.getByText(/平安-\d{4}-\d{6}/).waitFor();
    await found.getByRole('button', { name: zh['forms.confirm'] }).click();
    await page.getByText(zh['forms.returned']).waitFor();

    await page.goto(fact);
    await onPaper.getByText(zh['forms.state.returned']).first().waitFor();
    await page.getByRole('link', { name: '签字扫描件.jpg' }).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { settled, speak } from '../look-over.ts';
import { press } from '../pages.ts';

/** Pages that people print from the browser. */
const printed = ['/programme', '/duties', '/law/cn-cel-2023', '/journal', '/learn/zh/rights'];

/** Files to be printed: where their button is. */
const files = [
  { path: '/register/commitment/facts/double-signed', button: 'forms.printPdf' },
  { path: '/duties?status=overdue', button: 'ledgers.export', format: 'PDF' },
] as const;

/** A PDF as the browser's own reader would show it; one sheet under the other. */
async function drawPdf(page: Page, file: string, picture: string): Promise<void> {
  const reader = new URL('../../../node_modules/unpdf/dist/pdfjs.mjs', import.meta.url);
  await page.setContent('<body style="margin:0;background:#888"></body>');
  await page.addScriptTag({
    type: 'module',
    content: `${await readFile(reader, 'utf8')}\nglobalThis.readPdf = getDocument;`,
  });
  await page.evaluate<unknown>(`(async () => {
    const data = Uint8Array.from(atob('${await readFile(file, 'base64')}'), (letter) => letter.charCodeAt(0));
    const pdf = await globalThis.readPdf({ data }).promise;
    for (let at = 1; at <= Math.min(pdf.numPages, 3); at += 1) {
      const sheet = await pdf.getPage(at);
      const viewport = sheet.getViewport({ scale: 1.4 });
      const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height });
      canvas.style.cssText = 'display:block;margin:8px';
      document.body.append(canvas);
      await sheet.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
    }
  })()`);
  await page.screenshot({ path: picture, fullPage: true });
}

async function takeFiles(page: Page, folder: string): Promise<void> {
  for (const [at, { path, button, ...more }] of files.entries()) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await settled(page);
    const download = page.waitForEvent('download');
    await press(button)(page);
    if ('format' in more) await page.getByRole('button', { name: more.format }).click();
    const name = join(folder, `paper-file-${at + 1}`);
    await (await download).saveAs(`${name}.pdf`);
    const blank = await page.context().newPage();
    await drawPdf(blank, `${name}.pdf`, `${name}.png`);
    await blank.close();
  }
}

/** What comes out of a printer: A4 at 96 dots an inch. */
export async function takePapers(page: Page, folder: string): Promise<void> {
  await page.setViewportSize({ width: 718, height: 1047 });
  for (const path of printed)
    for (const language of ['zh', 'en'] as const) {
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      const address = path.replace('/zh/', `/${language}/`);
      await page.goto(address);
      await settled(page);
      if (!path.startsWith('/learn')) await speak(page, language);
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      const name = address.replaceAll(/[^A-Za-z0-9]+/g, '-');
      await page.screenshot({ path: join(folder, `paper${name}-${language}.png`), fullPage: true });
    }
  await page.emulateMedia({ media: 'screen' });
  await takeFiles(page, folder);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { type Language, sayIn } from './words.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What axe finds (WCAG 2.2 AA and its own advice), in words short enough to read in a failure. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Put in by the test's own way into the page, which the content policy does not see.
  if (await page.evaluate<boolean>('globalThis.axe === undefined')) await page.evaluate(axeSource);
  // Behind an open dialog nothing can be reached; axe's advice beyond WCAG is for whole pages.
  const dialog = (await page.getByRole('dialog').count()) > 0;
  const context = dialog ? `document.querySelector('[role="dialog"]')` : 'document';
  const options = JSON.stringify({ runOnly: dialog ? wcag : [...wcag, 'best-practice'], resultTypes: ['violations'] });
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${context}, ${options}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll(/\s+/g, ' ')}`),
  );
}

/** Four words of Latin letters in a row: names of programs and ids are shorter. */
const englishSentence = /[A-Za-z]{2,}(?:[ ,’']+[A-Za-z]{2,}){3,}/;

/** Without values to put in, and without the names of roles: accounts of the demo are called so. */
const saidWhole = (language: Language): readonly string[] =>
  Object.entries(sayIn[language])
    .filter(([key, sentence]) => !sentence.includes('{') && !/^(identity|trip)\.role\./.test(key))
    .map(([, sentence]) => sentence);

/** Sentences long enough that no name in the data is one of them by chance. */
const sentences: Readonly<Record<Language, readonly string[]>> = {
  zh: saidWhole('zh').filter((sentence) => sentence.length >= 6),
  en: saidWhole('en').filter((sentence) => sentence.split(' ').length >= 4),
};

/** All text of a page; not what is kept for machines: entries and checkpoints as they are hashed, and what browsers call themselves. */
const shownText = `(() => {
  const shown = document.body.cloneNode(true);
  // A field for the text of one language says which: what is in it is what somebody wrote.
  for (const part of shown.querySelectorAll('pre, script, noscript, style, [data-device], textarea[lang]')) part.remove();
  return [...shown.querySelectorAll('*')]
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent.trim())
    .filter((line) => line !== '')
    .join('\\n');
})()`;

/** What of a page is said in the other language, or is no sentence at all. */
export async function strayWords(page: Page, language: Language): Promise<string[]> {
  const text = await page.evaluate<string>(shownText);
  const other = language === 'zh' ? 'en' : 'zh';
  const foreign = sentences[other].filter(
    (sentence) => text.includes(sentence) && !sentences[language].includes(sentence),
  );
  const english = language === 'zh' ? (englishSentence.exec(text)?.slice(0, 1) ?? []) : [];
  const holes = [...text.matchAll(/\{[a-zA-Z]+[|}]|\bundefined\b|\bNaN\b|\[object|\b1 [a-z]{2,}[^sui ]s\b/g)].map(
    ([hole]) => hole,
  );
  return [...foreign, ...english, ...holes];
}

/** Numbers that only machines give, where a name is expected. */
export async function bareIds(page: Page): Promise<string[]> {
  const text = await page.evaluate<string>(shownText);
  return [...text.matchAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\b/g)].map(([id]) => `a bare id ${id}`);
}

/** One heading of the first order, and a title that says the same. */
export async function headFindings(page: Page, console: boolean): Promise<string[]> {
  const headings = await page.locator('h1').allInnerTexts();
  if (headings.length !== 1) return [`${headings.length} headings of the first order`];
  const title = await page.title();
  const wanted = console ? new RegExp(` · (${sayIn.zh['app.name']}|${sayIn.en['app.name']})$`) : /./;
  return wanted.test(title) && (!console || title.startsWith(headings[0]?.trim() ?? ''))
    ? []
    : [`the title “${title}” over “${headings[0]}”`];
}

/** How far the page can be pushed to the side, in pixels; wide tables scroll in boxes of their own. */
export const overflow = (page: Page): Promise<number> =>
  // What hangs from a field finds its new place some frames after the window got narrower.
  page.evaluate<number>(`new Promise((tell) => {
    const until = performance.now() + 2000;
    const look = () => {
      const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      if (sideways <= 0 || performance.now() > until) tell(sideways);
      else requestAnimationFrame(look);
    };
    look();
  })`);

/** What the keyboard can reach and nothing shows that it is there. */
export async function unseenFocus(page: Page): Promise<string[]> {
  // From here on the browser takes the focus for one of the keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate<string[]>(`(() => {
    const look = (element) => {
      const parts = [element, element.parentElement, element.closest('.mantine-Input-wrapper, .wide')].filter(Boolean);
      return parts.map((part) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, left, top } = getComputedStyle(part);
        return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor, left, top].join();
      }).join();
    };
    // What fades in is looked at when it is there.
    const ended = () => {
      document.body.getBoundingClientRect();
      for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    };
    const reached = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter((element) => !element.disabled && element.type !== 'file' && element.checkVisibility({ visibilityProperty: true }));
    return reached.flatMap((element) => {
      element.blur();
      ended();
      const before = look(element);
      element.focus();
      ended();
      const seen = document.activeElement !== element || look(element) !== before;
      return seen ? [] : ['no visible focus: ' + element.outerHTML.slice(0, 160)];
    });
  })()`);
}

/** Everything asked for is there: no skeleton of what is to come, and a heading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('main .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

/** In place: what was opened stays open. */
export async function speak(page: Page, language: Language): Promise<void> {
  const tag = language === 'zh' ? 'zh-CN' : 'en';
  if ((await page.evaluate<string>('document.documentElement.lang')) === tag) return;
  // A dialog lies over the head of the page; whoever has it open has chosen before.
  await page.locator(`.shell-tools button[lang="${tag}"]`).dispatchEvent('click');
  await page.getByRole('link', { name: sayIn[language]['app.skip'] }).waitFor({ state: 'attached' });
  await settled(page);
}

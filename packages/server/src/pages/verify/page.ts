import { html } from 'hono/html';
import type { PublicCertificate } from '../../modules/education/index.ts';
import { style } from '../learn/style.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

type Markup = ReturnType<typeof html>;
type Language = 'zh' | 'en';
const words = { zh, en } as const;

/** Whoever verifies may read either language: both stand on the page, and nothing has to be chosen. */
export const certificatePage = (nonce: string, found: PublicCertificate): Markup =>
  frame(nonce, (language) => {
    const { title, valid, note } = words[language];
    return html`<h1>${title}</h1>
      <p class="lead">${valid}</p>
      <dl>
        ${found.map(
          ({ field, value }) =>
            html`<dt>${words[language][field]}</dt>
              <dd>${'day' in value ? dayText(value.day, language) : value.text[language]}</dd>`,
        )}
      </dl>
      <p class="note">${note}</p>`;
  });

/** One answer for every link that opens nothing. */
export const nothingPage = (nonce: string): Markup =>
  frame(
    nonce,
    (language) => html`<h1>${words[language].nothing}</h1>
    <p>${words[language].nothingNote}</p>`,
  );

const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const frame = (nonce: string, body: (language: Language) => Markup): Markup => html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow, noarchive" />
    <title>${zh.title} · ${en.title}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <style nonce="${nonce}">${style}
dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 20px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
section + section { border-top: 1px solid var(--line); margin-top: 28px; }
</style>
  </head>
  <body>
    <main>
      <section lang="zh-CN">${body('zh')}</section>
      <section lang="en">${body('en')}</section>
    </main>
  </body>
</html>`;

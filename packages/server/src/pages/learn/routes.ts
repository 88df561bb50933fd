import type { Bilingual, OfficialLine } from '@sallyport/core/law';
import { type Context, Hono } from 'hono';
import { contents, type Language } from './content.ts';
import { indexPage, topicPage } from './page.ts';

export type ClauseName = (clause: string) => Bilingual;

/**
 * Pages for everybody: without account, form, script or cookie. Who read about reporting would itself be a thing to know, so nothing of
 * it is written down (PEOPLE.md); `compose.ts` keeps these addresses out of the log.
 */
export function learnPages(clauseName: ClauseName, line: OfficialLine | null): Hono {
  const app = new Hono();
  const around = (c: Context, language: Language) => ({
    language,
    nonce: c.get('nonce'),
    clauseName: (clause: string) => clauseName(clause)[language],
    line,
  });
  app.get('/', (c) => {
    c.header('vary', 'accept-language');
    return c.redirect(`/learn/${/^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh'}`);
  });
  for (const language of ['zh', 'en'] as const) {
    app.get(`/${language}`, (c) => c.html(indexPage(around(c, language))));
    for (const topic of contents[language].topics)
      app.get(`/${language}/${topic.id}`, (c) => c.html(topicPage(around(c, language), topic)));
  }
  return app;
}

import type { OfficialLine } from '@sallyport/core/law';
import { html } from 'hono/html';
import { clausesText } from './clauses-text.ts';
import { type Content, contents, type Language, type Part, type Topic } from './content.ts';
import { style } from './style.ts';

/** What a page needs to know besides its content. */
export type Around = {
  readonly language: Language;
  readonly nonce: string;
  readonly clauseName: (clause: string) => string;
  readonly line: OfficialLine | null;
};

type Markup = ReturnType<typeof html>;

/** The list of topics: the way in. */
export const indexPage = (around: Around): Markup => {
  const content = contents[around.language];
  return frame(
    around,
    '',
    content.title,
    html`<h1>${content.title}</h1>
      <p class="lead">${content.lead}</p>
      <ul class="topics">
        ${content.topics.map(
          ({ id, title, lead }) => html`<li><a href="/learn/${around.language}/${id}">${title}</a><br />${lead}</li>`,
        )}
      </ul>`,
  );
};

export const topicPage = (around: Around, topic: Topic): Markup => {
  const content = contents[around.language];
  return frame(
    around,
    `/${topic.id}`,
    topic.title,
    html`<nav aria-label="${content.topicsLabel}">
        ${content.topics.map(({ id, title }) =>
          id === topic.id
            ? html`<a href="/learn/${around.language}/${id}" aria-current="page">${title}</a>`
            : html`<a href="/learn/${around.language}/${id}">${title}</a>`,
        )}
      </nav>
      <h1>${topic.title}</h1>
      <p class="lead">${topic.lead}</p>
      ${topic.parts.map((part) => partOf(around, content, part))}
      <p class="note">${content.gists}</p>`,
  );
};

/** Number and site stand in the law and not in the text of a page. */
const told = (text: string, line: OfficialLine | null): string =>
  text.replaceAll('{phone}', line?.phone ?? '').replaceAll('{site}', line?.site ?? '');

const partOf = (around: Around, { basis }: Content, part: Part): Markup => {
  const { language, clauseName, line } = around;
  const { heading, clauses } = part;
  const lines = part.lines.map((text) => told(text, line));
  return html`<section>
    <h2>${heading}</h2>
    ${lines.length === 1 ? html`<p>${lines[0]}</p>` : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}
    <p class="note">${basis}${clausesText(clauses.map(clauseName), language)}</p>
  </section>`;
};

/** No script, no form, nothing from elsewhere: it reads the same wherever it is opened. */
function frame({ language, nonce, line }: Around, path: string, title: string, body: Markup): Markup {
  const { name, other, lineNote } = contents[language];
  const turned = language === 'zh' ? 'en' : 'zh';
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · ${name}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <style nonce="${nonce}">${style}</style>
  </head>
  <body>
    <header>
      <a class="name" href="/learn/${language}">${name}</a>
      <a href="/learn/${turned}${path}" lang="${turned === 'zh' ? 'zh-CN' : 'en'}">${other}</a>
    </header>
    <main>${body}</main>
    <footer>${line === null ? '' : html`${line.name[language]} <a href="tel:${line.phone}">${line.phone}</a> · `}${lineNote}</footer>
  </body>
</html>`;
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { createWords, type Language, type Phrase } from '../words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

/** A mail names no duty and no person: others read along on its way, and on screens abroad. */
export type Letter = {
  /** Of the row in the outbox; the same at every attempt. */
  readonly id: string;
  readonly to: string;
  readonly template: MailTemplate;
  /** In this order; two for somebody whose language is not known yet. */
  readonly languages: readonly [Language, ...Language[]];
  /** A page of this installation. */
  readonly link: string;
};

export type MailTemplate = 'to-do' | 'invitation' | 'recovery' | 'recovery-asked' | 'sign-in-changed';

export type Rendered = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly date: Date;
};

const say = createWords(zh, en);
const address = z.email().max(254);

type Sender = { readonly from: string; readonly publicUrl: string; readonly now: () => number };

/** `null` when the address or the link would do something else than asked: add headers, reach others, lead elsewhere. */
export function renderLetter(letter: Letter, { from, publicUrl, now }: Sender): Rendered | null {
  if (!address.safeParse(letter.to).success || !leadsHome(letter.link, publicUrl)) return null;
  const subject = say(`${letter.template}.subject`);
  return {
    from,
    to: letter.to,
    subject: inAll(letter, subject, ' / '),
    text: textOf(letter),
    // The same at every attempt, so that a mail sent twice shows once; a hash, because ids tell when they were made.
    messageId: `<${createHash('sha256').update(letter.id).digest('hex').slice(0, 32)}@${domainOf(from)}>`,
    // To the hour: the minute of an event is nobody's business on the way.
    date: new Date(Math.floor(now() / 3_600_000) * 3_600_000),
  };
}

/** What it says: for the mail, and for whoever hands it on where there is no mail server. */
export const textOf = (letter: Letter): string =>
  `${inAll(letter, say(`${letter.template}.body`, { link: letter.link }), '\n\n----\n\n')}\n`;

const inAll = ({ languages }: Letter, phrase: Phrase, between: string): string =>
  languages.map((language) => phrase[language]).join(between);

/** Whether an address is of one of these domains: the house's own. */
export const isInside = (domains: readonly string[], mail: string): boolean =>
  domains.includes(domainOf(mail).toLowerCase());

export const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1);

const leadsHome = (link: string, publicUrl: string): boolean =>
  !/[\s\p{Cc}<>"]/u.test(link) &&
  URL.canParse(link) &&
  new URL(link).origin === new URL(publicUrl).origin &&
  !new URL(link).username;

import type { Transaction } from '../../../platform/database/transaction.ts';
import { createWords, type Phrase } from '../../../platform/words/words.ts';
import { numbersOf } from '../../devices/index.ts';
import { roleName } from '../../identity/index.ts';
import { type Fields, factsThere, kindNamed } from '../../register/index.ts';
import type { RuleTitle } from '../leaving-shown.ts';
import { type Item, itemsOf } from '../leaving-store.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const say = createWords(zh, en);

/** One line of a handover sheet: nothing of it is sensitive, and nobody but the receiver is named. */
export type SheetLine = {
  readonly what: Phrase;
  readonly content: Phrase;
  readonly receiver: string | null;
  readonly handedOn: Date | null;
};

const inWords = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
const dayPhrase = (day: string): Phrase => ({ zh: inWords(day, 'zh-CN'), en: inWords(day, 'en-GB') });
const both = (text: string): Phrase => ({ zh: text, en: text });
const textOf = (fields: Fields | undefined, name: string): string => String(fields?.[name] ?? '');

/** What a leaver hands over as a sheet to sign says it, in the order of the list; at most so many. */
export async function linesOf(
  tx: Transaction,
  ruleTitle: RuleTitle,
  leaving: string,
  limit: number,
): Promise<SheetLine[]> {
  const page = { behind: -1, limit };
  const items = [
    ...(await itemsOf(tx, leaving, { ...page, handed: false })),
    ...(await itemsOf(tx, leaving, { ...page, handed: true })),
  ].toSorted((one, two) => one.position - two.position);
  const shown = items.slice(0, limit);
  const content = await contentsOf(tx, ruleTitle, shown);
  return shown.map((item) => ({
    what: say(item.what),
    content: content(item),
    receiver: item.receiver,
    handedOn: item.handedAt,
  }));
}

/** What each of several items is, as people call it. */
export async function contentsOf(tx: Transaction, ruleTitle: RuleTitle, items: readonly Item[]) {
  const of = async (kind: 'copy' | 'document' | 'trip' | 'appointment', ids: readonly string[]) =>
    new Map((await factsThere(tx, kindNamed(kind), [...new Set(ids)])).map(({ id, fields }) => [id, fields]));
  const ids = (what: Item['what']): string[] => items.flatMap((one) => (one.what === what ? (one.fact ?? []) : []));
  const copies = await of('copy', ids('copy'));
  const documents = await of(
    'document',
    [...copies.values()].map((fields) => textOf(fields, 'document')),
  );
  const devices = await numbersOf(tx, [...new Set(ids('device'))]);
  const trips = await of('trip', ids('trip'));
  const appointments = await of('appointment', ids('appointment'));
  const worded = (kind: string, field: string, value: string): Phrase =>
    kindNamed(kind).fields[field]?.words?.[value] ?? both(value);

  return ({ what, name, fact, period }: Item): Phrase => {
    if (what === 'duty') {
      const title = ruleTitle(name) ?? both(name);
      return period === null ? title : say('periodFrom', { title, day: dayPhrase(period) });
    }
    if (what === 'copy') {
      const fields = copies.get(fact ?? '');
      const document = documents.get(textOf(fields, 'document'));
      const title = both(textOf(document, 'title') || textOf(document, 'number') || (fact ?? ''));
      const number = fields?.['copyNumber'] ?? null;
      return number === null ? title : say('copyNumber', { title, number: Number(number) });
    }
    if (what === 'device') return both(devices.get(fact ?? '') ?? fact ?? '');
    if (what === 'trip') {
      const fields = trips.get(fact ?? '');
      const title = worded('trip', 'kind', textOf(fields, 'kind'));
      const day = fields?.['departsOn'] ?? null;
      return day === null ? title : say('periodFrom', { title, day: dayPhrase(String(day)) });
    }
    if (what === 'appointment') return worded('appointment', 'role', textOf(appointments.get(fact ?? ''), 'role'));
    return roleName(name);
  };
}

import { vocabulary } from '@sallyport/core/facts';
import type { Language } from '../../app/language.ts';
import type { Key } from '../../app/words.ts';

/** What an entry can be about besides facts. */
const others: Readonly<Record<string, Key>> = {
  account: 'journal.about.account',
  'two-person-act': 'journal.about.act',
  import: 'journal.about.import',
  ledger: 'journal.about.ledger',
  form: 'journal.about.form',
  handover: 'journal.about.handover',
  hold: 'journal.about.hold',
  'learning-package': 'journal.about.package',
  letter: 'journal.about.letter',
  token: 'journal.about.token',
  'calendar-feed': 'journal.about.feed',
  'duty-view': 'journal.about.view',
  leaving: 'journal.about.leaving',
  setting: 'journal.about.setting',
  erasureRun: 'journal.about.erasureRun',
};

type Say = (key: Key) => string;

function kindText(kind: string, language: Language, t: Say): string {
  const key = others[kind];
  return key === undefined ? (vocabulary.kinds.get(kind)?.label[language] ?? kind) : t(key);
}

/** `person/person-0000018` as what it is and its number. */
export function subjectText(subject: string, language: Language, t: Say): string {
  const cut = subject.indexOf('/');
  return cut < 0 ? subject : `${kindText(subject.slice(0, cut), language, t)} ${subject.slice(cut + 1)}`;
}

export const subjectKinds = (
  language: Language,
  t: Say,
): readonly { readonly value: string; readonly label: string }[] =>
  [...vocabulary.kinds.keys(), ...Object.keys(others).filter((kind) => !vocabulary.kinds.has(kind))].map((value) => ({
    value,
    label: kindText(value, language, t),
  }));

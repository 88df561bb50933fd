import { type Kind, vocabulary } from '@sallyport/core/facts';
import type { Actor } from '../../platform/actions/actor.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Language, Phrase } from '../../platform/words/words.ts';
import { type Fields, kindNamed, referredFact } from '../register/index.ts';
import { fieldAt } from './contract.ts';
import type { FormsParts } from './parts.ts';

export type Reader = {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly language: Language;
  readonly ruleTitle: (rule: string) => Phrase | null;
} & Pick<FormsParts, 'dayOf' | 'leaving' | 'expectedAt'>;

type Cell = Fields[string];

/** On a form each label stands by itself: in English it begins as a sentence does. */
export function labelAt(kind: Kind, path: string, language: Language): string {
  const label = fieldAt(vocabulary, kind, path)?.label[language] ?? path;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** What stands at the end of a path, as a reader of the paper has it; nothing where it is not known, to be filled in by hand. */
export async function valueAt(reader: Reader, kind: Kind, fields: Fields, path: string): Promise<string> {
  const [name = '', ...rest] = path.split('.');
  const field = kind.fields[name];
  const cell = fields[name] ?? null;
  if (field === undefined || cell === null) return '';
  const { language, ruleTitle } = reader;
  if (field.type === 'ref' && field.to !== undefined) {
    const target = kindNamed(field.to);
    const found = (await referredFact(reader.tx, reader.actor, field.to, String(cell))) ?? refuse('forms.out-of-reach');
    return rest.length === 0
      ? titleOf(target, found.fact.fields, language)
      : valueAt(reader, target, found.fact.fields, rest.join('.'));
  }
  if (field.type === 'word') return field.words?.[String(cell)]?.[language] ?? String(cell);
  if (field.type === 'day') return dayText(String(cell), language);
  if (field.type === 'boolean') return yesOrNo[language][cell === true ? 0 : 1];
  if (field.type === 'text' && name === 'rule') return ruleTitle(String(cell))?.[language] ?? String(cell);
  return String(cell);
}

const yesOrNo = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

/** What people call a fact; one without a name is called by its kind, and never by an id that says nothing on paper. */
function titleOf(kind: Kind, fields: Fields, language: Language): string {
  for (const name of ['name', 'title', 'number']) {
    const value: Cell | undefined = fields[name];
    if (kind.fields[name]?.type === 'text' && typeof value === 'string' && value !== '') return value;
  }
  return vocabulary.kinds.get(kind.name)?.label[language] ?? '';
}

export const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

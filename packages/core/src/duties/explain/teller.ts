import { type Day, microsPerDay } from '../../calendar/index.ts';
import { type Field, type Register, tableOf, type Vocabulary } from '../../facts/index.ts';
import { isRef, type Node, type Trace, type Type, type Value } from '../../feel/index.ts';
import { type Bilingual, clauseName, type Law, type Rule, type Variant } from '../../law/index.ts';
import { type Question, settingOn } from '../question.ts';
import { cell } from '../world.ts';
import { dayText, durationText, fullWidth, instantText, type Language, listText, monthsText } from './language.ts';

/** What an explanation is made from besides the decision itself. */
export type Telling = {
  readonly law: Law;
  readonly register: Register;
  readonly question: Question;
  readonly vocabulary: Vocabulary;
};

/** A record that is named in what is said, so that a reader can open it. */
export type NamedFact = { readonly kind: string; readonly id: string };

type Seen = {
  readonly rule: Rule;
  readonly variant: Variant | null;
  readonly trace: Trace;
  readonly subject: number;
  readonly on: Day | null;
};

/** Says the parts of one decision in one language: values, records, fields, clauses. */
export class Teller {
  readonly language: Language;
  readonly law: Law;
  readonly register: Register;
  readonly question: Question;
  readonly vocabulary: Vocabulary;
  readonly rule: Rule;
  readonly variant: Variant | null;
  readonly trace: Trace;
  readonly subject: number;
  readonly on: Day | null;
  readonly #named = new Map<string, NamedFact>();

  constructor(telling: Telling, seen: Seen, language: Language) {
    this.language = language;
    this.law = telling.law;
    this.register = telling.register;
    this.question = telling.question;
    this.vocabulary = telling.vocabulary;
    this.rule = seen.rule;
    this.variant = seen.variant;
    this.trace = seen.trace;
    this.subject = seen.subject;
    this.on = seen.on;
  }

  pick = (zh: string, en: string): string => (this.language === 'zh' ? zh : en);
  text = (label: Bilingual): string => (this.language === 'zh' ? fullWidth(label.zh) : label.en);
  /** Quotes within stand in single marks. */
  quote = (label: Bilingual): string =>
    `“${this.text(label)
      .replace(/“([^”]*)”/g, '‘$1’')
      .replace(/"([^"]*)"/g, '‘$1’')}”`;
  list = (items: readonly string[], word: 'and' | 'or'): string => listText(this.language, items, word);
  day = (day: Day): string => dayText(this.language, day);

  /** A moment of the rule: a day, or a point in time where its limits are in hours. */
  moment = (value: number): string => (this.rule.clock === 'instant' ? this.instant(value) : this.day(value));

  /** “on 3 March 2026”, “at 14:00 on 3 March 2026”; Chinese needs no such word. */
  when = (value: number): string => this.pick('', this.rule.clock === 'instant' ? 'at ' : 'on ') + this.moment(value);

  instant(value: number): string {
    const { asOf, endOfDay } = this.question;
    const offset = Math.round(((asOf + 1) * microsPerDay - 1 - endOfDay) / 60_000_000);
    return instantText(this.language, value, offset);
  }

  /** What a node came to; one that was not looked at, because something before it decided, is looked up as it would have been. */
  valueOf(node: Node): Value {
    const seen = this.trace.get(node);
    if (seen !== undefined) return seen;
    if (node.form === 'variable') return node.name === this.rule.subject ? this.subject : null;
    if (node.form === 'slot') return this.#slot(node.name);
    if (node.form !== 'field') return null;
    const row = this.valueOf(node.of);
    return row === null ? null : this.#visible(node.kind, node.field, row as number);
  }

  /** A cell, unless it tells of something that had not happened on the day asked about. */
  #visible(kind: string, field: string, row: number): Value {
    const value = cell(this.register, tableOf(this.register, kind).columns[field], row);
    if (value === null || this.field(kind, field)?.timing !== 'milestone') return value;
    return typeof value === 'number' &&
      value > (this.field(kind, field)?.type === 'instant' ? this.question.endOfDay : this.question.asOf)
      ? null
      : value;
  }

  #slot(name: string): Value {
    if (name.startsWith('setting.'))
      return settingOn(this.question.settings.get(name.slice('setting.'.length)), this.on);
    return this.rule.constants.find((constant) => constant.name === name)?.value ?? null;
  }

  kindLabel(kind: string): string {
    const label = this.vocabulary.kinds.get(kind)?.label;
    return label ? this.text(label) : '';
  }

  /** A record of a kind, where the kind is not already called one. */
  recordLabel(kind: string): string {
    const label = this.kindLabel(kind);
    return this.pick(
      label.endsWith('记录') ? label : `${label}记录`,
      label.endsWith('record') ? label : `${label} record`,
    );
  }

  field = (kind: string, field: string): Field | undefined => this.vocabulary.kinds.get(kind)?.fields[field];

  fieldLabel(kind: string, field: string): string {
    const label = this.field(kind, field)?.label;
    return label ? this.quote(label) : '';
  }

  idOf(kind: string, row: number): string {
    const id = tableOf(this.register, kind).ids[row] ?? '';
    this.#named.set(`${kind} ${id}`, { kind, id });
    return id;
  }

  /** Every record that has been named so far. */
  get named(): readonly NamedFact[] {
    return [...this.#named.values()];
  }

  /** A record by its kind and id. In English an id that begins with the kind needs no second word for it. */
  record(kind: string, row: number): string {
    const id = this.idOf(kind, row);
    const label = this.kindLabel(kind);
    if (this.language === 'zh') return `${label} ${id}`;
    return id.toLowerCase().replaceAll('-', ' ').startsWith(label.toLowerCase().replaceAll('-', ' '))
      ? id
      : `${label} ${id}`;
  }

  /** A body by its name and id; a person by id alone. */
  body(kind: string, row: number): string {
    const name = kind === 'organisation' ? tableOf(this.register, kind).columns['name'] : undefined;
    const written = name?.type === 'text' ? name.values[row] : null;
    if (!written) return this.record(kind, row);
    return this.pick(`${fullWidth(written)}（${this.idOf(kind, row)}）`, `${written} (${this.idOf(kind, row)})`);
  }

  word(field: Field | undefined, word: string): string {
    const label = field?.words?.[word];
    if (label) return this.quote(label);
    // A standing duty is named by its title: the list of its words is the packs themselves.
    return this.rule.standing ? this.quote(this.rule.title) : this.pick('“其他”', '“other”');
  }

  /** A value by its type; words need the field they are declared in. */
  value(type: Type, value: Value, field?: Field): string {
    if (value === null) return this.pick('未知', 'not known');
    if (isRef(type)) return this.record(type.ref, value as number);
    switch (type) {
      case 'boolean':
        return value === true ? this.pick('“是”', '“yes”') : this.pick('“否”', '“no”');
      case 'word':
        return this.word(field, value as string);
      case 'day':
        return this.day(value as number);
      case 'instant':
        return this.instant(value as number);
      case 'months':
        return monthsText(this.language, value as number);
      case 'duration':
        return durationText(this.language, value as number);
      default:
        return typeof value === 'number' ? String(value) : this.pick('已登记', 'recorded');
    }
  }

  /** A clause as it is cited; its number only where it was read. */
  clause(id: string): string {
    const found = this.law.clauses.get(id);
    if (!found) return this.pick('本条款', 'this clause');
    const name = this.text(clauseName(this.law, id));
    const short = this.text(found.edition.instrument.short);
    return this.language === 'zh' && found.edition.instrument.kind !== 'policy'
      ? `《${short}》${name.slice(short.length)}`
      : name;
  }

  edition(): string {
    const edition = this.law.editions.find(({ id }) => id === this.rule.pack);
    const title = edition ? this.text(edition.instrument.title) : '';
    if (edition?.instrument.kind === 'policy')
      return this.pick(title, `${title.charAt(0).toLowerCase()}${title.slice(1)}`);
    return this.pick(`《${title}》`, title);
  }
}

import { type Kind, vocabulary } from '@sallyport/core/facts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Column, Pair, Paper, Part } from '../../platform/paper/paper.ts';
import type { Language } from '../../platform/words/words.ts';
import { type Fields, kindNamed, relatedFacts } from '../register/index.ts';
import type { Template, TemplatePart } from './contract.ts';
import { itemsOf } from './items.ts';
import { labelAt, type Reader, valueAt } from './values.ts';

/** Of a fact related to the one printed; more than this is a list, and a list has its own page. */
const mostRows = 200;

/** Beyond so many characters a value takes the whole row of a form. */
const wideFrom: Readonly<Record<Language, number>> = { zh: 16, en: 30 };

export type Printed = { readonly kind: Kind; readonly id: string; readonly fields: Fields };

/** The parts of a template with what a fact says; of none, with room to write. */
export async function partsOf(reader: Reader, template: Template, fact: Printed | null, kind: Kind): Promise<Part[]> {
  const parts: Part[] = [];
  for (const part of template.parts) parts.push(await partOf(reader, part, fact, kind));
  return parts;
}

async function partOf(reader: Reader, part: TemplatePart, fact: Printed | null, kind: Kind): Promise<Part> {
  const { language } = reader;
  switch (part.part) {
    case 'fields':
      return { part: 'pairs', pairs: await pairsOf(reader, kind, part.fields, fact) };
    case 'rows':
      return rowsOf(reader, part, kind, fact);
    case 'items':
      return itemsOf(reader, fact, kind);
    case 'paragraph':
      return { part: 'paragraph', style: part.style, text: part.text[language] };
    case 'boxes':
      return { part: 'boxes', boxes: part.boxes.map((box) => ({ ...box, label: box.label[language] })) };
    case 'signatures':
      return { part: 'signatures', labels: part.labels.map((label) => label[language]) };
  }
}

async function pairsOf(reader: Reader, kind: Kind, paths: readonly string[], fact: Printed | null): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const path of paths) {
    const value = fact === null ? '' : await valueAt(reader, kind, fact.fields, path);
    const wide = value.length > wideFrom[reader.language];
    pairs.push({ label: labelAt(kind, path, reader.language), value, wide });
  }
  return pairs;
}

async function rowsOf(
  reader: Reader,
  { of, fields }: Extract<TemplatePart, { part: 'rows' }>,
  kind: Kind,
  fact: Printed | null,
): Promise<Part> {
  const inverse = vocabulary.inverses.get(kind.name)?.get(of);
  const target = kindNamed(inverse?.kind ?? '');
  const columns: Column[] = fields.map((path) => ({ head: labelAt(target, path, reader.language), share: 1 }));
  const rows: string[][] = [];
  const found =
    fact === null
      ? []
      : ((await relatedFacts(reader.tx, reader.actor, { kind: kind.name, id: fact.id, relation: of }, mostRows)) ??
        refuse('forms.out-of-reach'));
  for (const { fact: related } of found) {
    const row: string[] = [];
    for (const path of fields) row.push(await valueAt(reader, target, related.fields, path));
    rows.push(row);
  }
  // An empty table is filled in by hand.
  if (rows.length === 0) for (let at = 0; at < 3; at++) rows.push(fields.map(() => ''));
  return { part: 'table', columns, rows };
}

type Sheet = {
  readonly template: Template;
  readonly unit: string;
  readonly parts: readonly Part[];
  readonly below: readonly string[];
  readonly code: Paper['code'];
};

export const sheetOf = ({ template, unit, parts, below, code }: Sheet, language: Language): Paper => ({
  language,
  orientation: 'portrait',
  unit,
  title: template.title[language],
  below,
  parts,
  foot: `${unit}　${template.title[language]}`,
  code,
});

import { type Field, isId } from '@sallyport/core/facts';
import type { Values } from '../platform/words/words.ts';
import { readDayForm, readExcelNumber } from './day-forms.ts';
import type { ProblemCode } from './file-problem.ts';
import { isFormulaLike } from './formula.ts';
import { normalName } from './kind-names.ts';
import { type RawCell, textOf } from './raw-row.ts';
import { remembered } from './remembered.ts';
import { readYesNo } from './yes-no.ts';

/** The value as canonical JSON holds it, or why there is none. */
export type LooseResult =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly code: ProblemCode; readonly values: Values };

const ok = (value: string | number | boolean): LooseResult => ({ ok: true, value });
const problem = (code: ProblemCode, value: string): LooseResult => ({
  ok: false,
  code,
  values: { value: value.slice(0, 60) },
});

const formulaError = /^#(REF|NAME|VALUE|DIV\/0|N\/A|NULL|NUM)[!?]?$/;

/** Reads a cell that is not blank, in the forms people use, for any field but a reference. */
export function readLooseCell(field: Field, cell: RawCell, offset: string | null): LooseResult {
  const text = textOf(cell);
  if (formulaError.test(text)) return problem('formula-error', text);
  switch (field.type) {
    case 'day':
      return readDay(cell, text);
    case 'instant':
      return readInstant(cell, text, offset);
    case 'integer': {
      const digits = text
        .normalize('NFKC')
        .replace(/(?<=\d),(?=\d{3}\b)/g, '')
        .replace(/\.0+$/, '');
      return /^-?\d{1,16}$/.test(digits) ? ok(Number(digits)) : problem('not-an-integer', text);
    }
    case 'boolean': {
      const answer = typeof cell === 'boolean' ? cell : readYesNo(text);
      return answer === null ? problem('not-a-boolean', text) : ok(answer);
    }
    case 'word': {
      const word = wordOf(field, text);
      return word === null ? problem('not-a-word', text) : ok(word);
    }
    default:
      return readText(text);
  }
}

function readDay(cell: RawCell, text: string): LooseResult {
  const reading = typeof cell === 'number' ? readExcelNumber(cell) : readDayForm(text);
  return reading.ok ? ok(reading.day) : problem(reading.code, text);
}

const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})?$/;

function readInstant(cell: RawCell, text: string, offset: string | null): LooseResult {
  const written =
    cell instanceof Date && !Number.isNaN(cell.getTime())
      ? cell.toISOString().slice(0, 19)
      : text.normalize('NFKC').replaceAll('/', '-');
  const match = local.exec(written);
  if (!match) return problem('not-an-instant', text);
  const [, day, time, seconds = ':00', fraction = '', zone = offset] = match;
  return zone === null ? problem('time-without-offset', text) : ok(`${day}T${time}${seconds}${fraction}${zone}`);
}

const wordReaders = new WeakMap<Field, (text: string) => string | null>();

/** The word that a text names by itself or by its label in either language. */
function wordOf(field: Field, text: string): string | null {
  const known = wordReaders.get(field);
  if (known !== undefined) return known(text);
  const words = Object.entries(field.words ?? {});
  if (words.length === 0) return isId(text) ? text : null;
  const table = new Map<string, string>();
  for (const [word] of words) table.set(normalName(word), word);
  for (const [word, label] of words) {
    for (const name of [label.zh, label.en]) if (!table.has(normalName(name))) table.set(normalName(name), word);
  }
  for (const [name, word] of Object.entries(field.also ?? {}))
    if (!table.has(normalName(name))) table.set(normalName(name), word);
  const reader = remembered((each) => table.get(normalName(each)) ?? null);
  wordReaders.set(field, reader);
  return reader(text);
}

/** A name or title never begins as a formula does. The apostrophe that our own CSV puts before such text comes off again. */
function readText(text: string): LooseResult {
  if (/^[=@＝＠]/.test(text)) return { ok: false, code: 'formula', values: {} };
  return ok(text.startsWith("'") && isFormulaLike(text.slice(1)) ? text.slice(1) : text);
}

import { vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { template } from './contract.ts';
import { standardForms } from './forms-there.ts';
import { codeText, numberText, readCode, readNumber } from './number.ts';

test.each(standardForms)(
  'the form $form that the program comes with is one a unit could save',
  ({ kind, standard }) => {
    const of = vocabulary.kinds.get(kind);
    if (of === undefined) throw new Error(`no kind ${kind}`);
    expect(template.parse(standard)).toEqual(standard);
    expect(checkTemplate(of, standard)).toEqual([]);
  },
);

test('a number is read as it is written on paper, and a code as it is drawn', () => {
  const print = { routing: 'abcdefgh', year: 2026, serial: 123, token: 'ABCDEFGHIJKLMNOP' };
  expect(numberText(print)).toBe('平安-2026-000123');
  expect(readNumber(numberText(print))).toEqual({ year: 2026, serial: 123 });
  expect(readCode(codeText(print))).toEqual(print);
  // The size of code that is read from a photograph of a whole sheet.
  expect(codeText(print).length).toBeLessThanOrEqual(42);
  for (const said of ['', 'https://example.org', codeText(print).slice(1), `${codeText(print)} `])
    expect(readCode(said)).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactJson, parseMarked, TwiceNamed, WrittenNumber } from './exact-json.ts';

describe('JSON with numbers as written', () => {
  it('keeps every digit, with and without the help of JSON.parse', () => {
    const text = '{"n1":[0.1,-1.50E+3,12345678901234567890123456789012345],"n":"n2 \\" : 3","a:":"t","b" : 0}';
    const found = parseMarked(text);
    expect(found).toEqual(parseExactJson(text));
    expect(found).toEqual({
      n1: [
        new WrittenNumber('0.1'),
        new WrittenNumber('-1.50E+3'),
        new WrittenNumber('12345678901234567890123456789012345'),
      ],
      n: 'n2 " : 3',
      'a:': 't',
      b: new WrittenNumber('0'),
    });
  });

  it('reads any JSON the same both ways', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(2), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent);
        expect(parseMarked(spaced)).toEqual(parseExactJson(spaced));
      }),
    );
  });

  it('refuses an object that says a name twice, however it is written, and no two objects that say it once', () => {
    for (const text of ['{"a":1,"a":1}', '{"b":[{"a" : {}, "c":0, "\\u0061":1}]}', '{"a":{"a":1},"a":2}'])
      expect(() => parseExactJson(text), text).toThrow(TwiceNamed);
    for (const text of [
      '{"a":{"a":[{"a":1},{"a":2}]},"b":"a","c":"{\\"a\\":1,\\"a\\":1}"}',
      '["a","a"]',
      '{"a":1,"A":2}',
    ])
      expect(parseExactJson(text)).toBeDefined();
  });

  it('refuses what is no JSON', () => {
    for (const text of ['', '01', '{"a":1,}', '"a', "{'a':1}", '1 2'])
      expect(() => parseMarked(text), text).toThrow(SyntaxError);
  });
});

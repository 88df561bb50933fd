import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { calendars } from '../law/read-packs.ts';
import { answerLines } from './batch.ts';
import { memoryEngine } from './engine.ts';

const cn = calendars().get('cn');

async function answers(
  input: string | Buffer,
  engine: 'kernel' | 'explain' = 'explain',
  language: 'zh' | 'en' = 'en',
): Promise<string[]> {
  if (!cn) throw new Error('there is no calendar cn');
  const output = new PassThrough();
  const done = text(output);
  await answerLines(Readable.from(piecesOf(Buffer.from(input))), output, memoryEngine(cn, engine), language);
  output.end();
  return (await done).split('\n').slice(0, -1);
}

/** As a file comes: cut anywhere, within characters too. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  const size = bytes.length > 1_000_000 ? 65_536 : 7;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

describe.each(['kernel', 'explain'] as const)('feel --batch on the %s', (engine) => {
  it('answers each line in order, with every digit', async () => {
    const input = [
      line({ id: 'sum', expression: '0.1 + 0.2' }),
      line({ id: 2, expression: 'a + @"P1M"', context: { a: { '@': '2024-01-31' } } }),
      '{"id":3,"expression":"a + 0","context":{"a":1234567890123456789.012345678901234}}\n',
      line({ id: 4, expression: 'add working days(@"2024-09-30", 1)' }),
      line({ id: 5, expression: '[1, null]' }),
    ].join('');
    expect(await answers(input, engine)).toEqual([
      '{"id":"sum","value":0.3}',
      '{"id":2,"value":"2024-02-29"}',
      '{"id":3,"value":1234567890123456789.012345678901234}',
      '{"id":4,"value":"2024-10-08"}',
      '{"id":5,"value":[1,null]}',
    ]);
  });

  it('refuses with line and column, and goes on', async () => {
    const found = await answers(
      line({ id: 1, expression: '1 +\n  today()' }) + line({ id: 2, expression: '1' }),
      engine,
    );
    expect(found.map((answer) => JSON.parse(answer) as unknown)).toMatchObject([
      { id: 1, refused: { line: 2, column: 3 } },
      { id: 2, value: 1 },
    ]);
  });
});

describe('bad lines', () => {
  it.each([
    ['not JSON', 'not JSON'],
    ['[1]', 'must be an object'],
    ['{"expression":"1"}', '“id”'],
    ['{"id":{},"expression":"1"}', '“id”'],
    ['{"id":1}', '“expression”'],
    ['{"id":1,"expression":1}', '“expression”'],
    ['{"id":1,"expression":"1","contxt":{}}', '“contxt”'],
    ['{"id":1,"expression":"1","context":{"a":[[1]]}}', '“a”'],
    ['{"id":1,"expression":"1","context":7}', 'the context'],
    ['{"id":1,"__proto__":{"expression":"1"}}', '“__proto__”'],
    ['{"id":1,"expression":"\\ud800"}', 'surrogate'],
  ])('%s', async (bad, message) => {
    const [first = '', second] = await answers(`${bad}\n{"id":"after","expression":"1"}\n`);
    expect((JSON.parse(first) as { refused: { message: string } }).refused.message).toContain(message);
    expect(second).toBe('{"id":"after","value":1}');
  });

  it('with an expression of 100,000 characters are refused', async () => {
    const [answer = ''] = await answers(line({ id: 1, expression: `${'1+'.repeat(50_000)}1` }));
    expect(JSON.parse(answer)).toMatchObject({ id: 1, refused: { message: expect.stringMatching(/longer than/) } });
  });

  it('in another encoding are refused and never misread', async () => {
    // 姓名 in GB18030, which Node does not encode.
    const name = Buffer.from('d0d5c3fb', 'hex');
    const bytes = (head: string, tail: string): Buffer => Buffer.concat([Buffer.from(head), name, Buffer.from(tail)]);
    const found = await answers(
      Buffer.concat([
        bytes('{"id":1,"expression":"string length(\\"', '\\")"}\n'),
        Buffer.from(line({ id: 2, expression: 'string length("姓名")' })),
      ]),
    );
    expect(found).toEqual([
      '{"id":null,"refused":{"message":"not in UTF-8; save it as UTF-8","line":1,"column":1}}',
      '{"id":2,"value":2}',
    ]);
  });

  it('longer than the limit are refused without being kept, and the next one is read', async () => {
    const mebibyte = 1024 * 1024;
    const padded = (length: number): string => '{"id":1,"expression":"1"}'.padEnd(length, ' ');
    const found = await answers(`${padded(mebibyte)}\n${padded(mebibyte + 1)}\n${padded(3 * mebibyte)}\n${padded(30)}`);
    expect(found.map((answer) => (JSON.parse(answer) as { refused?: { message: string } }).refused?.message)).toEqual([
      undefined,
      'the line is longer than 1 MiB; write several lines',
      'the line is longer than 1 MiB; write several lines',
      undefined,
    ]);
  });

  it('that say a name twice in one object are refused, as nobody can tell which was meant', async () => {
    const bad = ['{"id":1,"expression":"1","expression":"2"}', '{"id":2,"expression":"a","context":{"a":1,"a":2}}'];
    const said = (await answers([...bad, '{"id":3,"expression":"1"}'].join('\n'))).map(
      (answer) => (JSON.parse(answer) as { refused?: { message: string } }).refused?.message,
    );
    expect(said).toEqual([
      '“expression” stands twice in one object; keep one',
      '“a” stands twice in one object; keep one',
      undefined,
    ]);
  });

  it('are refused in Chinese where Chinese is asked for', async () => {
    const bad = ['not JSON', '{"id":1,"expression":"today()"}', '{"id":1,"expression":"1","context":{"a":[1,"x"]}}'];
    const said = (await answers(bad.join('\n'), 'explain', 'zh')).map(
      (answer) => (JSON.parse(answer) as { refused: { message: string } }).refused.message,
    );
    expect(said).toEqual([
      '这一行不是JSON：请写成{"id": …, "expression": "…", "context": {…}}。',
      '规则不读取当前时间：请把日期登记为登记信息，或者与某项里程碑日期比较。',
      '“a”的第2项是文本，而前面的是整数：一个列表只能有一类值。',
    ]);
  });

  it('passes over empty lines, a byte order mark and a missing last line end', async () => {
    expect(await answers('\uFEFF{"id":1,"expression":"1"}\r\n\r\n\n{"id":2,"expression":"2"}')).toEqual([
      '{"id":1,"value":1}',
      '{"id":2,"value":2}',
    ]);
  });
});

it('tells how many lines it has answered', async () => {
  if (!cn) throw new Error('there is no calendar cn');
  const told: number[] = [];
  const input = Readable.from([Buffer.from(line({ id: 1, expression: '1' }).repeat(1200))]);
  await answerLines(input, new PassThrough().resume(), memoryEngine(cn, 'kernel'), 'en', (count) => told.push(count));
  expect(told).toEqual([500, 1000, 1200]);
});

it('answers 20,000 different lines', async () => {
  const input = Array.from({ length: 20_000 }, (_, index) =>
    line({ id: index, expression: `a + ${index} > ${index % 7} and b`, context: { a: index, b: true } }),
  ).join('');
  expect(await answers(input, 'kernel')).toHaveLength(20_000);
});

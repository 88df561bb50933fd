import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-feel-'));
const program = join(folder, 'feel.ts');
writeFileSync(
  program,
  `import { feelCommand } from ${JSON.stringify(new URL('./feel.ts', import.meta.url).href)};\nawait feelCommand().parseAsync(process.argv);\n`,
);

function feel(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const [server] = inject('databaseServers');
  if (!server) throw new Error('there is no database server');
  const { host, port, user, password, database } = server.connection;
  const url = `postgresql://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--lang', 'en'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url },
  });
  return { status, stdout, stderr };
}

const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const context = file('context.json', '{"a": {"@": "2024-01-31"}, "n": 0.1, "s": "平安门"}');

describe.each(['explain', 'kernel', 'sql'])('sallyport feel --engine %s', (engine) => {
  it.each([
    ['a + @"P1M"', '2024-02-29\n'],
    ['[n + 0.2, 1 / 0]', '[0.3,null]\n'],
    ['substring(s, 3)', '门\n'],
  ])('prints %s', (expression, stdout) => {
    expect(feel(expression, '--context', context, '--engine', engine)).toEqual({ status: 0, stdout, stderr: '' });
  });

  it('prints the refusal with its place', () => {
    expect(feel('1 +\n today()', '--engine', engine)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^line 2, column 2: rules have no clock/),
    });
  });

  it('answers a batch', () => {
    const batch = file(
      'batch.jsonl',
      '{"id":1,"expression":"a","context":{"a":"x\\u0301\'\\"\\\\"}}\nnonsense\n{"id":2,"expression":"1 +"}\n{"id":3,"expression":"1 + 1"}\n',
    );
    const { status, stdout } = feel('--batch', batch, '--engine', engine);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(status).toBe(0);
    expect(answers).toMatchObject([
      { id: 1, value: 'x\u0301\'"\\' },
      { id: null },
      { id: 2, refused: { line: 1, column: 4 } },
      { id: 3, value: 2 },
    ]);
  });
});

describe('sallyport feel', () => {
  it('prints JSON', () => {
    expect(feel('@"2024-02-29"', '--json')).toMatchObject({ status: 0, stdout: '{"value":"2024-02-29"}\n' });
    expect(feel('nothing', '--json')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^\{"refused":\{"message":".*","line":1,"column":1\}\}\n$/),
    });
  });

  it.each([
    [['1', '--engine', 'basic'], 'No engine "basic"'],
    [[], 'Give one expression'],
    [['1', '--batch', 'x'], 'Give one expression'],
    [['1', '--context', join(folder, 'none.json')], 'Cannot read'],
    [['--batch', join(folder, 'none.jsonl')], 'Cannot read'],
    [['1', '--context', file('bad.json', '{')], 'is not JSON'],
    [['1', '--context', file('gb18030.json', Buffer.from('7b2261223a22d0d5c3fb227d', 'hex'))], 'not in UTF-8'],
    [['1', '--context', file('key.json', '{"a b!": 1}')], '“a b!”'],
  ])('%j fails with a clear message', (args, message) => {
    const { status, stderr } = feel(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});

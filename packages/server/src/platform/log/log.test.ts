import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogFields } from './fields.ts';
import { createLog, type RequestLine } from './log.ts';

function recorder(level: 'info' | 'error' = 'info') {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ level, now: () => Date.UTC(2026, 10, 23, 8, 30), destination });
  return {
    log,
    text: () => lines.join(''),
    line: (at = 0) => JSON.parse(lines[at] ?? '{}') as Record<string, unknown>,
    lines,
  };
}

const request: RequestLine = { method: 'GET', route: '/api/duties/:id', status: 200, ms: 2.34567, trace: 'line' };

describe('a line', () => {
  test('holds the event, its time and what was given, and nothing of the machine', () => {
    const { log, line } = recorder();
    log.info('jobs.done', { job: 'close-day', count: 3, ms: 12 });
    expect(line()).toEqual({
      level: 'info',
      time: '2026-11-23T08:30:00.000Z',
      job: 'close-day',
      count: 3,
      ms: 12,
      msg: 'jobs.done',
    });
  });

  test('drops what is not declared, however it is smuggled in', () => {
    const { log, text } = recorder();
    const smuggled = {
      count: 1,
      person: 'zhangsan',
      remoteAddress: '203.0.113.9',
      userAgent: 'Phone',
      __proto__: { x: 'zhangsan' },
    };
    log.info('a.b', smuggled);
    log.info('zhangsan 203.0.113.9', {});
    log.warn('a.b', { code: 'x', action: { toString: () => 'zhangsan' } } as unknown as LogFields);
    expect(text()).not.toMatch(/zhangsan|203\.0|Phone/);
    expect(text()).toContain('log.bad-event');
  });

  test('takes no text of people in any field', () => {
    const values = fc.oneof(
      fc.constantFrom(
        '张三',
        'a@example.org',
        '203.0.113.9',
        '2001:db8::1',
        '/api/duties/01890a5d-ac96-774b-bcce-b302099a8057',
        '/find?name=x',
      ),
      fc.uuid(),
      fc.stringMatching(/^\d{5,18}$/),
    );
    const names = fc.constantFrom('request', 'method', 'route', 'action', 'query', 'code', 'job', 'queue', 'outcome');
    fc.assert(
      fc.property(names, values, (name, value) => {
        const { log, line } = recorder();
        log.info('a.b', { [name]: value });
        expect(Object.keys(line())).toEqual(['level', 'time', 'msg']);
      }),
    );
  });
});

describe('a request', () => {
  test('is one line with the pattern of its route', () => {
    const { log, line, lines } = recorder();
    log.request({ ...request, request: 'r0123456789abcdef' });
    expect(lines).toHaveLength(1);
    expect(line()).toMatchObject({
      request: 'r0123456789abcdef',
      method: 'GET',
      route: '/api/duties/:id',
      status: 200,
      ms: 2.346,
      msg: 'http.request',
    });
  });

  test('that matched no route does not tell the path', () => {
    const { log, line } = recorder();
    log.request({ ...request, route: null, status: 404 });
    expect(line()).toMatchObject({ route: '/*', status: 404 });
  });

  test('whose time would tell of a person leaves no line', () => {
    const { log, lines } = recorder();
    log.request({ ...request, trace: 'none' });
    expect(lines).toEqual([]);
  });
});

describe('an error', () => {
  const failing = (message: string, more: object = {}) => Object.assign(new Error(message), more);

  test('shows its kind, its code and where it arose, and no value', () => {
    const { log, line, text } = recorder('error');
    const error = failing('duplicate key: Key (name)=(张三) exists\n    at zhangsan (file:///secret/张三.ts:1:1)', {
      code: '23505',
      constraint: 'person_name_key',
      table: 'person',
      detail: 'Key (name)=(张三)',
      where: 'zhangsan',
    });
    log.error('action.failed', new Error('zhangsan', { cause: error }), { action: 'trip.submit' });
    expect(text()).not.toMatch(/张三|zhangsan/);
    expect(line()).toMatchObject({
      action: 'trip.submit',
      error: { name: 'Error', cause: { code: '23505', constraint: 'person_name_key', table: 'person' } },
    });
    const { frames } = line()['error'] as { frames: string[] };
    expect(frames[0]).toMatch(/^packages\/server\/src\/platform\/log\/log\.test\.ts:\d+:\d+$/);
  });

  test('whose message was changed afterwards still tells nothing', () => {
    const { log, text } = recorder();
    const error = failing('zhangsan at home\n    at zhangsan\n    at /home:1');
    error.message = 'other';
    error.name = '张三';
    log.error('a.b', error);
    expect(text()).not.toMatch(/张三|zhangsan/);
  });

  test.each(['zhangsan', { name: 'zhangsan' }, undefined, null, 7])('may be anything thrown: %j', (thrown) => {
    const { log, text, line } = recorder();
    log.error('a.b', thrown);
    expect(text()).not.toContain('zhangsan');
    expect(line()['error']).toMatchObject({ frames: [] });
  });

  test('with causes in a circle ends', () => {
    const { log, lines } = recorder();
    const error = failing('a');
    error.cause = error;
    log.error('a.b', error);
    expect(lines).toHaveLength(1);
  });
});

test('lines go to standard error: standard output is for what the program answers', () => {
  const program = `import { createLog } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)};
    createLog({ level: 'info', now: Date.now }).info('jobs.done', { count: 3 });`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(JSON.parse(stderr)).toMatchObject({ level: 'info', count: 3, msg: 'jobs.done' });
});

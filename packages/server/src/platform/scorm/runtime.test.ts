import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Given, installRuntime, type Told } from './runtime.ts';
import { dialects } from './standards.ts';

const given: Given = {
  standard: '2004',
  run: 'run-1',
  location: '',
  suspendData: '',
  resumes: false,
  launchData: '',
  mastery: null,
  threshold: null,
};
type Api = Readonly<Record<string, (...args: unknown[]) => string>>;

function open(about: Partial<Given> = {}, page = { name: '' }) {
  const told: Told[] = [];
  const found: { api?: Api; name?: string } = {};
  const all = { ...given, ...about };
  installRuntime(
    {
      get name() {
        return page.name;
      },
      set name(value) {
        page.name = value;
      },
      tell: (one) => told.push(one),
      define: (name, api) => Object.assign(found, { name, api }),
    },
    dialects[all.standard],
    all,
  );
  const call = (name: string, ...args: unknown[]): string => found.api?.[name]?.(...args) ?? 'no such call';
  return { call, told, name: found.name, last: () => told.at(-1), page };
}
const old = (about: Partial<Given> = {}) => open({ standard: '1.2', ...about });

test('both interfaces lie under their names with all eight calls', () => {
  expect(open().name).toBe('API_1484_11');
  expect(old().name).toBe('API');
  for (const { calls } of Object.values(dialects)) expect(calls).toHaveLength(8);
});

/** Calls in order, each with its answer and the error after it: 2004, Run-Time Environment 3.1.7; 1.2, 3.3. */
const steps2004 = [
  ['GetValue cmi.location', '', '122'],
  ['SetValue cmi.location 3', 'false', '132'],
  ['Commit', 'false', '142'],
  ['Terminate', 'false', '112'],
  ['Initialize', 'true', '0'],
  ['Initialize', 'false', '103'],
  ['GetValue cmi.location', '', '403'],
  ['SetValue cmi.location 3', 'true', '0'],
  ['GetValue cmi.location', '3', '0'],
  ['GetValue cmi.nothing', '', '401'],
  ['SetValue cmi.nothing 1', 'false', '401'],
  ['SetValue cmi.mode review', 'false', '404'],
  ['GetValue cmi.exit', '', '405'],
  ['SetValue cmi.completion_status done', 'false', '406'],
  ['SetValue cmi.score.scaled 1.5', 'false', '407'],
  ['SetValue cmi.score.scaled high', 'false', '406'],
  ['GetValue cmi.objectives._count', '0', '0'],
  ['SetValue cmi.objectives.1.id b', 'false', '351'],
  ['SetValue cmi.objectives.0.id a', 'true', '0'],
  ['GetValue cmi.objectives.0.success_status', 'unknown', '0'],
  ['GetValue cmi.objectives._count', '1', '0'],
  ['GetValue cmi.score._children', 'scaled,raw,min,max', '0'],
  ['SetValue cmi.score._children x', 'false', '404'],
  ['Commit x', 'false', '201'],
  ['Commit', 'true', '0'],
  ['Terminate', 'true', '0'],
  ['Terminate', 'false', '113'],
  ['GetValue cmi.location', '', '123'],
  ['SetValue cmi.location 4', 'false', '133'],
  ['Commit', 'false', '143'],
  ['Initialize', 'false', '104'],
] as const;
const steps12 = [
  ['LMSGetValue cmi.core.lesson_status', '', '301'],
  ['LMSInitialize x', 'false', '201'],
  ['LMSInitialize', 'true', '0'],
  ['LMSGetValue cmi.core.lesson_status', 'not attempted', '0'],
  ['LMSSetValue cmi.core.lesson_status not', 'false', '405'],
  ['LMSSetValue cmi.core.lesson_status incomplete', 'true', '0'],
  ['LMSSetValue cmi.core.student_id x', 'false', '403'],
  ['LMSGetValue cmi.core.exit', '', '404'],
  ['LMSSetValue cmi.core._children x', 'false', '402'],
  ['LMSGetValue cmi.core.lesson_status._count', '', '203'],
  ['LMSGetValue cmi.core.lesson_status._children', '', '202'],
  ['LMSGetValue cmi.interactions._count', '0', '0'],
  ['LMSSetValue cmi.core.score.raw 101', 'false', '405'],
  ['LMSSetValue cmi.core.score.raw 55', 'true', '0'],
  ['LMSGetValue cmi.nothing', '', '201'],
  ['LMSFinish', 'true', '0'],
  ['LMSGetValue cmi.core.lesson_status', '', '301'],
] as const;

test.each([
  ['2004', steps2004, 'GetLastError'],
  ['1.2', steps12, 'LMSGetLastError'],
] as const)('calls of %s answer as the standard has it, with its errors', (standard, steps, lastError) => {
  const { call } = open({ standard });
  for (const [step, answer, error] of steps) {
    const [name = '', ...args] = step.split(' ');
    expect([step, call(name, ...(args.length === 0 ? [''] : args)), call(lastError)]).toEqual([step, answer, error]);
  }
});

test('error texts are there for every code that a call can leave', () => {
  for (const { codes, texts, calls } of Object.values(dialects)) {
    expect(Object.values(codes).filter((code) => texts[code] === undefined)).toEqual([]);
    expect(calls.at(-2)).toMatch(/GetErrorString$/);
  }
  expect(open().call('GetErrorString', '101')).toBe('General Exception');
  expect(open().call('GetDiagnostic', '999')).toBe('');
});

const says = (sets: Readonly<Record<string, string>>, about: Partial<Given> = {}): Told | undefined => {
  const { call, last } = open(about);
  const isOld = about.standard === '1.2';
  call(isOld ? 'LMSInitialize' : 'Initialize', '');
  for (const [name, value] of Object.entries(sets)) call(isOld ? 'LMSSetValue' : 'SetValue', name, value);
  call(isOld ? 'LMSFinish' : 'Terminate', '');
  return last();
};

test.each([
  ['nothing', {}, 'attempted'],
  ['completed', { 'cmi.completion_status': 'completed' }, 'completed'],
  ['completed and failed', { 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed' }, 'failed'],
  ['passed before it is through', { 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'passed' }, 'passed'],
])('2004: %s', (_what, sets, verb) => {
  expect(says(sets)).toMatchObject({ verb, ended: true, asked: true });
});

test('where the manifest has a bound, the player says passed and completed by it, whatever the package says', () => {
  const claimed = { 'cmi.success_status': 'passed', 'cmi.score.scaled': '0.5' };
  expect(says(claimed, { mastery: 0.8 })?.verb).toBe('failed');
  expect(says({ ...claimed, 'cmi.score.scaled': '0.8' }, { mastery: 0.8 })?.verb).toBe('passed');
  expect(says({ 'cmi.progress_measure': '0.5', 'cmi.completion_status': 'completed' }, { threshold: 0.9 })?.verb).toBe(
    'attempted',
  );
  const raw = { 'cmi.core.score.raw': '70', 'cmi.core.lesson_status': 'passed' };
  expect(says(raw, { standard: '1.2', mastery: 80 })?.verb).toBe('failed');
  expect(says(raw, { standard: '1.2' })?.verb).toBe('passed');
});

test('a run that is put aside goes on where it was; one that ends does not', () => {
  const sets = { 'cmi.exit': 'suspend', 'cmi.location': '7', 'cmi.suspend_data': 'x' };
  expect(says(sets)).toMatchObject({ ended: false, location: '7', suspendData: 'x' });
  expect(says({ 'adl.nav.request': 'suspendAll' })?.ended).toBe(false);
  expect(says({ 'cmi.core.exit': 'suspend' }, { standard: '1.2' })?.ended).toBe(false);
  expect(says({ 'cmi.core.exit': 'logout' }, { standard: '1.2' })?.ended).toBe(true);
  const { call } = open({ location: '7', suspendData: 'x', resumes: true });
  call('Initialize', '');
  expect([
    call('GetValue', 'cmi.entry'),
    call('GetValue', 'cmi.location'),
    call('GetValue', 'cmi.suspend_data'),
  ]).toEqual(['resume', '7', 'x']);
});

test('the next page of the same package goes on with what the one before said, and another run does not', () => {
  const first = old();
  first.call('LMSInitialize', '');
  first.call('LMSSetValue', 'cmi.suspend_data', 'page 1');
  const next = open({ standard: '1.2' }, first.page);
  expect(next.call('LMSInitialize', '')).toBe('true');
  expect(next.call('LMSGetValue', 'cmi.suspend_data')).toBe('page 1');
  const other = open({ standard: '1.2', run: 'run-2' }, first.page);
  other.call('LMSInitialize', '');
  expect(other.call('LMSGetValue', 'cmi.suspend_data')).toBe('');
});

test('nobody who learns has a name or a number, and nothing is timed', () => {
  const { call, last } = open();
  call('Initialize', '');
  expect([call('GetValue', 'cmi.learner_id'), call('GetValue', 'cmi.learner_name')]).toEqual(['learner', '']);
  call('SetValue', 'cmi.session_time', 'PT1H2M');
  call('Terminate', '');
  expect(JSON.stringify(last())).not.toContain('PT');
});

test('whatever a package sets, what is told has five parts and none of an answer', () => {
  const names = Object.keys(dialects['2004'].model).map((name) => name.replaceAll('.n.', '.0.'));
  const set = fc.tuple(fc.constantFrom(...names), fc.oneof(fc.string(), fc.constantFrom('passed', 'failed', '1', 'a')));
  fc.assert(
    fc.property(fc.array(set, { maxLength: 20 }), (sets) => {
      const { call, told } = open();
      call('Initialize', '');
      for (const [name, value] of sets) call('SetValue', name, value);
      call('SetValue', 'cmi.interactions.0.id', 'q');
      call('SetValue', 'cmi.interactions.0.learner_response', 'THE-ANSWER');
      call('Terminate', '');
      for (const one of told)
        expect(Object.keys(one).toSorted()).toEqual(['asked', 'ended', 'location', 'suspendData', 'verb']);
      const kept = told.map(({ location, suspendData }) => location + suspendData).join('');
      expect(kept.includes('THE-ANSWER') && !sets.some(([, value]) => value.includes('THE-ANSWER'))).toBe(false);
    }),
    { numRuns: 100 },
  );
});

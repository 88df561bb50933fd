import { formatDay, parseDay } from '@sallyport/core/calendar';
import { expect, test } from 'vitest';
import { nobody } from '../../platform/actions/actor.ts';
import { createLawRoom, readCalendars, readInstalledLaw } from './index.ts';

const law = readInstalledLaw();
const unasked = async (): Promise<never> => {
  throw new Error('the law alone is asked here');
};
const room = createLawRoom(law, {
  ids: { uuid: () => '' },
  post: { keepAddress: unasked, write: unasked },
  lawOf: async () => law,
  impactOf: unasked,
  startImpactOf: unasked,
  correctionImpactOf: unasked,
  countsOf: unasked,
  reread: unasked,
});

type Shown = Record<string, unknown> & { readonly [list: string]: readonly Record<string, unknown>[] };

async function ask(name: string, input: unknown): Promise<Shown> {
  const query = room.queries.find(({ contract }) => contract.name === name);
  if (query === undefined) throw new Error(`there is no ${name}`);
  // The law is in memory: no transaction is asked anything.
  const context = { tx: null as never, actor: nobody('org-a'), now: 0, today: 0, scope: { whole: true } } as const;
  const { output } = await query.handler.answer(context, query.contract.input.parse(input));
  return query.contract.output.parse(output) as Shown;
}

test('every edition that is installed is listed with its rules, and can be shown with all of its clauses', async () => {
  const { instruments = [] } = await ask('law.instruments', {});
  expect(instruments.map(({ edition }) => edition)).toEqual(law.editions.map(({ id }) => id));
  for (const { edition, clauses } of instruments)
    expect((await ask('law.edition', { edition }))['provisions']).toHaveLength(Number(clauses));
  await expect(ask('law.edition', { edition: 'none' })).rejects.toThrow('request.not-found');
});

test('an instrument whose text was not seen says how few of its articles are confirmed', async () => {
  expect(await ask('law.edition', { edition: 'cn-cq-2023' })).toMatchObject({
    read: 0,
    articles: { confirmed: 0, articles: 29 },
  });
  expect(await ask('law.edition', { edition: 'cn-cel-2023' })).toMatchObject({ clauses: 71 });
});

test('every clause can be shown, with the rules that read it', async () => {
  for (const clause of law.clauses.keys()) expect(await ask('law.clause', { clause })).toMatchObject({ clause });
  await expect(ask('law.clause', { clause: 'cn-cq-2023/none' })).rejects.toThrow('request.not-found');
  const { rules, previous, next } = await ask('law.clause', { clause: 'cn-cel-2023/art-12' });
  expect(rules).toContainEqual(expect.objectContaining({ standing: false }));
  expect([previous, next]).toMatchObject([{ clause: 'cn-cel-2023/art-11' }, { clause: 'cn-cel-2023/art-13' }]);
});

test('the rights stand beside the duties to co-operate and to tell the truth', async () => {
  for (const article of ['art-26', 'art-32']) {
    const { beside = [] } = await ask('law.clause', { clause: `cn-cel-2023/${article}` });
    const named = beside.map(({ clause }) => clause);
    expect(named).toEqual(expect.arrayContaining(['cn-cel-2023/art-31', 'cn-cel-2023/art-67', 'cn-cel-2023/art-68']));
    expect(named).not.toContain(`cn-cel-2023/${article}`);
  }
});

test('a parallel is seen from both of its ends, with the relation turned round', async () => {
  const turned = { equal: 'equal', overlaps: 'overlaps', narrower: 'wider', wider: 'narrower' };
  for (const { from, to, relation } of law.editions.flatMap(({ parallels }) => parallels)) {
    expect((await ask('law.clause', { clause: from }))['parallels']).toContainEqual(
      expect.objectContaining({ clause: to, relation }),
    );
    expect((await ask('law.clause', { clause: to }))['parallels']).toContainEqual(
      expect.objectContaining({ clause: from, relation: turned[relation] }),
    );
  }
});

test('the eve of the amended Counter-Espionage Law and its first day differ, and say in what', async () => {
  const compared = await ask('law.compare', { from: '2023-06-30', to: '2023-07-01' });
  expect(compared['begun']).toMatchObject([{ edition: 'cn-cel-2023', on: '2023-07-01' }]);
  expect(compared['gained']?.length).toBe(
    law.rules.filter(({ pack, supersededFrom }) => pack === 'cn-cel-2023' && supersededFrom === null).length,
  );
  const same = await ask('law.compare', { from: '2023-07-01', to: '2023-07-02' });
  expect([same['begun'], same['ended'], same['gained'], same['lost']]).toEqual([[], [], [], []]);
  await expect(ask('law.compare', { from: '2023-07-02', to: '2023-07-01' })).rejects.toThrow('law.days-reversed');
});

test('a clause and an instrument are shown as they stood on a day: whether in force, and by which rules they were read', async () => {
  const clause = 'cn-cel-2023/art-12';
  const now = await ask('law.clause', { clause });
  const [before, since] = [
    await ask('law.clause', { clause, on: '2023-06-30' }),
    await ask('law.clause', { clause, on: '2023-07-01' }),
  ];
  expect(now['asOf']).toBeNull();
  expect(before).toMatchObject({ asOf: { day: '2023-06-30', state: 'ahead' }, rules: [] });
  expect(since).toMatchObject({ asOf: { state: 'inForce' }, rules: now['rules'] });
  // A clause may begin later than its instrument.
  const [late = '', { clause: own, edition } = { clause: null, edition: null }] =
    [...law.clauses].find(([, one]) => one.clause.inForce !== undefined) ?? [];
  const eve = formatDay((parseDay(own?.inForce?.from ?? '') ?? 0) - 1);
  const { asOf, provisions } = await ask('law.edition', { edition: edition?.id, on: eve });
  expect(asOf).toMatchObject({ state: 'inForce' });
  expect(provisions?.find((one) => one['clause'] === late)).toMatchObject({ asOf: { state: 'ahead' }, rules: 0 });
});

test('what stands beside a clause on a day had begun by then', async () => {
  const begins = (id: string): number => law.clauses.get(id)?.edition.from ?? 0;
  const beside = law.editions.flatMap(({ parallels }) => parallels).find(({ from, to }) => begins(from) < begins(to));
  const on = formatDay(begins(beside?.to ?? '') - 1);
  const shown = async (day?: string) =>
    ((await ask('law.clause', { clause: beside?.from, on: day }))['parallels'] ?? []).map(({ clause }) => clause);
  expect(await shown()).toContain(beside?.to);
  expect(await shown(on)).not.toContain(beside?.to);
});

test('conflicts are listed, and each clause in one of them shows it', async () => {
  const { conflicts = [] } = await ask('law.conflicts', {});
  expect(conflicts.length).toBeGreaterThan(2);
  for (const { demanded } of conflicts)
    for (const { clause } of demanded as { clause: string }[])
      expect((await ask('law.clause', { clause }))['conflicts']?.length).toBeGreaterThan(0);
});

test('the calendars of both seats are there', () => {
  expect([...readCalendars().keys()].toSorted()).toEqual(expect.arrayContaining(['cn']));
});

test('two instruments stand side by side by their crosswalk, seen from either end', async () => {
  const [one, two] = ['cn-celir-2017', 'cn-cel-2023'];
  const there = await ask('law.compareEditions', { one, two });
  const back = await ask('law.compareEditions', { one: two, two: one });
  const { pairs = [], onlyOne = [], onlyTwo = [] } = there;
  expect(pairs.length).toBeGreaterThan(5);
  expect(back['pairs']).toHaveLength(pairs.length);
  const own = new Set(pairs.map((pair) => (pair['own'] as { clause: string }).clause));
  expect(own.size + onlyOne.length).toBe(law.editions.find(({ id }) => id === one)?.clauses.size);
  expect(back['onlyOne']).toEqual(onlyTwo);
  await expect(ask('law.compareEditions', { one, two: 'none' })).rejects.toThrow('request.not-found');
});

test('a rule is found by the words of its title in either language, and by the number of its clause', async () => {
  const found = async (text: string) => ((await ask('law.find', { text }))['rules'] ?? []).map(({ rule }) => rule);
  expect((await found('行前教育'))[0]).toBe('cn-cq-2023/pre-departure-education');
  expect(await found('education DEPARTURE')).toContain('cn-cq-2023/pre-departure-education');
  const byClause = await found('反间谍法第12条');
  expect(byClause.length).toBeGreaterThan(0);
  const rests = (id: unknown) => law.rules.find((rule) => rule.id === id)?.clauses ?? [];
  expect(byClause.filter((rule) => !rests(rule).includes('cn-cel-2023/art-12'))).toEqual([]);
  expect(await found('不会有这样的字')).toEqual([]);
});

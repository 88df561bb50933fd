import { expect, test } from 'vitest';
import { nobody } from '../../platform/actions/actor.ts';
import { createLawRoom, readCalendars, readInstalledLaw } from './index.ts';

const law = readInstalledLaw();
const room = createLawRoom(law);

async function ask(name: string, input: unknown): Promise<unknown> {
  const query = room.queries.find(({ contract }) => contract.name === name);
  if (query === undefined) throw new Error(`there is no ${name}`);
  // The law is in memory: no transaction is asked anything.
  const context = { tx: null as never, actor: nobody('org-a'), now: 0, today: 0, scope: { whole: true } } as const;
  const { output } = await query.handler.answer(context, input);
  return query.contract.output.parse(output);
}

test('every edition that is installed is listed with its rules', async () => {
  const { instruments } = (await ask('law.instruments', {})) as { instruments: { edition: string; rules: number }[] };
  expect(instruments.map(({ edition }) => edition)).toEqual(law.editions.map(({ id }) => id));
  expect(instruments.find(({ edition }) => edition === 'cn-cq-2023')?.rules).toBeGreaterThan(5);
});

test('every clause can be shown, with the rules that read it', async () => {
  for (const clause of law.clauses.keys()) expect(await ask('law.clause', { clause })).toMatchObject({ clause });
  await expect(ask('law.clause', { clause: 'cn-cq-2023/none' })).rejects.toThrow('request.not-found');
});

test('the calendars of both seats are there', () => {
  expect([...readCalendars().keys()].toSorted()).toEqual(expect.arrayContaining(['cn']));
});

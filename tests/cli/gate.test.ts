import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vocabulary } from '@sallyport/core/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demo, jsonLines, sallyport } from './sallyport.ts';

const register = mkdtempSync(join(tmpdir(), 'sallyport-gate-'));
afterAll(() => rmSync(register, { recursive: true, force: true }));

/** Writes the only fact of a kind; flags not given are "no", words not given are the first. */
function write(name: string, cells: Readonly<Record<string, unknown>>): void {
  const fact: Record<string, unknown> = {};
  for (const [field, { nullable, type, words }] of Object.entries(vocabulary.kinds.get(name)?.fields ?? {})) {
    if (nullable) continue;
    if (type === 'boolean') fact[field] = false;
    else if (type === 'word') [fact[field]] = Object.keys(words ?? {});
  }
  writeFileSync(join(register, `${name}.jsonl`), `${JSON.stringify({ ...fact, ...cells })}\n`);
}

/** A body under both laws: somebody cleared in the United States travels, and a foreign authority asks for data. */
beforeAll(() => {
  const own = { organisation: 'o1' };
  write('organisation', {
    id: 'o1',
    name: '试验单位',
    seat: 'cn',
    region: 'cq',
    establishedOn: '2020-01-01',
    clearedSince: '2022-01-01',
  });
  write('person', { ...own, id: 'p1', name: '示例', joinedOn: '2021-01-01' });
  write('trip', {
    ...own,
    id: 't1',
    kind: 'private',
    abroad: true,
    createdOn: '2026-02-01',
    departsOn: '2026-03-10',
  });
  write('traveller', { id: 'v1', trip: 't1', person: 'p1', addedOn: '2026-02-01', cleared: true });
  write('handover', {
    ...own,
    id: 'h1',
    receiver: 'foreignAuthority',
    personalData: true,
    plannedOn: '2026-02-10',
    givesOn: '2026-04-01',
  });
});

const asked = ['--register', register, '--as-of', '2026-03-05'];
type Gate = {
  readonly open: boolean;
  readonly groups: readonly {
    readonly concerns: string;
    readonly status: string;
    readonly holds: boolean;
    readonly duties: readonly { readonly rule: string; readonly holds: boolean; readonly needs: string | null }[];
  }[];
  readonly conflicts: readonly { readonly holds: boolean; readonly decision: string | null }[];
};
const gate = (...args: readonly string[]): Gate => {
  const { status, stdout, stderr } = sallyport('gate', ...args, '--json');
  expect(status, stderr).toBe(0);
  return (jsonLines(stdout) as [Gate])[0];
};

describe('sallyport gate', () => {
  it('names what holds a departure of the demo, with its clauses and what would open it', () => {
    const pending = jsonLines(
      sallyport('evaluate', '--register', demo, '--as-of', '2026-11-23', '--status', 'pending', '--json').stdout,
    ) as { rule: string; subject: string; group: { rules: string[]; clauses: string[]; status: string } | null }[];
    const one = pending.find(({ rule }) => rule === 'cn-cq-2023/pre-departure-education');
    const shown = gate('trip.depart', one?.subject ?? '', '--register', demo, '--as-of', '2026-11-23');
    expect(shown.open).toBe(false);
    const education = shown.groups.find(({ concerns }) => concerns === 'trip-education');
    expect(education).toMatchObject({ holds: true, status: one?.group?.status });
    expect(education?.duties.map(({ rule }) => rule)).toEqual(one?.group?.rules);
    expect(education?.duties.find(({ rule }) => rule === one?.rule)?.needs).toMatch(/\S/);
    const { stdout } = sallyport('gate', 'trip.depart', one?.subject ?? '', '--register', demo, '--lang', 'zh');
    expect(stdout).toMatch(/未满足，不能放行/);
    expect(stdout).not.toMatch(/\{[a-z]+\}/);
  });

  it('holds an act in conflict, in evaluate and gate alike, until the decision is on record', () => {
    const text = sallyport('gate', 'give-personal-data-abroad', 'v1', ...asked, '--lang', 'zh').stdout;
    expect(text).toMatch(/义务冲突（v1）：.*个人信息保护法第41条.*加以限制/);
    expect(gate('trip.depart', 't1', ...asked).conflicts).toMatchObject([{ holds: true, decision: null }]);
    const lines = (): { rule: string; subject: string; conflicts: { decision: string | null }[] }[] =>
      jsonLines(sallyport('evaluate', ...asked, '--json').stdout) as ReturnType<typeof lines>;
    const inConflict = lines().filter(({ conflicts }) => conflicts.length > 0);
    expect(inConflict).toMatchObject([
      { rule: 'us-sead3-2017/itinerary-before-travel', subject: 'v1', conflicts: [{ decision: null }] },
    ]);
    write('conflictDecision', {
      id: 'd1',
      organisation: 'o1',
      act: 'give-personal-data-abroad',
      rule: 'us-sead3-2017/itinerary-before-travel',
      subject: 'v1',
      decision: 'refrain',
      decidedOn: '2026-03-01',
      reason: '待主管机关批准',
      firstPerson: '甲',
      secondPerson: '乙',
    });
    expect(gate('give-personal-data-abroad', 'v1', ...asked)).toMatchObject({
      open: true,
      conflicts: [{ holds: false, decision: 'd1' }],
    });
    expect(lines().flatMap(({ conflicts }) => conflicts)).toMatchObject([{ decision: 'd1' }]);
  });

  it('refuses an act or a record that is not there', () => {
    const act = sallyport('gate', 'trip.fly', 't1', ...asked, '--lang', 'en');
    expect(act.status).toBe(1);
    expect(act.stderr).toMatch(/There is no gate "trip\.fly".*trip\.depart/);
    const record = sallyport('gate', 'trip.depart', 't9', ...asked, '--lang', 'zh');
    expect(record.status).toBe(1);
    expect(record.stderr).toMatch(/没有编号为“t9”的/);
  });
});

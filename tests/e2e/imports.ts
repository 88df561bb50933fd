import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { openWatched } from '../support/browser.ts';
import { type People, type Running, there } from './running.ts';
import { sayIn } from './words.ts';

const zh = sayIn.zh;
const many = 4000;
const heading = '姓名,工号,单位,部门,身份,入职日期';

/** A list as a personnel office gives it; every thousandth row has a fault when there are to be some. */
const listOf = (faulty: boolean): string =>
  [
    heading,
    ...Array.from({ length: many }, (_, at) => {
      const day = faulty && at % 1000 === 7 ? '2023-02-30' : `${2001 + (at % 20)}年3月1日`;
      return `人员${at},HR${at},organisation-0000001,综合办公室,在编在岗人员,${day}`;
    }),
    '',
  ].join('\r\n');

export function testImports({ program, browser }: Running, people: People): void {
  test('4,000 people: previewed with errors, then without, imported, and undone', async () => {
    const { session } = there(people.officer);
    const { page, context, faults } = await openWatched(browser(), {
      address: program().address,
      language: 'zh',
      session,
    });
    const say = (key: keyof typeof zh, count = ''): string =>
      zh[key].replace('{count}', count).replace('{name}', 'person.csv');
    const choose = async (text: string): Promise<void> => {
      await page.goto('/import');
      await page.locator('input[type="file"]').setInputFiles({
        name: 'person.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
      await page.getByRole('button', { name: say('imports.look') }).click();
      await page.getByText(say('imports.state.preview')).waitFor();
    };

    await choose(listOf(true));
    const wrong = page.getByRole('region', { name: say('imports.problems', '4') });
    await wrong.getByText('2023-02-30').first().waitFor();
    expect(await wrong.innerText()).toContain('person.csv第9行“入职日期”');
    await page.getByRole('button', { name: say('imports.discard') }).click();
    await page.waitForURL('**/import');

    await choose(listOf(false));
    await page.getByText(say('imports.add', '4,000')).waitFor();
    expect(await page.getByText('2023-02-30').count()).toBe(0);
    await page.getByRole('button', { name: say('imports.apply', '4,000') }).click();
    await page.getByText(say('imports.state.applied')).waitFor({ timeout: 120_000 });
    await page.getByText(say('imports.done', '4,000')).waitFor();

    // What fell due before the programme began stands apart from what is to be done today.
    const imported = page.url();
    await page.goto('/');
    const backlog = page.getByRole('region', { name: say('today.backlog') });
    const line = backlog
      .locator('li')
      .filter({ hasText: say('today.duties', '4,000').slice(-1) })
      .first();
    await line.waitFor();
    const many = Number(/[\d,]+(?=项)/.exec(await line.innerText())?.[0].replaceAll(',', ''));
    expect(many).toBeGreaterThan(0);
    // As many as the line says stand in the list behind it, each due before the first day of the programme; and none of them in the list
    // of what is to be done.
    const start = /\d+年\d+月\d+日/.exec(await backlog.innerText())?.[0] ?? '';
    await line.getByRole('link').click();
    await page
      .getByRole('note')
      .getByText(`存量问题${many.toLocaleString('en')}项`)
      .waitFor();
    const dues = async (): Promise<readonly number[]> => {
      await page.locator('[data-duty]').first().waitFor();
      const rows = await page.locator('[data-duty] .row-more').allInnerTexts();
      return rows.map((row) => dayIn(/期限：(\d+年\d+月\d+日)/.exec(row)?.[1] ?? ''));
    };
    expect((await dues()).filter((due) => !(due < dayIn(start)))).toEqual([]);
    await page.getByRole('link', { name: say('duties.backlogBack') }).click();
    await page.getByRole('note').getByText('不混在下面').waitFor();
    await page.getByLabel(say('duties.state'), { exact: true }).selectOption('overdue');
    await expect.poll(() => new URL(page.url()).searchParams.get('status')).toBe('overdue');
    await page.getByRole('note').waitFor();
    const shown = await Promise.race([
      dues(),
      page
        .getByText(say('duties.empty'))
        .waitFor()
        .then(() => []),
    ]);
    expect(shown.filter((due) => due < dayIn(start))).toEqual([]);

    await page.goto(imported);
    await page.getByLabel(say('imports.reason')).fill('文件有误');
    await page.getByRole('button', { name: say('imports.undo') }).click();
    await page.getByText(say('imports.state.undone')).waitFor({ timeout: 120_000 });
    await page.getByText(say('imports.undone', '4,000')).waitFor();
    expect(faults()).toEqual([]);
    await context.close();
  });
}

/** `2026年6月1日` as a number that grows with the days. */
const dayIn = (text: string): number => {
  const [, year = 0, month = 0, day = 0] = (/(\d+)年(\d+)月(\d+)日/.exec(text) ?? []).map(Number);
  return year * 10_000 + month * 100 + day;
};

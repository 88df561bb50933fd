import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { CliFailure } from '../failure.ts';
import { lawOf } from './read-packs.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('refuses to evaluate packs with problems, and lists them in the language asked for', () => {
  mkdirSync(join(folder, 'ours'));
  writeFileSync(join(folder, 'ours/instrument.yaml'), 'id: ours\nkind: gossip\n');
  let failure: unknown;
  try {
    lawOf([folder]);
  } catch (error) {
    failure = error;
  }
  if (!(failure instanceof CliFailure)) throw new Error('the packs were accepted');
  expect(failure.say('zh')).toContain('ours/instrument.yaml:1:1: 此处缺少“title”：请补上。');
  expect(failure.say('en')).toContain('ours/instrument.yaml:1:1: “title” is missing here; add it');
  const kind = { file: 'ours/instrument.yaml', line: 2, column: 7 };
  expect(failure.detailsIn('zh')).toContainEqual({
    ...kind,
    message: '只能写law、regulation、local-regulation、measures、directive、policy：请改成其中一种。',
  });
  expect(failure.detailsIn('en')).toContainEqual({
    ...kind,
    message: 'must be one of: law, regulation, local-regulation, measures, directive, policy',
  });
});

it('lays an overlay in a folder of its own over the packs, as docs/packs.md has it', () => {
  const ours = join(folder, 'read-by-us');
  mkdirSync(ours);
  const hash = '0'.repeat(64);
  writeFileSync(
    join(ours, 'overlay.yaml'),
    `overlay: cn-cq-2023
citation: { zh: 公报, en: Gazette }
confirmedBy: [张三, 李四]
confirmedOn: 2026-12-01
textHash: sha256:${hash}
clauses: [{ id: trip-education, number: "18" }]
`,
  );
  const clause = lawOf([ours]).clauses.get('cn-cq-2023/trip-education')?.clause;
  expect(clause).toMatchObject({ number: '18', sureness: 'text', confirmed: { by: ['张三', '李四'] } });
});

it('knows a pack by its folder however the path to it is written', () => {
  const own = join(folder, 'ours/.');
  expect(() => lawOf([own])).toThrow('ours/instrument.yaml:1:1');
});

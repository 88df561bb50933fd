import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportOptions, importFiles } from '../../packages/cli/src/import/import-files.ts';
import { lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { organisationRow } from './organisation.ts';

const plain: ImportOptions = {
  kind: null,
  replace: false,
  dryRun: false,
  law: () => lawOf(),
  set: new Map(),
  leaveOut: new Set(),
  offset: null,
};

/** A register folder to import into, and a place for the files that are imported. */
export function importFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-import-'));
  const into = join(folder, 'register');
  const run = (paths: readonly string[], options: Partial<ImportOptions> = {}) =>
    importFiles(paths, into, { ...plain, ...options });
  return {
    into,
    run,
    path: (name: string): string => join(folder, name),
    file: (name: string, content: string | Buffer): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    codes: async (paths: readonly string[], options: Partial<ImportOptions> = {}) =>
      (await run(paths, options)).problems.map(({ file, row, column, code }) => [file, row, column, code]),
    lines: (name: string): unknown[] =>
      readFileSync(join(into, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    /** Every file of the register with its content: what must be the same after a refusal. */
    everything: (): Record<string, string> =>
      existsSync(into)
        ? Object.fromEntries(readdirSync(into).map((name) => [name, readFileSync(join(into, name), 'utf8')]))
        : {},
    /** An organisation with two units, as JSON Lines. */
    organisation: (): void => {
      mkdirSync(into);
      const units = ['一室', '二室'].map((name, at) => ({
        id: `unit-${at + 1}`,
        organisation: 'org-1',
        name,
        establishedOn: '2001-05-01',
      }));
      writeFileSync(join(into, 'organisation.jsonl'), `${JSON.stringify(organisationRow)}\n`);
      writeFileSync(join(into, 'unit.jsonl'), units.map((unit) => `${JSON.stringify(unit)}\n`).join(''));
    },
  };
}

export const peopleCsv =
  '姓名,工号,部门,身份,入职日期\n张三,p1,一室,在编在岗人员,2010-1-1\n李四,p2,二室,employee,2012年11月13日\n';

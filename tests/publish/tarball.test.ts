import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackages } from '../../scripts/build-packages.ts';

const program = join(import.meta.dirname, 'two-facts.mjs');
const folder = mkdtempSync(join(tmpdir(), 'sallyport-tarball-'));
const place = join(folder, 'theirs');
const node = oldestNode();

// npm asks the registry for the three dependencies when its cache does not hold them.
beforeAll(() => {
  mkdirSync(place);
  npm(folder, 'pack', ...buildPackages(join(folder, 'dist')), '--pack-destination', place);
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  npm(place, 'install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs());
  copyFileSync(program, join(place, 'two-facts.mjs'));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe(`the published packages on Node ${node.version}`, () => {
  it('say of two facts what the sources say', () => {
    const installed = run(node.path, join(place, 'two-facts.mjs'));
    expect(installed).toContain('cn-cel-2023/building-permit project-1 pending due 2024-06-01\n');
    expect(installed).toMatch(/\n\d{4,} examples, 0 failed\n/);
    expect(installed).toContain('0.3234567890123456789012345678901234');
    expect(installed).toBe(run(process.execPath, program));
  }, 300_000);

  it('hold compiled output with types for every export, the packs and their licences, and neither sources nor tests', () => {
    const core = join(place, 'node_modules/@sallyport/core');
    const packs = join(place, 'node_modules/@sallyport/packs');
    for (const path of [core, packs].flatMap(exportedFiles)) expect(() => readFileSync(path), path).not.toThrow();
    expect(readdirSync(core).toSorted()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(readdirSync(packs)).toEqual(expect.arrayContaining(['LICENSE', 'calendars', 'cn-cel-2023', 'dist']));
    const files = [core, packs].flatMap((at) => readdirSync(at, { recursive: true, encoding: 'utf8' }));
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((name) => /\.test\.|(?<!\.d)\.ts$|^src$/.test(name))).toEqual([]);
  });
});

it('the folders of the sources refuse to be packed', () => {
  const source = join(import.meta.dirname, '../../packages/core');
  const { status, stderr } = spawnSync('npm', ['pack', '--dry-run'], { cwd: source, encoding: 'utf8' });
  expect(status).not.toBe(0);
  expect(stderr).toContain('npm run build:packages');
});

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}

const tarballs = (): string[] =>
  readdirSync(place)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => join(place, name));

const run = (path: string, file: string): string => execFileSync(path, [file], { encoding: 'utf8' });

function exportedFiles(at: string): string[] {
  const { exports } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
  return Object.values(exports)
    .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    .map((path) => join(at, path));
}

/** Node 20 where the machine has it (`NODE20`, or on PATH outside the repository's own), else the Node that runs the tests. */
function oldestNode(): { readonly path: string; readonly version: string } {
  const outside = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((at) => at !== '' && !at.includes('node_modules'));
  const candidates = [process.env['NODE20'], ...outside.map((at) => join(at, 'node'))];
  for (const path of candidates) {
    if (path === undefined) continue;
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    if (status === 0 && stdout.startsWith('v20.')) return { path, version: stdout.trim().slice(1) };
  }
  return { path: process.execPath, version: `${process.versions.node} (no Node 20 here)` };
}

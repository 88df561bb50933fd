import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publishedManifest, type SourceManifest } from './published-manifest.ts';

const root = join(import.meta.dirname, '..');
const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');
/** In development these say the same in source; the compiled ones take their place. */
const leftBehind = /(^|[/\\])(src|tests|dist|node_modules|package\.json|tsconfig\.publish\.json)$/;

/**
 * Writes one folder a published package, ready for `npm pack` or `npm publish`. A folder of its own, because npm takes package.json as it
 * stands and in the repository it points at the sources, which Node refuses to read inside node_modules.
 */
export function buildPackages(into: string): readonly string[] {
  return ['core', 'packs'].map((name) => {
    const source = join(root, 'packages', name);
    const target = join(into, name);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    cpSync(source, target, { recursive: true, filter: (path) => path === source || !leftBehind.test(path) });
    if (name === 'core') cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
    compile(join(source, 'tsconfig.publish.json'), join(target, 'dist'));
    const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as SourceManifest;
    writeFileSync(join(target, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
    return target;
  });
}

const compile = (project: string, outDir: string): void =>
  void execFileSync(process.execPath, [compiler, '--project', project, '--outDir', outDir], { stdio: 'inherit' });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const folder of buildPackages(join(root, 'dist'))) console.log(`npm publish ${folder}`);
}

export type SourceManifest = {
  readonly exports: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
};

/** The package.json of the tarball: the one of the repository with its exports pointing at compiled output, and without its scripts. */
export function publishedManifest(manifest: SourceManifest): Readonly<Record<string, unknown>> {
  const kept = Object.entries(manifest).filter(([name]) => name !== 'scripts' && name !== 'exports');
  const exports = Object.entries(manifest.exports).map(([name, path]) => [name, published(path)]);
  return { ...Object.fromEntries(kept), exports: Object.fromEntries(exports) };
}

function published(path: string): string | { readonly types: string; readonly default: string } {
  const source = /^\.\/src\/(.+)\.ts$/.exec(path)?.[1];
  return source === undefined ? path : { types: `./dist/${source}.d.ts`, default: `./dist/${source}.js` };
}

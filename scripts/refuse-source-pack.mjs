// The sources would be packed as they are, and Node reads no TypeScript inside node_modules.
console.error(
  'This folder holds sources. Run `npm run build:packages` in the repository, then `npm pack ./dist/core ./dist/packs`.',
);
process.exit(1);

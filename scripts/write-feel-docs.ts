// Writes docs/feel.md: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { feelDocs } from './feel-docs.ts';

writeFileSync(new URL('../docs/feel.md', import.meta.url), feelDocs());

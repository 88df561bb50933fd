import { writeFileSync } from 'node:fs';
import { lawOf } from '../packages/cli/src/law/read-packs.ts';
import { coverageTable } from './coverage-table.ts';

writeFileSync(new URL('../docs/coverage.md', import.meta.url), coverageTable(lawOf()));

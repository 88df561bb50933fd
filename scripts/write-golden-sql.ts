import { mkdirSync, writeFileSync } from 'node:fs';
import { sqlTexts } from '../tests/golden/sql-texts.ts';

const folder = new URL('../tests/golden/sql/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [pack, text] of sqlTexts()) writeFileSync(new URL(`${pack}.sql`, folder), text);

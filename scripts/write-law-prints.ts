// Writes tests/law/instruments.prints from a folder of texts, one file an instrument: node scripts/write-law-prints.ts FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packPrints, printsOf } from './law-prints.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('say which folder holds the texts of the instruments');
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
const bytes = packPrints(texts.flatMap(printsOf));
writeFileSync(new URL('../tests/law/instruments.prints', import.meta.url), bytes);
console.log(`${texts.length} texts, ${bytes.length / 4} prints, ${bytes.length} bytes`);

// Writes the golden explanations: `npm run golden`. Read them whole before committing them.
import { writeFileSync } from 'node:fs';
import { goldenPath, goldenText, goldenTold, languages } from '../tests/golden/explain-texts.ts';

const told = await goldenTold();
for (const language of languages) writeFileSync(goldenPath(language), goldenText(told, language));

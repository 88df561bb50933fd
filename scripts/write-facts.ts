import { writeFileSync } from 'node:fs';
import { factsSchema, vocabulary } from '../packages/core/src/facts/index.ts';

writeFileSync(
  new URL('../docs/facts.schema.json', import.meta.url),
  `${JSON.stringify(factsSchema(vocabulary), null, 2)}\n`,
);

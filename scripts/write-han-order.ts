import { writeFileSync } from 'node:fs';
import { hanOrder } from './han-order.ts';

writeFileSync(new URL('../packages/server/src/modules/register/naming/han-order.txt', import.meta.url), hanOrder());

import { type Actor, nobody } from './actor.ts';

/** The machine's administrator: whoever may open the program's socket or its data folder (DECISIONS 16). */
export const machine = (org: string): Actor => ({ ...nobody(org), account: 'machine', via: 'machine' });

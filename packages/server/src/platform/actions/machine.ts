import { type Actor, nobody } from './actor.ts';

/** Stands for the machine's administrator where entries and versions name an account; no account has it (RFC 9562, version 8). */
export const machineAccount = '00000000-0000-8000-8000-000000000000';

/** The machine's administrator: whoever may open the program's socket or its data folder (DECISIONS 16). */
export const machine = (org: string): Actor => ({ ...nobody(org), account: machineAccount, via: 'machine' });

import { type AsOfChosen, readAsOf } from '../../ui/as-of-search.ts';

/** Which day, and as known when; left out, today. */
export type ProgrammeSearch = AsOfChosen;

export const readProgrammeSearch = (search: Record<string, unknown>): ProgrammeSearch => readAsOf(search);

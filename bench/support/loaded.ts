import { parseDay } from '@sallyport/core/calendar';
import { type Question, questionOf, Relations } from '@sallyport/core/duties';
import type { Register } from '@sallyport/core/facts';
import type { Law } from '@sallyport/core/law';
import { calendars, readPacks } from '../../packages/cli/src/law/read-packs.ts';
import { readRegister } from '../../packages/cli/src/register/read-folder.ts';
import { fourRules } from './four-rules.ts';

export const asOf = parseDay('2026-11-23') ?? 0;

export type Loaded = {
  readonly law: Law;
  readonly register: Register;
  readonly relations: Relations;
  readonly question: Question;
};

/** A register folder with the question of the four date rules over it. */
export async function load(folder: string): Promise<Loaded> {
  const { law } = readPacks();
  const { register, problems } = await readRegister(folder);
  if (problems.length > 0) throw new Error(`the generated register has ${problems.length} problems`);
  const question = { ...questionOf(law, register, asOf, calendars()), rules: fourRules(law) };
  return { law, register, relations: new Relations(register), question };
}

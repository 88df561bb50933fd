import { dayAt } from '@sallyport/core/calendar';
import { generate, link, questionOf, Relations, runKernel } from '@sallyport/core/duties';
import { seatOffset, vocabulary } from '@sallyport/core/facts';
import type { Opened } from '@sallyport/server/program';
import { readRegister } from '@sallyport/server/program';
import { type Summary, summarise } from './summary.ts';

/** A register beyond this is not read into memory to greet somebody at the terminal: the console shows its figures. */
const mostFacts = 200_000;

/** The summary of an organisation's register as the database holds it; null where there is nothing yet, or too much. */
export async function summaryOf({ database, law, calendars }: Opened, org: string): Promise<Summary | null> {
  const register = await database.inOrganisation(org, (tx) => readRegister(tx, mostFacts));
  if (register === null) return null;
  const today = dayAt(Date.now() * 1000, seatOffset('cn'));
  const question = questionOf(law, register, today, calendars);
  const relations = new Relations(register);
  const results = runKernel(link(generate(question, vocabulary), question, register));
  return summarise({ ...law, rules: question.rules }, results, relations, question);
}

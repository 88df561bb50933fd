import { implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type Choice, lengthOf, type Quiet } from './choice.ts';
import { choiceOf, keepChoice } from './choice-store.ts';
import { choices, choose } from './contract.ts';

/** The clocks that letters tell of run for 24 hours: whoever is told after twelve has as long left. */
const longestQuiet = 12 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export const implementChoose = implementAction(choose, {
  async handle({ tx, actor, now }, { zone, quiet, digest }) {
    const account = actor.account ?? refuse('request.sign-in-first');
    const hours: Quiet | null = quiet && { from: minutesOf(quiet.from), until: minutesOf(quiet.until) };
    if (hours !== null && lengthOf(hours) > longestQuiet) return refuse('notices.quiet-too-long');
    await keepChoice(tx, account, { zone, quiet: hours, digest }, new Date(now / 1000));
    // Not the zone: it would say for ever in which part of the world somebody was (PEOPLE.md, "Abroad").
    return { output: {}, entry: { subject: `account/${account}`, fields: { quiet, digest }, person: actor.person } };
  },
});

export const choicesQuery = (usual: Choice) =>
  implementQuery(choices, {
    async answer({ tx, actor }) {
      const { zone, quiet, digest } = actor.account === null ? usual : await choiceOf(tx, actor.account, usual);
      return {
        output: { zone, quiet: quiet && { from: timeOf(quiet.from), until: timeOf(quiet.until) }, digest },
      };
    },
  });

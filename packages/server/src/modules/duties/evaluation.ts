import { formatDay, type WorkingDays } from '@sallyport/core/calendar';
import { dutyRows, type Question, type SettingHistory, type Spoken, speaks } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { Law } from '@sallyport/core/law';

/** What a statement that evaluates rules is given each time; everything else in it is fixed. */
export type Asked = {
  readonly org: string;
  readonly subjects: readonly string[];
  /** The day of the question and the moment within it: limits in hours are over when they are over, not at the end of the day. */
  readonly day: number;
  readonly now: number;
};

/** A text that is the same for every organisation, subject and moment, so that it is prepared once a connection. */
export type Evaluation = { readonly text: string; params(this: void, asked: Asked): unknown[] };

// Values that no rule holds: found again among the parameters of the generated statements, they are the places of what changes.
const marks = { org: '\u0001organisation', subjects: ['\u0001subject'], day: 83_999, now: 7_258_000_000_000_001 };
const roles = new Map<string, (asked: Asked) => unknown>([
  [JSON.stringify(marks.org), ({ org }) => org],
  [JSON.stringify(marks.subjects), ({ subjects }) => subjects],
  [JSON.stringify(formatDay(marks.day)), ({ day }) => formatDay(day)],
  [JSON.stringify(String(marks.day)), ({ day }) => String(day)],
  [JSON.stringify(String(marks.now)), ({ now }) => String(now)],
]);

/** The rows of `dutyRows` of several rules in one statement, for the subjects asked about or for all. */
export function evaluationOf(
  law: Law,
  ids: readonly string[],
  settings: ReadonlyMap<string, SettingHistory>,
  calendars: ReadonlyMap<string, WorkingDays>,
  every = false,
  spoken?: Spoken,
): Evaluation {
  const question: Question = {
    rules: law.rules,
    asOf: marks.day,
    endOfDay: marks.now,
    calendars,
    settings,
    stored: true,
    ...(spoken === undefined ? {} : { spoken }),
  };
  const values: unknown[] = [];
  const numbers = new Map<string, number>();
  const known = ids.flatMap((id) => law.rules.find((one) => one.id === id) ?? []);
  const speaking = known.filter((rule) => speaks(rule, question));
  const texts = (speaking.length > 0 ? speaking : known).map((rule) => {
    const { text, params } = dutyRows(rule, question, vocabulary, marks.org, every ? null : marks.subjects);
    // One parameter for one value of one type, whichever rule it came from.
    return text.replaceAll(/\$(\d+)::(\w+(?:\[\])?)/g, (_, at: string, type: string) => {
      const value = params[Number(at) - 1];
      const key = `${type} ${JSON.stringify(value)}`;
      const number = numbers.get(key) ?? values.push(value);
      numbers.set(key, number);
      return `$${number}::${type}`;
    });
  });
  const fixed = values.map((value) => roles.get(JSON.stringify(value)) ?? (() => value));
  return {
    text: texts.map((text) => `SELECT * FROM (${text}) AS rows`).join('\nUNION ALL '),
    params: (asked) => fixed.map((role) => role(asked)),
  };
}

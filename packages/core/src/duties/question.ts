import { type Day, endOfDay, firstDay, type Instant, type WorkingDays } from '../calendar/index.ts';
import { type Register, seatOffset, tableOf } from '../facts/index.ts';
import { type Law, type Rule, settingValue } from '../law/index.ts';
import { type Spoken, spokenTo } from './reach.ts';
import { type Places, placesOf } from './territory.ts';

/** The values a setting has had, oldest first; the first holds from the beginning. */
export type SettingHistory = readonly { readonly from: Day; readonly value: number }[];

/** What is asked: which rules, on which day, with which policy. */
export type Question = {
  readonly rules: readonly Rule[];
  /** What is known of the seats before any subject is looked at; where it is not given, every subject's organisation is asked. */
  readonly spoken?: Spoken;
  /** The same of the regions in which anything of the register is. */
  readonly places?: Places;
  readonly asOf: Day;
  /** The end of that day in the organisation's zone. */
  readonly endOfDay: Instant;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
  readonly settings: ReadonlyMap<string, SettingHistory>;
  /**
   * The database keeps duties in `duty`, each with its status and the revision that read it: they, and not the trigger day alone, decide
   * which revision reads a duty (DECISIONS 5).
   */
  readonly stored?: true;
};

/** The question for a register: its own settings over the packs' defaults, the zone of its first organisation's seat. */
export function questionOf(
  law: Law,
  register: Register,
  asOf: Day,
  calendars: ReadonlyMap<string, WorkingDays>,
): Question {
  const organisations = tableOf(register, 'organisation');
  const seat = organisations.columns['seat'];
  const word =
    seat?.type === 'word' && organisations.ids.length > 0 ? register.words.words[seat.values[0] ?? -1] : undefined;
  return {
    rules: law.rules,
    spoken: spokenTo(register),
    places: placesOf(register),
    asOf,
    endOfDay: endOfDay(asOf, seatOffset(word)),
    calendars,
    settings: settingsOf(law, register),
  };
}

/** What an organisation decided about a setting, as the register holds it. */
export type SettingRow = { readonly name: string | null; readonly value: string | null; readonly from: Day };

function settingsOf(law: Law, register: Register): ReadonlyMap<string, SettingHistory> {
  const table = tableOf(register, 'setting');
  const { name, value, fromDay } = table.columns;
  if (name?.type !== 'text' || value?.type !== 'text' || fromDay?.type !== 'day') return settingHistories(law, []);
  return settingHistories(
    law,
    table.ids.map((_, row) => ({
      name: name.values[row] ?? null,
      value: value.values[row] ?? null,
      from: fromDay.values[row] ?? firstDay,
    })),
  );
}

/** Settings are dated and never retroactive: a duty keeps the value of its trigger day (DECISIONS 5). `rows` in the order of their ids. */
export function settingHistories(law: Law, rows: readonly SettingRow[]): ReadonlyMap<string, SettingHistory> {
  const histories = new Map<string, SettingHistory>(
    [...law.settings].map(([id, setting]) => [
      id,
      setting.defaults.map(({ from, value }, index) => ({
        from: index === 0 ? firstDay : from,
        value: settingValue(setting.type, value),
      })),
    ]),
  );
  const decided = new Set<string>();
  for (const { name, value, from } of rows.toSorted((a, b) => a.from - b.from)) {
    const setting = law.settings.get(name ?? '');
    const number = Number(value);
    if (!setting || !Number.isSafeInteger(number) || number < 0) continue;
    // What the organisation has decided stays, whatever a later revision proposes.
    const known = histories.get(setting.id) ?? [];
    const kept = decided.has(setting.id) ? known : known.filter((version, index) => index === 0 || version.from < from);
    decided.add(setting.id);
    histories.set(setting.id, [...kept, { from, value: settingValue(setting.type, number) }]);
  }
  return histories;
}

/** The value in force on a day; before every day, and on a day not known, the first. */
export function settingOn(history: SettingHistory | undefined, day: Day | null): number | null {
  if (!history) return null;
  let value: number | null = null;
  for (const version of history) {
    if (value !== null && (day === null || version.from > day)) break;
    value = version.value;
  }
  return value;
}

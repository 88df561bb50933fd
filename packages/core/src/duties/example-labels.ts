import type { Bilingual, ExampleText, Rule, Status } from '../law/index.ts';
import { mislabelled } from './example-words.ts';
import type { Silence } from './silence.ts';
import type { Traced } from './traced.ts';

/** What an example came to: its duties, and why there is none for a subject. */
export type Outcome = { readonly duties: readonly Traced[]; readonly silences: readonly Silence[] };

const untriggered = ({ silences }: Outcome): boolean => silences.some(({ reason }) => reason === 'untriggered');

type Case = ExampleText['case'];

/** What shows only when an example is asked again: once all its days have passed, and with one of them a day earlier or later. */
type Shown = { readonly later: () => Outcome; readonly changes: () => boolean };

const shows =
  (...statuses: readonly Status[]) =>
  ({ duties }: Outcome): boolean =>
    duties.some(({ status }) => statuses.includes(status));

/** What has to have come out for an example to be called what it is called; the other names promise nothing that can be seen in one outcome. */
const promises: Partial<Record<Case, (outcome: Outcome, rule: Rule, shown: Shown) => boolean>> = {
  met: shows('met'),
  late: shows('late'),
  missed: shows('missed'),
  waived: shows('waived'),
  void: shows('void'),
  review: shows('review'),
  // A fact that nobody knows leaves it open whether, or by when, something is owed; or there is no trigger day, and not just not yet.
  missing: (outcome, _, { later }) =>
    outcome.duties.some(({ status, missing }) => status === 'unclear' && missing.length > 0) ||
    (untriggered(outcome) && untriggered(later())),
  notMet: ({ duties }) => duties.length === 0 || duties.some(({ status }) => status !== 'met' && status !== 'late'),
  boundary: (_, __, { changes }) => changes(),
  exception: ({ duties, silences }, { variants }) =>
    [...duties, ...silences].some(({ variant }) => variant !== null && variant !== variants[0]),
};

/** What is wrong with the name of an example; null where it is what it says. */
export function labelFault(rule: Rule, example: ExampleText, outcome: Outcome, shown: Shown): Bilingual | null {
  const promise = promises[example.case];
  return !promise || promise(outcome, rule, shown) ? null : mislabelled(example.case);
}

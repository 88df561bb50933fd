import type { Status } from '@sallyport/core/law';
import { statusWords } from '../evaluate/status-words.ts';
import type { Output } from '../output.ts';
import { type Language, type Phrase, phrase } from '../words.ts';
import type { Summary, UrgentLine } from './summary.ts';
import { cells, padded } from './table.ts';
import { startWords as words } from './words.ts';

export function printSummary(summary: Summary, isDemo: boolean, out: Output): void {
  const { language } = out;
  out.say(words.heading, { day: summary.asOf, duties: summary.duties, rules: summary.rules });
  if (isDemo) out.say(words.demo);
  out.say(words.mode);
  out.line('');
  printInstruments(summary, out);
  out.line('');
  out.say(words.urgent, { count: summary.urgent.length });
  summary.urgent.forEach((line, index) => printUrgent(line, index, out));
  out.line('');
  out.say(words.unclear, { count: summary.unclear.length });
  for (const line of summary.unclear.slice(0, 5)) out.line(`  ${line.title[language]}  ${line.subject}`);
  if (summary.unclear.length > 5) out.say(words.more, { count: summary.unclear.length - 5 });
  if (summary.programmeStart !== null && summary.backlog.length > 0) {
    out.line('');
    out.say(words.backlog, {
      day: summary.programmeStart,
      count: summary.backlog.reduce((sum, line) => sum + line.count, 0),
    });
    for (const line of summary.backlog) out.line(`  ${line.title[language]}  ${line.count}`);
  }
  const { unconfirmed } = summary;
  if (unconfirmed.count > 0) {
    out.line('');
    out.say(words.unconfirmed, { count: unconfirmed.count, years: yearsText(unconfirmed.years, language) });
  }
  for (const conflict of summary.conflicts) out.say(words.conflict, conflict);
  out.line('');
  out.say(words.next);
}

/** Every status has its column: nothing that is counted is out of sight. */
const columns: readonly (readonly [Phrase, Status])[] = [
  [words.met, 'met'],
  [words.late, 'late'],
  [words.pending, 'pending'],
  [words.overdue, 'overdue'],
  [words.missed, 'missed'],
  [words.review, 'review'],
  [words.breached, 'breached'],
  [words.lacking, 'unclear'],
  [words.waived, 'waived'],
  [words.void, 'void'],
];

function printInstruments(summary: Summary, out: Output): void {
  const { language } = out;
  const header = [words.instrument, words.rules, ...columns.map(([label]) => label), words.share].map(
    (label) => label[language],
  );
  const rows = summary.instruments.map(({ title, rules, byStatus, owed, settled }) => [
    title[language],
    String(rules),
    ...columns.map(([, status]) => String(byStatus[status])),
    owed === 0 ? '–' : `${settled}/${owed} (${Math.floor((settled / owed) * 100)}%)`,
  ]);
  for (const line of cells([header, ...rows])) out.line(`  ${line}`);
}

const yearsText = (years: readonly number[], language: Language): string => years.join(language === 'zh' ? '、' : ', ');

function printUrgent(line: UrgentLine, index: number, out: Output): void {
  const { language } = out;
  const secondary = line.secondary ? words.secondary[language] : '';
  const years = yearsText(line.unconfirmedYears, language);
  const doubt = years === '' ? '' : phrase(words.counted, language, { years });
  out.line(
    `  ${padded(String(index + 1), 2)} ${line.due?.slice(0, 10) ?? '          '}  ${padded(statusWords[line.status][language], 10)}  ${line.title[language]}  ${line.subject}`,
  );
  out.line(
    `     ${line.bearer} · ${line.clauses.map((clause) => clause[language]).join(language === 'zh' ? '、' : '; ')}${secondary}${doubt}`,
  );
}

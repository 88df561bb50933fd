import { Text } from '@mantine/core';
import type { previewSetting } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { countText, dayOrMoment } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { type Names, useNames } from '../../app/names.ts';
import { FactName } from '../../ui/fact-name.tsx';

type Impact = Omit<z.output<(typeof previewSetting)['output']>, 'day'>;
type Line = Impact['lines'][number];

const changes = ['gained', 'lost', 'moved'] as const;

/** Duties gained, lost and moved: how many of each, and each with what it was and what it would be. */
export function ImpactView({ impact, label }: { readonly impact: Impact; readonly label?: string }) {
  const { t, language } = useWords();
  const { lines } = impact;
  const names = useNames(
    'person',
    lines.map(({ kind, subject }) => (kind === 'person' ? subject : null)),
  );
  const all = impact.gained + impact.lost + impact.moved;
  const count = (number: number): string => countText(number, language);
  return (
    <div role="region" aria-label={label ?? t('settings.impact')}>
      <div className="figures">
        {changes.map((change) => (
          <div key={change} className="figure">
            <span className="figure-number">{count(impact[change])}</span>
            <span>{t(`settings.change.${change}`)}</span>
          </div>
        ))}
      </div>
      {all === 0 ? <Text mt="md">{t('impact.nothing')}</Text> : null}
      {changes.map((change) => (
        <Lines key={change} change={change} lines={lines.filter((line) => line.change === change)} names={names} />
      ))}
      {all > lines.length ? (
        <Text c="dimmed" mt="sm">
          {t('settings.moreLines', { shown: count(lines.length), all: count(all) })}
        </Text>
      ) : null}
    </div>
  );
}

type LinesProps = { readonly change: Line['change']; readonly lines: readonly Line[]; readonly names: Names };

function Lines({ change, lines, names }: LinesProps) {
  const { t } = useWords();
  if (lines.length === 0) return null;
  return (
    <section aria-label={t(`settings.change.${change}`)}>
      <h2 className="lines-title">{t(`settings.change.${change}`)}</h2>
      {lines.map((line) => (
        <ImpactLine key={`${line.rule} ${line.subject} ${line.period ?? ''}`} line={line} names={names} />
      ))}
    </section>
  );
}

function ImpactLine({ line, names }: { readonly line: Line; readonly names: Names }) {
  const { t, said, language } = useWords();
  const { change, rule, title, kind, subject, period, before, after } = line;
  const told = (side: Line['before']): string => {
    if (side === null) return t('settings.noDuty');
    const due = side.due === null ? t('app.none') : dayOrMoment(side.due, language);
    return t('settings.side', { status: t(`status.${side.status}`), due });
  };
  return (
    <Link to="/duty" search={{ rule, subject, ...(period === null ? {} : { period }) }} className="row">
      <span className="row-title">{said(title)}</span>
      <span className="state state-open">{t(`settings.change.${change}`)}</span>
      <span className="row-more">
        <span>{t('settings.becomes', { before: told(before), after: told(after) })}</span>
        <FactName kind={kind} id={subject} name={names.get(subject)} withKind />
      </span>
    </Link>
  );
}

import { Text } from '@mantine/core';
import type { previewSetting } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { countText, dayOrMoment } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { FactName } from '../../ui/fact-name.tsx';

type Impact = z.output<(typeof previewSetting)['output']>;
type Line = Impact['lines'][number];

/** Duties gained, lost and moved, each with what it was and what it would be. */
export function ImpactView({ impact }: { readonly impact: Impact }) {
  const { t, language } = useWords();
  const { gained, lost, moved, lines } = impact;
  const all = gained + lost + moved;
  const count = (number: number): string => countText(number, language);
  return (
    <div role="region" aria-label={t('settings.impact')}>
      <Text fw={600}>{t('settings.sums', { gained: count(gained), lost: count(lost), moved: count(moved) })}</Text>
      {lines.map((line) => (
        <ImpactLine key={`${line.rule} ${line.subject} ${line.period ?? ''}`} line={line} />
      ))}
      {all > lines.length ? (
        <Text c="dimmed">{t('settings.moreLines', { shown: count(lines.length), all: count(all) })}</Text>
      ) : null}
    </div>
  );
}

function ImpactLine({ line }: { readonly line: Line }) {
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
        <FactName kind={kind} id={subject} withKind />
      </span>
    </Link>
  );
}

import { Text } from '@mantine/core';
import type { showClause } from '@sallyport/server/contracts/law';
import type { z } from 'zod';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';

export type ShownClause = z.output<(typeof showClause)['output']>;

/** What the clause does, whom it binds, its figures and its source. */
export function ClauseFacts({ shown }: { readonly shown: ShownClause }) {
  const { t, said, language } = useWords();
  const { speaks, binds, figures, source, confirmed } = shown;
  const comma = language === 'zh' ? '、' : ', ';
  return (
    <dl className="pairs" style={{ marginTop: 20 }}>
      <dt>{t('law.speaks')}</dt>
      <dd>{speaks.map((value) => t(`law.speaks.${value}`)).join(comma)}</dd>
      {binds.length === 0 ? null : (
        <>
          <dt>{t('law.binds')}</dt>
          <dd>{binds.map((value) => t(`law.binds.${value}`)).join(comma)}</dd>
        </>
      )}
      {figures.length === 0 ? null : (
        <>
          <dt>{t('law.figures')}</dt>
          <dd>
            {figures.map((figure) => (
              <div key={figure.en}>{said(figure)}</div>
            ))}
          </dd>
        </>
      )}
      <dt>{t('law.source')}</dt>
      <dd className="as-written">
        {said(source)}
        {confirmed === null ? null : (
          <div>
            {t('law.confirmedHere', {
              by: confirmed.by.join(comma),
              day: dayText(confirmed.on, language),
              citation: said(confirmed.citation),
            })}
            {confirmed.textOn === null ? null : (
              <Text c="dimmed" size="sm">
                {t('law.textTold', { day: dayText(confirmed.textOn, language) })}
                <span data-device>{confirmed.textHash}</span>
              </Text>
            )}
          </div>
        )}
      </dd>
    </dl>
  );
}

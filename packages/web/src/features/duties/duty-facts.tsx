import { answerableName } from '@sallyport/core/duties';
import { dayOrMoment } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import type { Names } from '../../app/names.ts';
import { FactLink } from '../../ui/fact-link.tsx';
import type { DutyItem } from './duty-row.tsx';

type Props = { readonly duty: DutyItem; readonly answerable: string; readonly names: Names };

export function DutyFacts({ duty, answerable, names }: Props) {
  const { t, said, language } = useWords();
  const when = (moment: string | null): string => (moment === null ? t('app.none') : dayOrMoment(moment, language));
  return (
    <dl className="pairs">
      <dt>{t('duty.bearer')}</dt>
      <dd>
        {duty.bearer === null ? (
          t('app.none')
        ) : (
          <FactLink kind="organisation" id={duty.bearer} name={names.get(duty.bearer)} />
        )}
      </dd>
      <dt>{t('duty.assignee')}</dt>
      <dd>
        {duty.assignee === null ? (
          t('app.none')
        ) : (
          <FactLink kind="person" id={duty.assignee} name={names.get(duty.assignee)} />
        )}
      </dd>
      <dt>{t('duty.answerable')}</dt>
      <dd>{said(answerableName(answerable))}</dd>
      <dt>{t('duty.subject')}</dt>
      <dd>
        <FactLink kind={duty.kind} id={duty.subject} name={names.get(duty.subject)} />
      </dd>
      <dt>{t('duty.due')}</dt>
      <dd>{when(duty.due)}</dd>
      {duty.closes === null ? null : (
        <>
          <dt>{t('duty.closes')}</dt>
          <dd>{when(duty.closes)}</dd>
        </>
      )}
      {duty.metOn === null ? null : (
        <>
          <dt>{t('duty.metOn')}</dt>
          <dd>{when(duty.metOn)}</dd>
        </>
      )}
    </dl>
  );
}

import { showLeaving } from '@sallyport/server/contracts/people';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ItemText } from './item-text.tsx';
import { LeaveForm } from './leave-form.tsx';
import { LeavingItems } from './leaving-items.tsx';
import { TakeBack } from './take-back.tsx';

const PrintForms = lazy(async () => ({ default: (await import('../forms/print-forms.tsx')).PrintForms }));

/** Somebody leaves: recorded whatever is open; what is open is handed over now, or stands here to be followed up. */
export function LeavingPage() {
  const { id = '' } = useParams({ strict: false });
  const { t, language } = useWords();
  const found = useAsk(showLeaving, { person: id });
  const names = useNames('person', [id]);
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { open, openCount, leaving } = found.data;
  const name = names.get(id) ?? id;
  return (
    <>
      <p className="back">
        <Link to="/people/$id" params={{ id }}>
          {t('leaving.back')}
        </Link>
      </p>
      <PageHead
        title={t('leaving.title', { name })}
        note={
          leaving === null
            ? t('leaving.note')
            : t(`leaving.state.${leaving.state}`, { day: dayText(leaving.effectiveOn, language) })
        }
      />
      {leaving === null ? (
        <>
          <LeaveForm person={id} />
          <Section title={t('leaving.wouldList')}>
            <p>{openCount === 0 ? t('leaving.nothingOpen') : t('leaving.count', { count: openCount })}</p>
            {open.map((item) => (
              <div key={`${item.what} ${item.name} ${item.fact} ${item.period}`} className="row still">
                <ItemText item={item} />
              </div>
            ))}
            {open.length < openCount ? <p>{t('leaving.firstOf', { shown: open.length })}</p> : null}
          </Section>
        </>
      ) : (
        <>
          <LeavingItems leaving={leaving.leaving} handed={false} count={leaving.open} />
          <LeavingItems leaving={leaving.leaving} handed count={leaving.handed} />
          <Suspense>
            <PrintForms kind="leaving" id={leaving.leaving} />
          </Suspense>
          <TakeBack leaving={leaving.leaving} />
        </>
      )}
    </>
  );
}

import { showLeaving } from '@sallyport/server/contracts/people';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { HandItem } from './hand-item.tsx';
import { ItemText } from './item-text.tsx';
import { LeaveForm } from './leave-form.tsx';
import { TakeBack } from './take-back.tsx';

/** Somebody leaves: recorded whatever is open; what is open is handed over now, or stands here to be followed up. */
export function LeavingPage() {
  const { id = '' } = useParams({ strict: false });
  const { t, language } = useWords();
  const found = useAsk(showLeaving, { person: id });
  const names = useNames('person', [id, ...(found.data?.leaving?.items.map(({ receiver }) => receiver) ?? [])]);
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { open, leaving } = found.data;
  const name = names.get(id) ?? id;
  const left = leaving?.items.filter(({ receiver }) => receiver === null) ?? [];
  const handed = leaving?.items.filter(({ receiver }) => receiver !== null) ?? [];
  return (
    <>
      <p className="back">
        <Link to="/people/$id" params={{ id }}>
          {t('app.back')}
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
            {open.length === 0 ? <p>{t('leaving.nothingOpen')}</p> : null}
            {open.map((item) => (
              <div key={`${item.what} ${item.name} ${item.fact} ${item.period}`} className="row still">
                <ItemText item={item} />
              </div>
            ))}
          </Section>
        </>
      ) : (
        <>
          <Section title={t('leaving.open')}>
            {left.length === 0 ? <p>{t('leaving.allHanded')}</p> : null}
            {left.map((item) => (
              <HandItem key={item.position} leaving={leaving.leaving} item={item} />
            ))}
          </Section>
          <Section title={t('leaving.handed')}>
            {handed.length === 0 ? <p>{t('leaving.noneHanded')}</p> : null}
            {handed.map((item) => (
              <div key={item.position} className="row still">
                <ItemText item={item} />
                <span className="row-more">
                  <span>{t('leaving.handedTo', { name: names.get(item.receiver ?? '') ?? item.receiver ?? '' })}</span>
                </span>
              </div>
            ))}
          </Section>
          <TakeBack leaving={leaving.leaving} />
        </>
      )}
    </>
  );
}

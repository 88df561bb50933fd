import { Button } from '@mantine/core';
import { listAdvisories } from '@sallyport/server/contracts/advisories';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { LevelList } from './levels.tsx';

/** The destination list: those in force first, then those that have lapsed or were ended. */
export function AdvisoriesPage() {
  const { t, language } = useWords();
  const found = useAsk(listAdvisories, {});
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { items, waiting, mayPropose } = found.data;
  const add = mayPropose ? (
    <Button component={Link} to="/advisories/new">
      {t('advisory.new')}
    </Button>
  ) : null;
  return (
    <>
      <PageHead title={t('advisory.list')} note={t('advisory.listNote')} action={items.length === 0 ? null : add} />
      {waiting.length === 0 ? null : (
        <Section title={t('advisory.waiting')}>
          {waiting.map(({ act, ends, places, endsAt }) => (
            <Link key={act} to="/acts" className="row">
              <span className="row-title">{places.join(t('app.listed'))}</span>
              <span className="state">{t(ends ? 'advisory.endWaits' : 'advisory.waits')}</span>
              <span className="row-more">
                <span>{t('advisory.waitsUntil', { when: momentText(endsAt, language) })}</span>
              </span>
            </Link>
          ))}
        </Section>
      )}
      {items.length === 0 ? (
        <Empty title={t('advisory.empty')} note={t(mayPropose ? 'advisory.emptyNote' : 'advisory.emptyRead')}>
          {add}
        </Empty>
      ) : null}
      {items.map(({ advisory, places, levels, state, lastDay }) => (
        <Link key={advisory} to="/advisories/$id" params={{ id: advisory }} className="row">
          <span className="row-title">{places.join(t('app.listed'))}</span>
          <span className={state === 'in-force' ? 'state state-quiet' : 'state'}>{t(`advisory.state.${state}`)}</span>
          <span className="row-more">
            <LevelList levels={levels} />
            <span>{t('advisory.lastDay', { day: dayText(lastDay, language) })}</span>
          </span>
        </Link>
      ))}
    </>
  );
}

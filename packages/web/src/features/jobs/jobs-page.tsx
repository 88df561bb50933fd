import { useWords } from '../../app/language-context.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { Outbox } from '../notices/outbox.tsx';
import { DeadJobs } from './dead-jobs.tsx';
import { Queues } from './queues.tsx';

/** Whether the program's own work gets done. Nothing here says what any of it is about. */
export function JobsPage() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('jobs.title')} note={t('jobs.note')} />
      <Section title={t('jobs.deadTitle')}>
        <DeadJobs />
      </Section>
      <Section title={t('notices.outbox')}>
        <Outbox />
      </Section>
      <Section title={t('jobs.queuesTitle')}>
        <Queues />
      </Section>
    </>
  );
}

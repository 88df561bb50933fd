import { Button } from '@mantine/core';
import { acknowledgeBlock, oneBriefing, openBlock, showBlock } from '@sallyport/server/contracts/briefing';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import '../education/lesson.css';
import { Blocks } from '../education/lesson-text.tsx';

/** A block, which is opened and acknowledged by who travels and may be read by who briefs; nobody's reading is timed (PEOPLE.md). */
export function BlockPage() {
  const { id = '', traveller = '', block = '' } = useParams({ strict: false });
  const { t, language } = useWords();
  const who = useMe();
  const navigate = useNavigate();
  const found = useAsk(showBlock, { block });
  const briefing = useAsk(oneBriefing, { traveller });
  const open = useAct(openBlock, false);
  const acknowledge = useAct(acknowledgeBlock);
  const own = briefing.data;
  const reads = own !== undefined && own.person === who.person && own.may.includes('read');
  const { mutate } = open;
  useEffect(() => {
    if (reads) mutate({ traveller, block });
  }, [reads, traveller, block, mutate]);
  const error = found.error ?? briefing.error;
  if (error !== null) return <ProblemView whole error={error} again={() => void briefing.refetch()} />;
  if (found.data === undefined || own === undefined) return <Loading />;
  const at = own.blocks.findIndex((one) => one.block === block);
  const following = own.blocks[at + 1];
  const acknowledged = own.blocks[at]?.acknowledged ?? null;
  const goOn = (): void =>
    void (following === undefined
      ? navigate({ to: '/trips/$id/briefing/$traveller', params: { id, traveller } })
      : navigate({ to: '/trips/$id/briefing/$traveller/$block', params: { id, traveller, block: following.block } }));
  const { title, blocks } = found.data[language];
  return (
    <>
      <p className="back">
        <Link to="/trips/$id/briefing/$traveller" params={{ id, traveller }}>
          {t('briefing.title')}
        </Link>
      </p>
      <PageHead key={block} title={title} />
      <article className="lesson">
        <Blocks blocks={blocks} />
      </article>
      <ProblemView error={open.error ?? acknowledge.error} />
      {acknowledged === null ? null : <p>{t('education.acknowledged', { day: dayText(acknowledged, language) })}</p>}
      {reads && acknowledged === null ? (
        <Button
          mt="md"
          loading={acknowledge.isPending}
          disabled={!open.isSuccess}
          onClick={() => acknowledge.mutate({ traveller, block }, { onSuccess: goOn })}
        >
          {t('briefing.acknowledge')}
        </Button>
      ) : (
        <Button variant="default" onClick={goOn}>
          {t(following === undefined ? 'briefing.toBriefing' : 'briefing.next')}
        </Button>
      )}
    </>
  );
}

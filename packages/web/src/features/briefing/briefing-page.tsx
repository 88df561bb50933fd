import { Text } from '@mantine/core';
import { oneBriefing } from '@sallyport/server/contracts/briefing';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayOrMoment, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import type { Briefing } from './briefing-of.ts';
import { FewQuestions } from './few-questions.tsx';
import { Signatures } from './signatures.tsx';
import { useReason } from './use-reason.ts';

/** The briefing of one traveller: what it is made of and why, a few questions, two signatures. */
export function BriefingPage() {
  const { id = '', traveller = '' } = useParams({ strict: false });
  const { t, said, language } = useWords();
  const who = useMe();
  const found = useAsk(oneBriefing, { traveller });
  const briefing = found.data;
  const names = useNames('person', briefing === undefined ? [] : [briefing.person, briefing.briefedBy]);
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (briefing === undefined) return <Loading />;
  const { heldBefore, topics, duties } = briefing;
  const mine = who.person === briefing.person;
  const nameOf = (person: string): string => names.get(person) ?? person;
  return (
    <>
      <p className="back">
        <Link to="/trips/$id" params={{ id }}>
          {t('briefing.toTrip')}
        </Link>
      </p>
      <PageHead
        title={mine ? t('briefing.mine') : t('briefing.of', { name: nameOf(briefing.person) })}
        note={t('briefing.note', { topics: topics.map((topic) => said(topic)).join(t('app.listed')) })}
      />
      {heldBefore === null ? null : <Text>{t('briefing.again', { day: dayText(heldBefore, language) })}</Text>}
      <Blocks briefing={briefing} trip={id} mine={mine} />
      {mine ? <FewQuestions briefing={briefing} onAnswered={() => void found.refetch()} /> : null}
      <Signatures briefing={briefing} mine={mine} nameOf={nameOf} />
      <Section title={t('briefing.duties')}>
        {duties.length === 0 ? <Text>{t('briefing.noDuties')}</Text> : null}
        {duties.map(({ rule, title, clauses, status, due }) => (
          <div key={rule} className="row still">
            <span className="row-title">
              <Link to="/duty" search={{ rule, subject: traveller }}>
                {said(title)}
              </Link>
            </span>
            <span className="state state-quiet">{t(`status.${status}`)}</span>
            <span className="row-more">
              {due === null ? null : <span>{t('trip.due', { day: dayOrMoment(due, language) })}</span>}
              {clauses.map((clause) => (
                <span key={clause.id}>
                  <ClauseLink clause={clause.id} name={clause.name} />
                </span>
              ))}
            </span>
          </div>
        ))}
      </Section>
    </>
  );
}

type BlocksProps = { readonly briefing: Briefing; readonly trip: string; readonly mine: boolean };

function Blocks({ briefing, trip, mine }: BlocksProps) {
  const { t, said, language } = useWords();
  const reason = useReason();
  const { traveller, blocks } = briefing;
  return (
    <Section title={t('briefing.blocks')}>
      <Text c="dimmed">{t(mine ? 'briefing.blocksNote' : 'briefing.blocksNoteOther')}</Text>
      {blocks.map(({ block, title, reasons, opened, acknowledged }) => (
        <Link
          key={block}
          to="/trips/$id/briefing/$traveller/$block"
          params={{ id: trip, traveller, block }}
          className="row"
        >
          <span className="row-title">{said(title)}</span>
          <span className={acknowledged === null ? 'state' : 'state state-quiet'}>
            {acknowledged === null
              ? t(opened === null ? 'education.unopened' : 'education.opened')
              : t('education.acknowledged', { day: dayText(acknowledged, language) })}
          </span>
          <span className="row-more">
            {reasons.map((one) => (
              <span key={JSON.stringify(one)}>{reason(one)}</span>
            ))}
          </span>
        </Link>
      ))}
    </Section>
  );
}

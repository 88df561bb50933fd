import { Button, Group } from '@mantine/core';
import { leave } from '@sallyport/server/contracts/people';
import { erasePerson } from '@sallyport/server/contracts/privacy';
import { oneFact } from '@sallyport/server/contracts/register';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { isAdmitted, useMe } from '../../app/session.ts';
import { HeldNote } from '../../ui/held-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { FactsOfPerson } from './facts-of-person.tsx';
import { OpenDuties } from './open-duties.tsx';
import { standingWords } from './standing.ts';

const ErasePerson = lazy(async () => ({ default: (await import('./erase-person.tsx')).ErasePerson }));

/** What is recorded of one person, as far as the reader may see it; no count and no verdict (PEOPLE.md). */
export function PersonPage() {
  const { id = '' } = useParams({ strict: false });
  return <Person key={id} id={id} />;
}

function Person({ id }: { readonly id: string }) {
  const { t, said, language } = useWords();
  const who = useMe();
  const leaves = isAdmitted(leave.admits, who);
  const fact = useAsk(oneFact, { kind: 'person', id });
  const textIn = (name: string): string | null => {
    const value = fact.data?.fields[name];
    return typeof value === 'string' ? value : null;
  };
  const unit = textIn('unit');
  const units = useNames('unit', [unit]);
  if (fact.error !== null) return <ProblemView whole error={fact.error} again={() => void fact.refetch()} />;
  if (fact.data === undefined) return <Loading />;
  const standing = standingWords().find(({ value }) => value === textIn('standing'))?.label;
  const note = (name: string) => <HeldNote held={fact.data.held.find(({ field }) => field === name)} />;
  const [joined, left] = [textIn('joinedOn'), textIn('leftOn')];
  return (
    <>
      <p className="back">
        <Link to="/people">{t('app.back')}</Link>
      </p>
      <PageHead
        title={textIn('name') ?? id}
        note={t('people.one')}
        action={
          <Group>
            <Button component={Link} variant="default" to={`/register/person/facts/${id}`}>
              {t('people.record')}
            </Button>
            {leaves ? (
              <Button component={Link} variant="default" to={`/people/${id}/leaving`}>
                {t('leaving.open.page')}
              </Button>
            ) : null}
          </Group>
        }
      />
      <dl className="pairs">
        <dt>{t('people.standing')}</dt>
        <dd>
          {standing === undefined ? t('app.none') : said(standing)}
          {note('standing')}
        </dd>
        <dt>{t('people.ofUnit')}</dt>
        <dd>
          {unit === null ? (
            t('people.noUnit')
          ) : (
            <Link to="/people" search={{ unit }} style={{ color: 'inherit' }}>
              {units.get(unit) ?? unit}
            </Link>
          )}
          {note('unit')}
        </dd>
        <dt>{t('people.joinedOn')}</dt>
        <dd>
          {joined === null ? t('app.none') : dayText(joined, language)}
          {note('joinedOn')}
        </dd>
        {left === null ? null : (
          <>
            <dt>{t('people.leftOn')}</dt>
            <dd>
              {dayText(left, language)}
              {note('leftOn')}
            </dd>
          </>
        )}
      </dl>
      <OpenDuties person={id} />
      <FactsOfPerson kind="assignment" person={id} title={t('people.posts')} none={t('people.noPosts')} />
      <FactsOfPerson kind="eligibilityCheck" person={id} title={t('people.checks')} none={t('people.noChecks')} />
      <FactsOfPerson kind="commitment" person={id} title={t('people.commitments')} none={t('people.noCommitments')} />
      <FactsOfPerson kind="coolingOff" person={id} title={t('people.coolingOffs')} none={t('people.noCoolingOffs')} />
      {isAdmitted(erasePerson.admits, who) ? (
        <Suspense fallback={null}>
          <ErasePerson person={id} />
        </Suspense>
      ) : null}
    </>
  );
}

import { Alert, Button, Text } from '@mantine/core';
import { topicWords } from '@sallyport/core/duties';
import { explainDuty } from '@sallyport/server/contracts/duties';
import { useRef } from 'react';
import type { z } from 'zod';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import type { Names } from '../../app/names.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { DutyItem } from './duty-row.tsx';
import { type Nested, nested } from './nested.ts';
import { ToldText } from './told-text.tsx';

type Told = z.output<(typeof explainDuty)['output']>['zh'];
type Line = Told['outline'][number]['lines'][number];
type Props = {
  readonly duty: Pick<DutyItem, 'rule' | 'subject' | 'period'>;
  /** Bodies are named by the program itself. */
  readonly people: Names;
};

/** Why the duty is as it is: each topic with its sentences, and below them what they rest on, down to the fields that were read. */
export function Explanation({ duty, people }: Props) {
  const { t, language } = useWords();
  const { data, error, isPending } = useAsk(explainDuty, duty);
  const tree = useRef<HTMLUListElement>(null);
  // The browser's own way to open and close: keyboard, screen reader and search in the page know it.
  const turnAll = (open: boolean): void => {
    for (const part of tree.current?.querySelectorAll('details') ?? []) part.open = open;
  };
  const told = data?.[language];
  return (
    <>
      {isPending ? <Loading /> : null}
      <ProblemView error={error} />
      {data?.agrees === false ? <Alert color="yellow">{t('duty.disagreed')}</Alert> : null}
      {told === undefined ? null : (
        <>
          <Button.Group className="no-print">
            <Button variant="subtle" size="compact-sm" onClick={() => turnAll(true)}>
              {t('duty.openAll')}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => turnAll(false)}>
              {t('duty.closeAll')}
            </Button>
          </Button.Group>
          <ul className="because" ref={tree}>
            {topicsOf(told).map((topic) => (
              <TopicItem key={topic} topic={topic} told={told} names={people} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** In the order of the sentences; what is only below them (nothing of today's) would come last. */
const topicsOf = ({ sentences, outline }: Told): readonly Topic[] => [
  ...new Set([...sentences, ...outline].map(({ topic }) => topic)),
];

type Topic = Told['sentences'][number]['topic'];

function TopicItem({ topic, told, names }: { readonly topic: Topic; readonly told: Told; readonly names: Names }) {
  const { said } = useWords();
  const lines = told.outline.find((part) => part.topic === topic)?.lines ?? [];
  return (
    <li>
      <details open>
        <summary className="because-topic">{said(topicWords[topic])}</summary>
        {told.sentences
          .filter((sentence) => sentence.topic === topic)
          .map(({ text }) => (
            <Text key={text} my={4}>
              <ToldText text={text} facts={told.facts} names={names} />
            </Text>
          ))}
        <Reasons reasons={nested(lines)} facts={told.facts} names={names} />
      </details>
    </li>
  );
}

type ReasonsProps = {
  readonly reasons: readonly Nested<Line>[];
  readonly facts: Told['facts'];
  readonly names: Names;
};

function Reasons({ reasons, facts, names }: ReasonsProps) {
  if (reasons.length === 0) return null;
  return (
    <ul>
      {reasons.map(({ line, parts }) => (
        <li key={`${line.text} ${line.value ?? ''}`}>
          {parts.length === 0 ? (
            <ReasonText line={line} facts={facts} names={names} />
          ) : (
            <details>
              <summary>
                <ReasonText line={line} facts={facts} names={names} linked={false} />
              </summary>
              <Reasons reasons={parts} facts={facts} names={names} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

type ReasonProps = Omit<ReasonsProps, 'reasons'> & { readonly line: Line; readonly linked?: boolean };

function ReasonText({ line: { text, value }, linked = true, ...more }: ReasonProps) {
  const { t } = useWords();
  return (
    <>
      <ToldText text={text} linked={linked} {...more} />
      {value === null ? null : (
        <>
          {t('duty.cameTo')}
          <strong>
            <ToldText text={value} linked={linked} {...more} />
          </strong>
        </>
      )}
    </>
  );
}

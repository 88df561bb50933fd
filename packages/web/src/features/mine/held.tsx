import { Text } from '@mantine/core';
import { heldOnMe } from '@sallyport/server/contracts/privacy';
import { useAsk } from '../../app/ask.ts';
import { countText, dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ClauseLink } from '../law/clause-link.tsx';

/** What is held on the reader, on which basis, and until when. */
export function Held() {
  const { t, said, language } = useWords();
  const held = useAsk(heldOnMe, {});
  if (held.error !== null) return <ProblemView error={held.error} />;
  if (held.data === undefined) return <Loading />;
  const { kinds, holds } = held.data;
  if (kinds.length === 0) return <Text>{t('mine.heldNothing')}</Text>;
  return (
    <>
      {kinds.map(({ kind, name, clause, clauseName, records, sensitive, until, months }) => (
        <div key={kind} className="row still">
          <span className="row-title">
            {headed(said(name))}
            {sensitive ? (
              <>
                {' '}
                <span className="state state-open">{t('mine.heldSensitive')}</span>
              </>
            ) : null}
          </span>
          <span>{t('mine.heldRecords', { count: countText(records, language) })}</span>
          <span className="row-more">
            <span>
              {until === null
                ? t('mine.heldWhile', { months })
                : t('mine.heldUntil', { day: dayText(until, language) })}
            </span>
            <span>
              {t('mine.heldBasis')} <ClauseLink clause={clause} name={clauseName} />
            </span>
          </span>
        </div>
      ))}
      {holds.map(({ hold, clauseName, until }) => (
        <Text key={hold} mt="sm">
          {t('mine.onHold', { clause: said(clauseName), until: dayText(until, language) })}
        </Text>
      ))}
    </>
  );
}

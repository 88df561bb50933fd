import { Text } from '@mantine/core';
import { heldOnMe } from '@sallyport/server/contracts/privacy';
import { useAsk } from '../../app/ask.ts';
import { countText, dayText } from '../../app/format.ts';
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
      <div className="wide" tabIndex={0} role="group" aria-label={t('mine.held')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('mine.heldKind')}</th>
              <th scope="col" className="number">
                {t('mine.heldRecords')}
              </th>
              <th scope="col">{t('mine.heldBasis')}</th>
              <th scope="col">{t('mine.heldUntil')}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, name, clause, clauseName, records, sensitive, until, months }) => (
              <tr key={kind}>
                <td>
                  {said(name)}
                  {sensitive ? (
                    <>
                      {' '}
                      <span className="state state-open">{t('mine.heldSensitive')}</span>
                    </>
                  ) : null}
                </td>
                <td className="number">{countText(records, language)}</td>
                <td>
                  <ClauseLink clause={clause} name={clauseName} />
                </td>
                <td>{until === null ? t('mine.heldWhile', { months }) : dayText(until, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {holds.map(({ hold, clauseName, until }) => (
        <Text key={hold} mt="sm">
          {t('mine.onHold', { clause: said(clauseName), until: dayText(until, language) })}
        </Text>
      ))}
    </>
  );
}

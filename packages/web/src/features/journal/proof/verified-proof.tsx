import { Text } from '@mantine/core';
import { journalConsistency, journalHead } from '@sallyport/server/contracts/journal';
import { useQuery } from '@tanstack/react-query';
import { ask, ProblemError } from '../../../app/api.ts';
import { useWords } from '../../../app/language-context.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { ProblemView } from '../../../ui/problem-view.tsx';
import { recall, remember } from './remembered.ts';
import { type Entry, isInOrder, verifyEntry } from './verify-entry.ts';
import { canVerify } from './web-crypto.ts';

type Props = { readonly id: string; readonly entry: Entry };

/** The proof of an entry as this browser computes it, step by step, and what it does not show. */
export function VerifiedProof({ id, entry }: Props) {
  const { t, language } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['verify', id, entry],
    // Computed from what lies here: an answer of before would tell of another answer of the program.
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => {
      const head = await ask(journalHead, {}, language);
      const verified = await verifyEntry({ id, entry, head, recall, consistency });
      if (verified?.head) remember(verified.head.log, verified.head.state);
      return verified;
    },
    enabled: canVerify(),
  });
  async function consistency(old: number, size: number): Promise<readonly string[] | null> {
    try {
      return (await ask(journalConsistency, { old, size }, language)).hashes;
    } catch (refused) {
      if (refused instanceof ProblemError && refused.problem.code === 'journal.no-such-size') return null;
      throw refused;
    }
  }
  if (!canVerify()) return <Text>{t(entry.proof?.holds === true ? 'journal.unable' : 'journal.broken')}</Text>;
  if (error !== null) return <ProblemView error={error} again={() => void refetch()} />;
  if (data === undefined || data === null) return <Loading />;
  const broken = data.checks.some((check) => !isInOrder(check));
  return (
    <>
      <p role={broken ? 'alert' : 'status'} className={broken ? 'state state-late said' : 'state said'}>
        {t(broken ? 'journal.broken' : 'journal.holdsHere')}
      </p>
      <ul className="checks">
        {data.checks.map((check) => (
          <li key={check.name}>
            <span className={isInOrder(check) ? 'state' : 'state state-late'}>
              {t(isInOrder(check) ? 'journal.checkHolds' : 'journal.checkBroken')}
            </span>{' '}
            {check.name === 'history'
              ? t(`journal.check.history-${check.came}`)
              : t(`journal.check.${check.name}-${check.came}`)}
          </li>
        ))}
      </ul>
      <Text c="dimmed" mt="sm">
        {t('journal.notShown')}
      </Text>
    </>
  );
}

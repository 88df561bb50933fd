import { Button, CopyButton, Group, Text, Textarea } from '@mantine/core';
import { handOn, outbox, sendAgain } from '@sallyport/server/contracts/notices';
import { useAct, useAskPages } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

/** Letters that did not leave by mail: the administrator hands them on by another way. */
export function Outbox() {
  const { t, language } = useWords();
  const found = useAskPages(outbox, {});
  const done = useAct(handOn);
  const again = useAct(sendAgain);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (found.isPending) return <Loading />;
  return (
    <>
      <ProblemView error={done.error ?? again.error} />
      {items.length === 0 ? <Empty title={t('notices.none')} note={t('notices.noneNote')} /> : null}
      {items.map(({ letter, name, address, template, state, code, madeAt, text }) => (
        <div key={letter} className="row">
          <span className="row-title">
            {t(`letter.${template}`)} · {name}
          </span>
          <span className={state === 'refused' ? 'state' : 'state state-quiet'}>{t(`letterState.${state}`)}</span>
          <span className="row-more">
            <span>{momentText(madeAt, language)}</span>
            {address === null ? null : <span>{address}</span>}
            {code === null ? null : (
              <span>{code === 'mail.handover-first' ? t('notices.handoverFirst') : t('app.reference', { code })}</span>
            )}
          </span>
          {text === null ? (
            <Text size="sm">{t('notices.notShown')}</Text>
          ) : (
            <Textarea
              aria-label={t('notices.text')}
              readOnly
              autosize
              maxRows={14}
              value={text}
              style={{ gridColumn: '1 / -1' }}
            />
          )}
          <Group style={{ gridColumn: '1 / -1' }}>
            {text === null ? null : (
              <CopyButton value={text}>
                {({ copied, copy }) => (
                  <Button variant="default" size="compact-sm" onClick={copy}>
                    {t(copied ? 'notices.copied' : 'notices.copy')}
                  </Button>
                )}
              </CopyButton>
            )}
            <Button
              variant="default"
              size="compact-sm"
              loading={done.isPending}
              onClick={() => done.mutate({ letter })}
            >
              {t('notices.handOn')}
            </Button>
            {state === 'waiting' ? null : (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={again.isPending}
                onClick={() => again.mutate({ letter })}
              >
                {t('notices.sendAgain')}
              </Button>
            )}
          </Group>
        </div>
      ))}
      {items.filter(({ state }) => state !== 'waiting').length < 2 ? null : (
        <Button
          variant="default"
          mt="md"
          mr="sm"
          loading={again.isPending}
          onClick={() => again.mutate({ letter: null })}
        >
          {t('notices.sendAll')}
        </Button>
      )}
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}

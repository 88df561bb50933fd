import { Text, TextInput } from '@mantine/core';
import { listSettings, previewSetting } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAmount } from './amount.ts';

/** The numbers of the organisation's own policy. */
export function SettingsPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const amount = useAmount();
  const [wanted, setWanted] = useState('');
  const { data, error, refetch } = useAsk(listSettings, {});
  if (error !== null) return <ProblemView error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const found = data.settings.filter(({ title }) => said(title).toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <>
      <PageHead
        title={t('settings.title')}
        note={t('settings.note')}
        action={
          isAdmitted(previewSetting.admits, who) ? (
            <Link to="/law/impact" className="onward">
              {t('impact.title')}
            </Link>
          ) : null
        }
      />
      <TextInput
        type="search"
        label={t('settings.find')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        mb="md"
        maw="28em"
      />
      {found.length === 0 ? <Empty title={t('settings.none')} /> : null}
      {found.map((setting) => (
        <Link key={setting.name} to="/settings/$name" params={{ name: setting.name }} className="row">
          <span className="row-title">{said(setting.title)}</span>
          <Text span fw={600}>
            {amount(setting.type, setting.value)}
          </Text>
          <span className="row-more">
            <span>
              {setting.since === null
                ? t('settings.proposed')
                : t('settings.decided', { day: dayText(setting.since, language) })}
            </span>
            {setting.own.some(({ from }) => from > data.day) ? <span>{t('settings.changeAhead')}</span> : null}
          </span>
        </Link>
      ))}
    </>
  );
}

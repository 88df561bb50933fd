import { NativeSelect, Text } from '@mantine/core';
import { decideSetting, listSettings, previewSetting } from '@sallyport/server/contracts/law';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { NoRightPage } from '../../app/no-right-page.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { type Setting, useAmount } from '../settings/amount.ts';
import { readImpactSearch } from './search.ts';

// The field of a number weighs more than the page around it; nobody needs it before a setting is chosen.
const SettingDraft = lazy(async () => ({ default: (await import('./setting-draft.tsx')).SettingDraft }));
const StartDraft = lazy(async () => ({ default: (await import('./start-draft.tsx')).StartDraft }));

/** Stands among the settings, and is a fact of the organisation. */
const programmeStart = 'programmeStart';

/** What a change of policy would do to the duties, before anybody is bound by it. */
export function ImpactPage() {
  return isAdmitted(previewSetting.admits, useMe()) ? <Impact /> : <NoRightPage />;
}

function Impact() {
  const { t, said } = useWords();
  const navigate = useNavigate();
  const { setting: name = '' } = readImpactSearch(useSearch({ strict: false }));
  const { data, error, refetch } = useAsk(listSettings, {});
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const setting = data.settings.find((one) => one.name === name);
  const choose = (next: string): void =>
    void navigate({ to: '/law/impact', search: readImpactSearch({ setting: next }) });
  return (
    <>
      <PageHead title={t('impact.title')} note={t('impact.note')} />
      <NativeSelect
        label={t('impact.setting')}
        value={name === programmeStart ? name : (setting?.name ?? '')}
        onChange={(event) => choose(event.currentTarget.value)}
        maw="34em"
        mb="md"
        data={[
          { value: '', label: t('settings.choose') },
          { value: programmeStart, label: t('impact.start') },
          ...data.settings.map((one) => ({ value: one.name, label: said(one.title) })),
        ]}
      />
      {name === programmeStart ? (
        <>
          <Text mb="md">{t('impact.startNote')}</Text>
          <Suspense fallback={<Loading />}>
            <StartDraft today={data.day} />
          </Suspense>
        </>
      ) : setting === undefined ? (
        <Empty title={t('impact.choose')} note={t('impact.chooseNote')}>
          <Link to="/settings">{t('settings.all')}</Link>
        </Empty>
      ) : (
        <Change key={setting.name} setting={setting} today={data.day} />
      )}
    </>
  );
}

function Change({ setting, today }: { readonly setting: Setting; readonly today: string }) {
  const { t, said, language } = useWords();
  const who = useMe();
  const navigate = useNavigate();
  const amount = useAmount();
  const { name, about, type, value, since } = setting;
  return (
    <>
      <Text mb="xs">{said(about)}</Text>
      <Text mb="md">
        {t('settings.now')} <strong>{amount(type, value)}</strong>{' '}
        <Text span c="dimmed">
          {since === null ? t('settings.proposed') : t('settings.decided', { day: dayText(since, language) })} ·{' '}
          <Link to="/settings/$name" params={{ name }}>
            {t('impact.about')}
          </Link>
        </Text>
      </Text>
      <Suspense fallback={<Loading />}>
        <SettingDraft
          setting={setting}
          today={today}
          decides={isAdmitted(decideSetting.admits, who)}
          onDecided={() => void navigate({ to: '/settings/$name', params: { name } })}
        />
      </Suspense>
    </>
  );
}

import { Button, Text } from '@mantine/core';
import { listSettings, previewSetting } from '@sallyport/server/contracts/law';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { useAmount } from './amount.ts';

/** One number of the organisation's policy: what holds, how far it may go, what reads it, and its change. */
export function SettingPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const amount = useAmount();
  const { name } = useParams({ strict: false });
  const { data, error, refetch } = useAsk(listSettings, {});
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const setting = data.settings.find((one) => one.name === name);
  if (setting === undefined) return <NotFoundPage />;
  const { type, value, since, standard, own, notLooserThan, rules } = setting;
  const shown = (number: number): string => amount(type, number);
  return (
    <>
      <p className="back">
        <Link to="/settings">{t('settings.all')}</Link>
      </p>
      <PageHead title={said(setting.title)} note={said(setting.about)} />
      <dl className="pairs">
        <dt>{t('settings.now')}</dt>
        <dd>
          {shown(value)}{' '}
          <Text span c="dimmed">
            {since === null ? t('settings.proposed') : t('settings.decided', { day: dayText(since, language) })}
          </Text>
        </dd>
        <dt>{t('settings.standard')}</dt>
        <dd>{shown(standard)}</dd>
        {notLooserThan === null ? null : (
          <>
            <dt>{t('settings.bound')}</dt>
            <dd>{said(notLooserThan.name)}</dd>
          </>
        )}
      </dl>
      {setting.touchesStaff ? <Text mt="sm">{t('settings.touchesStaff')}</Text> : null}
      {setting.touchesSensitive ? <Text mt="sm">{t('settings.touchesSensitive')}</Text> : null}

      {isAdmitted(previewSetting.admits, who) ? (
        <Section title={t('settings.change')}>
          <Text mb="sm">{t('settings.changeNote')}</Text>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/law/impact" search={{ setting: setting.name }} {...props} />}
          >
            {t('settings.look')}
          </Button>
        </Section>
      ) : null}

      <Section title={t('settings.history')}>
        {own.length === 0 ? <Text c="dimmed">{t('settings.noHistory')}</Text> : null}
        <ul>
          {own.map(({ value: number, from }, at) => (
            <li key={`${from} ${own.length - at}`}>
              {t('settings.from', { day: dayText(from, language), value: shown(number) })}
            </li>
          ))}
        </ul>
      </Section>

      <Section title={t('settings.rules')}>
        <ul>
          {rules.map(({ rule, title }) => (
            <li key={rule}>{said(title)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

import { Text } from '@mantine/core';
import { listSettings } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';

/** Whether the organisation asks the lead of a unit about trips that no law asks about: its own policy, and where it is changed. */
export function LeadAsked() {
  const { t, said } = useWords();
  const { data } = useAsk(listSettings, {});
  const setting = data?.settings.find(({ name }) => name === 'unitLeadApproval');
  if (setting === undefined) return null;
  return (
    <Text mt="sm">
      {t(setting.value === 1 ? 'trip.leadAsked' : 'trip.leadNotAsked')}{' '}
      <Link to="/settings/$name" params={{ name: setting.name }}>
        {said(setting.title)}
      </Link>{' '}
      ·{' '}
      <Link to="/settings" search={{ about: 'traveller' }}>
        {t('trip.policy')}
      </Link>
    </Text>
  );
}

import { Alert, Button } from '@mantine/core';
import { erasePerson } from '@sallyport/server/contracts/privacy';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Section } from '../../ui/section.tsx';

/** Asked for here; nothing is erased before a second person has signed. */
export function ErasePerson({ person }: { readonly person: string }) {
  const { t, language } = useWords();
  const [open, setOpen] = useState(false);
  const ask = useAct(erasePerson);
  return (
    <Section title={t('people.erase')}>
      {ask.data !== undefined ? (
        <Alert role="status" color="teal" variant="outline" styles={{ message: { color: 'inherit' } }}>
          {t('people.eraseWaits', { when: momentText(ask.data.endsAt, language) })}{' '}
          <Link to="/acts" style={{ color: 'inherit' }}>
            {t('people.eraseToActs')}
          </Link>
        </Alert>
      ) : open ? (
        <ReasonForm
          note={t('people.eraseNote')}
          label={t('people.eraseReason')}
          confirm={t('people.eraseAsk')}
          shortest={4}
          grave
          pending={ask.isPending}
          error={ask.error}
          onReason={(reason) => ask.mutate({ person, reason })}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('people.eraseOpen')}
        </Button>
      )}
    </Section>
  );
}

import { Button, Group, Text } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import type { FactShown } from '@sallyport/server/contracts/register';
import { useWords } from '../../app/language-context.tsx';
import { cellText } from './cell-text.ts';
import { type Drafts, differing, draftsOf, fieldsOf } from './fact-form.ts';

type Props = {
  readonly kind: Kind;
  readonly theirs: FactShown;
  readonly drafts: Drafts;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
};

/** Both states side by side, where they differ; nothing is saved until the person has chosen. */
export function StaleFact({ kind, theirs, drafts, onTakeTheirs, onKeepMine }: Props) {
  const { t, said, language } = useWords();
  const mine = fieldsOf(kind, drafts);
  return (
    <section aria-live="polite">
      <Text mb="sm">{t('register.stale')}</Text>
      <div className="wide" tabIndex={0} role="group" aria-label={t('register.stale')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('register.field')}</th>
              <th scope="col">{t('register.theirs', { version: theirs.version })}</th>
              <th scope="col">{t('register.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {differing(kind, draftsOf(kind, theirs.fields), drafts).map((name) => {
              const field = kind.fields[name];
              if (field === undefined) return null;
              return (
                <tr key={name}>
                  <th scope="row">{said(field.label)}</th>
                  <td>{cellText(field, theirs.fields[name] ?? null, language)}</td>
                  <td>{cellText(field, mine[name] ?? null, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Group mt="md">
        <Button onClick={onKeepMine}>{t('register.keepMine')}</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {t('register.takeTheirs')}
        </Button>
      </Group>
    </section>
  );
}

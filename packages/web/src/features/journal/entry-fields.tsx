import { Text } from '@mantine/core';
import type { oneEntry } from '@sallyport/server/contracts/journal';
import { Fragment } from 'react';
import type { z } from 'zod';
import { useWords } from '../../app/language-context.tsx';

type Fields = z.output<(typeof oneEntry)['output']>['fields'];

/** Values lie beside the entry and may be erased; whether one opens its commitment is said of each. */
export function EntryFields({ fields }: { readonly fields: Fields }) {
  const { t } = useWords();
  if (fields.length === 0) return <Text c="dimmed">{t('journal.noFields')}</Text>;
  return (
    <dl className="pairs">
      {fields.map((field) => (
        <Fragment key={field.path}>
          <dt>{field.path}</dt>
          <dd>
            {field.state === 'erased' ? (
              t('journal.erased')
            ) : (
              <>
                {typeof field.value === 'string' ? field.value : JSON.stringify(field.value)}{' '}
                <span className={field.opens ? 'state' : 'state state-late'}>
                  {t(field.opens ? 'journal.kept' : 'journal.differs')}
                </span>
              </>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

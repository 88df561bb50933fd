import { Text } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import type { oneEntry } from '@sallyport/server/contracts/journal';
import { Fragment } from 'react';
import type { z } from 'zod';
import { useWords } from '../../app/language-context.tsx';
import { fieldKey } from './field-names.ts';

type Fields = z.output<(typeof oneEntry)['output']>['fields'];

type Props = { readonly fields: Fields; readonly subject: string | null };

/** Values lie beside the entry and may be erased; whether one opens its commitment is said of each. */
export function EntryFields({ fields, subject }: Props) {
  const { t, said } = useWords();
  const kind = vocabulary.kinds.get(subject?.split('/')[0] ?? '');
  const nameOf = (path: string): string => {
    const label = kind?.fields[path]?.label;
    const key = path.startsWith('subject.') ? 'journal.field.subject' : fieldKey(path);
    return label !== undefined ? said(label) : key === undefined ? path : t(key);
  };
  if (fields.length === 0) return <Text c="dimmed">{t('journal.noFields')}</Text>;
  return (
    <dl className="pairs">
      {fields.map((field) => (
        <Fragment key={field.path}>
          <dt>{nameOf(field.path)}</dt>
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

import type { Kind } from '@sallyport/core/facts';
import { Fragment } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { FactLink } from '../../ui/fact-link.tsx';
import { HeldNote } from '../../ui/held-note.tsx';
import { cellText } from './cell-text.ts';
import { formOrder, type HeldOf, type SentFields } from './fact-form.ts';
import { useRefNames } from './use-ref-names.ts';

type Props = { readonly kind: Kind; readonly fields: SentFields; readonly held?: readonly HeldOf[] };

export function FactValues({ kind, fields, held = [] }: Props) {
  const { said, language } = useWords();
  const names = useRefNames(kind, [fields]);
  return (
    <dl className="pairs">
      {formOrder(kind).map(([name, field]) => {
        const cell = fields[name] ?? null;
        const kept = held.find((one) => one.field === name);
        return (
          <Fragment key={name}>
            <dt>{said(field.label)}</dt>
            <dd>
              {field.type === 'ref' && field.to !== undefined && typeof cell === 'string' ? (
                <FactLink kind={field.to} id={cell} name={names.get(cell)} />
              ) : (
                cellText(field, cell, language)
              )}
              {kept === undefined ? null : <HeldNote held={kept} />}
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}

import { listPeople } from '@sallyport/server/contracts/register';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { PersonField } from '../../ui/person-field.tsx';

type Props = {
  readonly value: string | undefined;
  readonly onChange: (next: { readonly assignee: string | undefined }) => void;
};

/** One assignee, by name: nobody is counted or ranked (PEOPLE.md). For whoever may look people up. */
export function AssigneeFilter({ value, onChange }: Props) {
  const { t } = useWords();
  const who = useMe();
  if (!isAdmitted(listPeople.admits, who)) return null;
  return <PersonField label={t('duties.assignee')} value={value} onChange={(assignee) => onChange({ assignee })} />;
}

import type { Status } from '@sallyport/core/law';
import { useWords } from '../../app/language-context.tsx';

const tones: Readonly<Record<Status, string>> = {
  overdue: 'state-late',
  missed: 'state-late',
  breached: 'state-late',
  review: 'state-open',
  unclear: 'state-open',
  pending: 'state-open',
  met: '',
  late: '',
  waived: 'state-quiet',
  void: 'state-quiet',
};

/** The state in words; its colour only repeats them. */
export function StateMark({ status }: { readonly status: Status }) {
  const { t } = useWords();
  return <span className={`state ${tones[status]}`}>{t(`status.${status}`)}</span>;
}

import type { dutyItem } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { dayOrMoment, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import type { Names } from '../../app/names.ts';
import { FactName } from '../../ui/fact-name.tsx';
import { StateMark } from './state-mark.tsx';

export type DutyItem = z.output<typeof dutyItem>;

/** What names a duty in an address. */
export const keyOf = ({ rule, subject, period }: Pick<DutyItem, 'rule' | 'subject' | 'period'>) => ({
  rule,
  subject,
  ...(period === null ? {} : { period }),
});

/** Whom a list of duties names: those who have to act, and those a duty hangs on. */
export const peopleIn = (duties: readonly DutyItem[]): readonly (string | null)[] =>
  duties.flatMap(({ assignee, person, kind, subject }) => [assignee, person, kind === 'person' ? subject : null]);

type Props = {
  readonly duty: DutyItem;
  /** Of the people it names. */
  readonly names?: Names;
};

const noNames: Names = new Map();

export function DutyRow({ duty, names = noNames }: Props) {
  const { t, said, language } = useWords();
  return (
    <Link to="/duty" search={keyOf(duty)} className="row" data-duty>
      <span className="row-title">{said(duty.title)}</span>
      <StateMark status={duty.status} />
      <span className="row-more">
        <span>{duty.due === null ? t('duties.noDue') : t('duties.due', { day: dayOrMoment(duty.due, language) })}</span>
        {duty.metOn === null ? null : <span>{t('duties.metOn', { day: dayOrMoment(duty.metOn, language) })}</span>}
        {duty.period === null ? null : <span>{t('duties.period', { day: dayText(duty.period, language) })}</span>}
        {duty.kind === 'person' ? null : (
          <FactName kind={duty.kind} id={duty.subject} name={names.get(duty.subject)} withKind />
        )}
        {duty.person === null || (duty.person === duty.assignee && duty.kind !== 'person') ? null : (
          <span>{t('duties.about', { name: names.get(duty.person) ?? duty.person })}</span>
        )}
        {duty.assignee === null || duty.assignee === duty.subject ? null : (
          <span>{t('duties.assignedTo', { name: names.get(duty.assignee) ?? duty.assignee })}</span>
        )}
      </span>
    </Link>
  );
}

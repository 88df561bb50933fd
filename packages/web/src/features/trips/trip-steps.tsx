import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import type { Trip } from './trip-type.ts';

type Props = { readonly trip: Trip; readonly nameOf: (person: string) => string };

/** Each step with who decides, since when it waits, by when an answer was promised, and the clause that asks for it. */
export function TripSteps({ trip, nameOf }: Props) {
  const { t, said, language } = useWords();
  const between = language === 'zh' ? '、' : ', ';
  const goer = new Map(trip.travellers.map(({ traveller, person }) => [traveller, person]));
  const deciders = (holders: Trip['steps'][number]['holders']): string =>
    holders
      .map(({ person, deputy }) => (deputy ? t('trip.deputy', { name: nameOf(person) }) : nameOf(person)))
      .join(between);
  return (
    <Section title={t('trip.steps')}>
      {trip.steps.length === 0 ? <p>{t('trip.noSteps')}</p> : null}
      {trip.steps.map(({ role, traveller, rules, policy, settled, since, promisedBy, late, escalatedOn, holders }) => (
        <div key={`${role} ${traveller}`} className="row still">
          <span className="row-title">
            {t('trip.stepOf', { role: t(`trip.role.${role}`), name: nameOf(goer.get(traveller) ?? traveller) })}
          </span>
          <span className={late ? 'state state-late' : settled === null ? 'state state-open' : 'state state-quiet'}>
            {settled !== null
              ? t(`trip.settled.${settled}`)
              : since === null
                ? t('trip.notYet')
                : t(late ? 'trip.late' : 'trip.waits')}
          </span>
          <span className="row-more">
            <span>{holders.length === 0 ? t('trip.noHolder') : t('trip.decidedBy', { names: deciders(holders) })}</span>
            {since === null ? null : <span>{t('trip.since', { day: dayText(since, language) })}</span>}
            {promisedBy === null ? null : <span>{t('trip.promised', { day: dayText(promisedBy, language) })}</span>}
            {escalatedOn === null ? null : <span>{t('trip.escalated', { day: dayText(escalatedOn, language) })}</span>}
            {policy && settled === null ? <span>{t('trip.policyStep')}</span> : null}
            {late && !policy ? <span>{t('trip.lateLaw')}</span> : null}
            {rules.flatMap(({ rule, title, clauses }) => [
              <span key={rule}>{said(title)}</span>,
              ...clauses.map(({ id, name }) => (
                <span key={`${rule} ${id}`}>
                  <ClauseLink clause={id} name={name} />
                </span>
              )),
            ])}
          </span>
        </div>
      ))}
    </Section>
  );
}

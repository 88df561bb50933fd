import type { handovers } from '@sallyport/server/contracts/privacy';
import type { z } from 'zod';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import { CancelHandover } from './cancel-handover.tsx';
import { countryName } from './country-name.ts';

type Handover = z.output<typeof handovers.output>['items'][number];

export function HandoverRow({ handover }: { readonly handover: Handover }) {
  const { t, language } = useWords();
  const { way, receiver, receiverName, country, clause, route, personalData, authorityApprovedOn } = handover;
  const { from, until, givenOn, ended, cancelledOn, by } = handover;
  const day = (one: string): string => dayText(one, language);
  return (
    <div className="row still">
      <span className="row-title">
        {t('handovers.to', { receiver: t(`handoverReceiver.${receiver}`), name: receiverName })}
      </span>
      <span className={ended ? 'state state-quiet' : 'state'}>{t(ended ? 'handovers.ended' : 'handovers.open')}</span>
      <span className="row-more">
        <span>
          {countryName(country, language)} {country}
        </span>
        <span>{t(`handoverWay.${way}`)}</span>
        <span>
          <ClauseLink clause={clause.id} name={clause.name} />
        </span>
        <span>{t(`handoverRoute.${route}`)}</span>
        <span>{t(personalData ? 'handovers.withPersonal' : 'handovers.withoutPersonal')}</span>
        {authorityApprovedOn === null ? null : (
          <span>{t('handovers.approvedOn', { day: day(authorityApprovedOn) })}</span>
        )}
        <span>{t('handovers.from', { from: day(from), until: day(until) })}</span>
        <span>{givenOn === null ? t('handovers.notGiven') : t('handovers.given', { day: day(givenOn) })}</span>
        {by === null ? null : <span>{t('handovers.by', { name: by })}</span>}
        {cancelledOn === null ? null : <span>{t('handovers.cancelledOn', { day: day(cancelledOn) })}</span>}
      </span>
      {ended ? null : <CancelHandover handover={handover.handover} />}
    </div>
  );
}

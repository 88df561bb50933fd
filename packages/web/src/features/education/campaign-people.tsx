import { Button, NativeSelect, Text } from '@mantine/core';
import { campaignStandings, listCampaignPeople } from '@sallyport/server/contracts/education';
import { Fragment, useState } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';

const standings = [...campaignStandings, 'joined'] as const;

/** Everybody it was addressed to, and apart from them who came since: by unit and by name. */
export function CampaignPeople({ campaign }: { readonly campaign: string }) {
  const { t, language } = useWords();
  const [standing, setStanding] = useState<(typeof standings)[number]>();
  const filter = { campaign, order: language, ...(standing === undefined ? {} : { standing }) };
  const found = useAskPages(listCampaignPeople, filter);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <NativeSelect
        label={t('education.which')}
        mb="md"
        maw="20em"
        value={standing ?? ''}
        onChange={(event) => setStanding(standings.find((one) => one === event.currentTarget.value))}
        data={[
          { value: '', label: t('education.everybody') },
          ...standings.map((value) => ({ value, label: t(`education.campaignStanding.${value}`) })),
        ]}
      />
      <ExportLedger list="campaign" filter={filter} />
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {!found.isPending && found.error === null && items.length === 0 ? (
        <Text>{t('education.nobodyThere')}</Text>
      ) : null}
      <div>
        {items.map(({ person, name, unit, unitName, standing: stands, completedOn }, at) => (
          <Fragment key={person}>
            {at > 0 && items[at - 1]?.unit === unit ? null : (
              <h3 className="lines-title">{unitName ?? unit ?? t('education.noUnit')}</h3>
            )}
            <div className="row still">
              <span className="row-title">{name ?? person}</span>
              <span className={stands === 'open' ? 'state state-open' : 'state state-quiet'}>
                {t(`education.campaignStanding.${stands}`)}
              </span>
              {completedOn === null ? null : (
                <span className="row-more">{t('duties.metOn', { day: dayText(completedOn, language) })}</span>
              )}
            </div>
          </Fragment>
        ))}
      </div>
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}

import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { listSettings, previewSetting } from '@sallyport/server/contracts/law';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { useAmount } from './amount.ts';
import { heldOn, readSettingsSearch, type SettingsSearch } from './search.ts';

/** The numbers of the organisation's own policy. */
export function SettingsPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const amount = useAmount();
  const navigate = useNavigate();
  const search = readSettingsSearch(useSearch({ strict: false }));
  const { data, error, refetch } = useAsk(listSettings, {});
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { find = '', about = '', on = data.day } = search;
  const change = (next: SettingsSearch): void =>
    void navigate({ to: '/settings', search: readSettingsSearch({ ...search, ...next }), replace: true });
  const found = data.settings.filter(
    ({ title, rules }) =>
      said(title).toLowerCase().includes(find.trim().toLowerCase()) &&
      (about === '' || rules.some(({ kind }) => kind === about)),
  );
  const kinds = new Set(data.settings.flatMap(({ rules }) => rules.map(({ kind }) => kind)));
  return (
    <>
      <PageHead
        title={t('settings.title')}
        note={t('settings.note')}
        action={
          isAdmitted(previewSetting.admits, who) ? (
            <Link to="/law/impact" className="onward">
              {t('impact.title')}
            </Link>
          ) : null
        }
      />
      <Group align="flex-end" mb="md">
        <TextInput
          type="search"
          label={t('settings.find')}
          value={find}
          onChange={(event) => change({ find: event.currentTarget.value })}
          style={{ flex: '1 1 16em' }}
        />
        <NativeSelect
          label={t('settings.about')}
          value={about}
          onChange={(event) => change({ about: event.currentTarget.value })}
          data={[
            { value: '', label: t('settings.aboutAll') },
            ...[...vocabulary.kinds.values()]
              .filter(({ name }) => kinds.has(name))
              .map(({ name, label }) => ({ value: name, label: said(label) })),
          ]}
        />
        <TextInput
          type="date"
          label={t('settings.on')}
          value={on}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
      </Group>
      {/* The ledger has all of them as they are today: it is not offered beside a part, or another day. */}
      {find === '' && about === '' && on === data.day ? <ExportLedger list="settings" filter={{}} /> : null}
      {found.length === 0 ? <Empty title={t('settings.none')} /> : null}
      {found
        .map((setting) => ({ setting, held: heldOn(setting, on) }))
        .map(({ setting, held }) => (
          <Link key={setting.name} to="/settings/$name" params={{ name: setting.name }} className="row">
            <span className="row-title">{said(setting.title)}</span>
            <Text span fw={600}>
              {amount(setting.type, held.value)}
            </Text>
            <span className="row-more">
              <span>
                {held.since === null
                  ? t('settings.proposed')
                  : t('settings.decided', { day: dayText(held.since, language) })}
              </span>
              {setting.own.some(({ from }) => from > on) ? <span>{t('settings.changeAhead')}</span> : null}
            </span>
          </Link>
        ))}
    </>
  );
}

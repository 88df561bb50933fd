import { Button, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { deviceKinds, deviceStates } from '@sallyport/core/devices';
import { addDevice, listDevices } from '@sallyport/server/contracts/devices';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isSingleKey } from '../../ui/single-keys.ts';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { AddDevice } from './add-device.tsx';
import { ChosenDevices } from './chosen-devices.tsx';
import { DeviceRow } from './device-row.tsx';
import type { Device } from './device-type.ts';
import { type DevicesSearch, readDevicesSearch } from './search.ts';

/** The pool: what there is, how it stands and who has it. */
export function DevicesPage() {
  const { t } = useWords();
  const who = useMe();
  const search = readDevicesSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const found = useAskPages(listDevices, search);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const keeps = isAdmitted(addDevice.admits, who);
  const go = (next: Record<string, unknown>): void =>
    void navigate({ to: '/devices', search: readDevicesSearch({ ...search, ...next }), replace: true });
  const turn = (device: string): void =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(device)) next.add(device);
      return next;
    });
  const add = keeps && !adding ? <Button onClick={() => setAdding(true)}>{t('device.add')}</Button> : null;
  return (
    <>
      <PageHead title={t('device.list')} note={t('device.listNote')} action={items.length === 0 ? null : add} />
      {adding ? <AddDevice onCancel={() => setAdding(false)} /> : null}
      <Filters search={search} go={go} />
      {items.length === 0 ? null : <ExportLedger list="devices" filter={search} />}
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {!found.isPending && found.error === null && items.length === 0 ? (
        <Nothing filtered={Object.keys(search).length > 0} add={add} />
      ) : null}
      <div role="region" aria-label={t('device.list')}>
        {items.map((one) =>
          keeps ? (
            <Choosable key={one.device} device={one} chosen={chosen.has(one.device)} turn={() => turn(one.device)}>
              <DeviceRow device={one} />
            </Choosable>
          ) : (
            <DeviceRow key={one.device} device={one} />
          ),
        )}
      </div>
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
      <ChosenDevices devices={items.filter(({ device }) => chosen.has(device))} onClear={() => setChosen(new Set())} />
    </>
  );
}

type Go = (next: Record<string, unknown>) => void;

function Filters({ search, go }: { readonly search: DevicesSearch; readonly go: Go }) {
  const { t } = useWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} mb="md">
      <NativeSelect
        label={t('device.state')}
        value={search.state ?? ''}
        onChange={(event) => go({ state: event.currentTarget.value })}
        data={[
          { value: '', label: t('device.anyState') },
          ...deviceStates.map((value) => ({ value, label: t(`device.state.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('device.kind')}
        value={search.kind ?? ''}
        onChange={(event) => go({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: t('device.anyKind') },
          ...deviceKinds.map((value) => ({ value, label: t(`device.kind.${value}`) })),
        ]}
      />
      <TextInput
        type="search"
        label={t('device.search')}
        placeholder={t('device.searchNote')}
        maxLength={100}
        value={search.search ?? ''}
        onChange={(event) => go({ search: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}

function Nothing({ filtered, add }: { readonly filtered: boolean; readonly add: React.ReactNode }) {
  const { t } = useWords();
  return filtered ? (
    <Empty title={t('device.noMatch')} note={t('device.noMatchNote')} />
  ) : (
    <Empty title={t('device.none')} note={t('device.noneNote')}>
      {add}
    </Empty>
  );
}

type ChoosableProps = {
  readonly device: Device;
  readonly chosen: boolean;
  readonly turn: () => void;
  readonly children: React.ReactNode;
};

/** A device with a mark before it: by the mouse, by Space on the mark, or by X on the row. */
function Choosable({ device, chosen, turn, children }: ChoosableProps) {
  const { t } = useWords();
  return (
    <div
      className="row-choice"
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'x' || !isSingleKey(event.nativeEvent)) return;
        event.preventDefault();
        turn();
      }}
    >
      <label className="row-mark">
        <input
          type="checkbox"
          aria-label={t('device.choose', { number: device.number })}
          checked={chosen}
          onChange={turn}
        />
      </label>
      {children}
    </div>
  );
}

import { Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import type { Key } from '../../app/words.ts';
import { singleKeysOn, turnSingleKeys } from '../../ui/single-keys.ts';

const rows: readonly { readonly keys: string; readonly does: Key }[] = [
  { keys: 'Ctrl K', does: 'keys.find' },
  { keys: '?', does: 'keys.help' },
  { keys: '/', does: 'keys.search' },
  { keys: 'J', does: 'keys.next' },
  { keys: 'K', does: 'keys.previous' },
  { keys: 'Enter', does: 'keys.open' },
  { keys: 'X', does: 'keys.choose' },
  { keys: 'Shift X', does: 'keys.chooseBetween' },
  { keys: 'Esc', does: 'keys.close' },
];

/** What the keys do. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [single, setSingle] = useState(singleKeysOn);
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <dl className="pairs">
        {rows.map(({ keys, does }) => (
          <div key={keys} className="pair">
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => {
            setSingle(event.currentTarget.checked);
            turnSingleKeys(event.currentTarget.checked);
          }}
        />
        <span>{t('keys.single')}</span>
      </label>
      <Text size="sm" c="dimmed">
        {t('keys.singleNote')}
      </Text>
    </Modal>
  );
}

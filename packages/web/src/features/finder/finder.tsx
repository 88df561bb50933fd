import './finder.css';
import { Modal, Text, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import type { Me } from '../../app/session.ts';
import { type Found, useFound } from './use-found.ts';

type Props = { readonly who: Me; readonly onClose: () => void; readonly onHelp: () => void };

/** Goes anywhere by a few letters: a field whose list is worked with the arrow keys (the combobox of ARIA). */
export function Finder({ who, onClose, onHelp }: Props) {
  const { t } = useWords();
  const router = useRouter();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(who, typed);
  const chosen = found[at];
  const idOf = (n: number): string => `${list}-${n}`;

  const go = ({ path }: Found): void => {
    onClose();
    router.history.push(path);
  };
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(found.length - 1, to));
    setAt(next);
    document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Enter: () => chosen !== undefined && go(chosen),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.find')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="lg"
      yOffset="8dvh"
    >
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen === undefined ? undefined : idOf(at)}
        aria-autocomplete="list"
        label={t('app.findNote')}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('app.find')} className="found">
        {found.map((one, n) => (
          <div
            key={`${one.sort} ${one.path}`}
            id={idOf(n)}
            role="option"
            tabIndex={-1}
            aria-selected={n === at}
            className="found-one"
            onClick={() => go(one)}
            onKeyDown={onKeyDown}
          >
            <span>
              {one.name}
              {one.note === undefined ? null : <span className="found-note"> {one.note}</span>}
            </span>
            <span className="found-note">{t(one.sort)}</span>
          </div>
        ))}
      </div>
      {found.length === 0 ? <Text role="status">{t('app.findNone')}</Text> : null}
      {found.some(({ sort }) => sort === 'app.found.person') ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t('app.findSeen')}
        </Text>
      ) : null}
      <Text size="sm" c="dimmed" mt="sm">
        {t('app.findKeys')} ·{' '}
        <button type="button" className="as-link" onClick={onHelp}>
          {t('keys.title')}
        </button>
      </Text>
    </Modal>
  );
}

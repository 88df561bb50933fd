import { Autocomplete } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../app/language-context.tsx';

/** One thing to choose: what it is called in the field, and in the list, where two of one name are told apart. */
export type Choice = { readonly value: string; readonly name: string; readonly line: string };

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly description?: string | undefined;
  readonly required?: boolean;
  readonly value: string | undefined;
  /** What the value is called; null while that is being asked. */
  readonly name: string | null;
  /** What bears the text that was sought; null as long as there is no answer to it. */
  readonly found: readonly Choice[] | null;
  readonly failure: Error | null;
  readonly onSeek: (text: string) => void;
  readonly onChange: (value: string | undefined) => void;
};

/**
 * A field whose value is found by typing and chosen from a list. What is typed stays until something is chosen, and a form does not
 * go off with it; the text does not change under the hand of who writes, so the field waits for the name of what it holds.
 */
export function ChosenField(props: Props) {
  const { label, placeholder, description, required = false, value, name, found, failure, onSeek, onChange } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const [own, setOwn] = useState<Choice | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const choosing = useRef(false);
  const text = typed?.trim() ?? '';
  const isOpen = text !== '';
  const choices = isOpen ? (found ?? []) : [];
  const shown = value === undefined ? '' : own?.value === value ? own.name : name;

  useEffect(() => input.current?.setCustomValidity(isOpen ? t('list.chooseOne') : ''));
  const write = (next: string | null): void => {
    setTyped(next);
    setLeft(false);
    onSeek(next?.trim() ?? '');
  };
  const choose = (choice: Choice): void => {
    write(null);
    setOwn(choice);
    onChange(choice.value);
  };
  const leave = (): void => {
    const same = choices.filter((choice) => choice.name === text);
    if (same[0] !== undefined && same.length === 1) choose(same[0]);
    else if (!isOpen || value !== undefined) write(null);
    else setLeft(true);
  };
  return (
    <Autocomplete
      ref={input}
      label={label}
      placeholder={placeholder}
      description={isOpen && found?.length === 0 ? t('app.findNone') : description}
      error={failure?.message ?? (left ? t('list.chooseOne') : undefined)}
      required={required}
      readOnly={shown === null}
      autoComplete="off"
      comboboxProps={{ withinPortal: false }}
      value={typed ?? shown ?? ''}
      onChange={(next) => {
        // The list writes what it submits into the field as well.
        if (choosing.current) choosing.current = false;
        else {
          write(next);
          if (next === '') onChange(undefined);
        }
      }}
      onBlur={leave}
      onOptionSubmit={(submitted) => {
        choosing.current = true;
        const choice = choices.find((one) => one.value === submitted);
        if (choice !== undefined) choose(choice);
      }}
      data={choices.map((choice) => choice.value)}
      filter={({ options }) => options}
      renderOption={({ option }) => <span>{choices.find((one) => one.value === option.value)?.line}</span>}
    />
  );
}

import type { showAttempt } from '@sallyport/server/contracts/education';
import { useId } from 'react';
import type { z } from 'zod';
import { useWords } from '../../app/language-context.tsx';

type Props = {
  readonly question: z.output<typeof showAttempt.output>['paper']['questions'][number];
  readonly chosen: readonly string[];
  readonly onChoose: (letters: string[]) => void;
};

export function Question({ question, chosen, onChoose }: Props) {
  const { t, said } = useWords();
  const name = useId();
  const { number, ask, scenario, choose, options } = question;
  const several = choose === 'several';
  const toggled = (letter: string): string[] =>
    chosen.includes(letter) ? chosen.filter((one) => one !== letter) : [...chosen, letter].toSorted();
  return (
    <fieldset className="question">
      <legend>
        {number}. {said(ask)}
        {several ? t('education.several') : ''}
      </legend>
      {scenario === null ? null : <p>{said(scenario)}</p>}
      {options.map(({ letter, text }) => (
        <label key={letter} className="question-option">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={letter}
            checked={chosen.includes(letter)}
            onChange={() => onChoose(several ? toggled(letter) : [letter])}
          />
          <span>
            {letter}. {said(text)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import { Text } from '@mantine/core';
import { gateActName } from '@sallyport/core/duties';
import type { clauseRests } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';

export type Resting = z.output<(typeof clauseRests)['output']>;

/** Rules that read the clause with the acts they hold and their duties, and the numbers it bounds. */
export function Rests({ rests }: { readonly rests: Resting }) {
  const { t, said, language } = useWords();
  const { rules, settings } = rests;
  const comma = language === 'zh' ? '、' : ', ';
  const count = (number: number | null): string => (number === null ? t('law.fewer') : countText(number, language));
  if (rules.length + settings.length === 0) return <Text>{t('law.nothingRests')}</Text>;
  return (
    <>
      {rules.length === 0 ? null : (
        <div className="wide">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('law.restsRule')}</th>
                <th scope="col">{t('law.restsGates')}</th>
                <th scope="col" className="number">
                  {t('law.restsOpen')}
                </th>
                <th scope="col" className="number">
                  {t('law.restsAll')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.map(({ rule, title, gates, open, all }) => (
                <tr key={rule}>
                  <td>
                    <Link to="/duties" search={{ rule, status: 'all' }} className="onward">
                      {said(title)}
                    </Link>
                  </td>
                  <td>
                    {gates.length === 0 ? t('app.none') : gates.map((gate) => said(gateActName(gate))).join(comma)}
                  </td>
                  <td className="number">{count(open)}</td>
                  <td className="number">{count(all)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Text c="dimmed" size="sm" mt="xs">
        {t('law.restsNote')}
      </Text>
      {settings.length === 0 ? null : (
        <>
          <Text mt="sm">{t('law.restsSettings')}</Text>
          <ul>
            {settings.map(({ name, title }) => (
              <li key={name}>
                <Link to="/settings/$name" params={{ name }}>
                  {said(title)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

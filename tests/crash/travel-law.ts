import { join } from 'node:path';
import { vocabulary } from '@sallyport/core/facts';
import { type Law, readLaw } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';
import { packTexts } from '../../packages/server/src/modules/law/read-packs.ts';

/** Chongqing's regulation on journeys, and what it stands on. */
const packs = ['cn-cel-2023', 'cn-cq-2023', 'cn-mss-2021', 'org-policy'];

/** The rules on journeys as they ship, which is what the writers write about: a program that dies often must be up soon. */
export function travelLaw(): Law {
  const texts = packs.map((name) => [name, packTexts(join(packsFolder, name))] as const);
  const journeys = texts.map(([name, all]) => [name, new Map([...all].filter(onJourneys))] as const);
  const { law, problems } = readLaw(new Map(journeys), vocabulary);
  if (problems.length > 0) throw new Error('the rules on journeys do not stand by themselves');
  return law;
}

const onJourneys = ([path, text]: readonly [string, string]): boolean =>
  path !== 'parallels.yaml' && (!path.startsWith('rules/') || /subject: (traveller|trip)\b/.test(text));

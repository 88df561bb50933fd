import { join } from 'node:path';
import { vocabulary } from '@sallyport/core/facts';
import { type Law, readLaw } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';
import { packTexts } from '../../packages/server/src/modules/law/read-packs.ts';

/** Chongqing's regulation on journeys, and what it stands on. */
const packs = ['cn-cel-2023', 'cn-cq-2023', 'cn-mss-2021', 'org-policy'];

/** Of these only the clauses: a setting of the policy is held to a figure of one. */
const quoted = ['cn-ssl-2024', 'cn-ssir-2024'];

/** The rules on journeys as they ship, which is what the writers write about: a program that dies often must be up soon. */
export function travelLaw(): Law {
  const some = (names: readonly string[], keep: typeof onJourneys) =>
    names.map((name) => [name, new Map([...packTexts(join(packsFolder, name))].filter(keep))] as const);
  const texts = new Map([...some(packs, onJourneys), ...some(quoted, isClauses)]);
  const { law, problems } = readLaw(texts, vocabulary);
  if (problems.length > 0)
    throw new Error(
      `the rules on journeys do not stand by themselves: ${problems.map(({ message }) => message.en).join('; ')}`,
    );
  return law;
}

const onJourneys = ([path, text]: readonly [string, string]): boolean =>
  path !== 'parallels.yaml' && (!path.startsWith('rules/') || /subject: (traveller|trip)\b/.test(text));

const isClauses = ([path]: readonly [string, string]): boolean => path === 'instrument.yaml' || path === 'clauses.yaml';

import type { PackText } from './read-pack.ts';

/** A local regulation has effect in one place alone; without saying which, it would bind every organisation of the country. */
export function checkTerritory({ instrument, instrumentFile }: PackText): void {
  const { kind, jurisdiction, territory } = instrument;
  if (kind === 'local-regulation' && territory === undefined)
    instrumentFile.fault(['kind'], {
      zh: '地方性法规只在本行政区域内适用：请用territory写明省级行政区（见docs/packs.md），例如cq。',
      en: 'a local regulation has effect in one region; name it with territory (docs/packs.md), such as cq',
    });
  if (territory !== undefined && (kind !== 'local-regulation' || jurisdiction !== 'cn'))
    instrumentFile.fault(['territory'], {
      zh: '只有中国内地的地方性法规（kind: local-regulation，jurisdiction: cn）才写territory：请删去。',
      en: 'only a local regulation of mainland China (kind: local-regulation, jurisdiction: cn) has a territory; drop it',
    });
}

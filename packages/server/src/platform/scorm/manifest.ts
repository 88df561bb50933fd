import { allWithin, childrenOf, type Element, readXml } from './read-xml.ts';

export type Standard = '1.2' | '2004';

/** What a package says of itself, as far as it is believed. */
export type Manifest = {
  readonly standard: Standard;
  readonly title: string;
  /** The page it begins with, as it lies in the package. */
  readonly entry: string;
  /** What is added to its address. */
  readonly query: string;
  /** Of 100 (1.2) or of 1 (2004), from which on the player itself says passed or failed; null where the package decides. */
  readonly mastery: number | null;
  /** How far of 1 it has to be seen to count as completed; null where the package decides. */
  readonly threshold: number | null;
  readonly launchData: string;
};

export type ManifestFault = 'package-manifest' | 'package-standard' | 'package-several' | 'package-entry';

const versions: readonly (readonly [RegExp, Standard])[] = [
  [/^1\.2$/, '1.2'],
  [/^(?:2004|CAM 1\.3|1\.3)/i, '2004'],
];

/** `imsmanifest.xml`: one organisation with one part that reports. `has`: whether the package holds that file. */
export function readManifest(text: string, has: (path: string) => boolean): Manifest | ManifestFault {
  const manifest = readXml(text);
  if (manifest?.name !== 'manifest') return 'package-manifest';
  const [metadata] = childrenOf(manifest, 'metadata');
  const version = metadata === undefined ? '' : (childrenOf(metadata, 'schemaversion')[0]?.text.trim() ?? '');
  const standard = versions.find(([pattern]) => pattern.test(version))?.[1];
  if (standard === undefined) return 'package-standard';
  const [organizations] = childrenOf(manifest, 'organizations');
  const [resources] = childrenOf(manifest, 'resources');
  if (organizations === undefined || resources === undefined) return 'package-manifest';
  const all = childrenOf(organizations, 'organization');
  const chosen = all.find((one) => one.attributes['identifier'] === organizations.attributes['default']) ?? all[0];
  if (chosen === undefined) return 'package-manifest';
  const parts = allWithin(chosen, 'item').flatMap((item) => {
    const named = item.attributes['identifierref'];
    const resource = childrenOf(resources, 'resource').find((one) => one.attributes['identifier'] === named);
    return resource === undefined || !reports(resource) ? [] : [{ item, resource }];
  });
  const [part] = parts;
  if (part === undefined) return 'package-manifest';
  // Which of several comes next, and what of them makes the whole, is sequencing: it is not supported, and not guessed.
  if (parts.length > 1 || childrenOf(manifest, 'manifest').length > 0) return 'package-several';
  const { item, resource } = part;
  const at = addressOf(
    [manifest, resources, resource].map((one) => one.attributes['base'] ?? ''),
    resource,
  );
  if (at === null || !/\.x?html?$/i.test(at.entry) || !has(at.entry)) return 'package-entry';
  return {
    standard,
    title: (titleOf(item) || titleOf(chosen)).slice(0, 200),
    entry: at.entry,
    query: withParameters(at.query, item.attributes['parameters'] ?? ''),
    mastery: masteryOf(standard, item),
    threshold: numberIn(allWithin(item, 'completionthreshold')[0], 0, 1),
    launchData: (textIn(item, 'datafromlms') ?? '').slice(0, 4096),
  };
}

const reports = ({ attributes }: Element): boolean => attributes['scormtype']?.toLowerCase() === 'sco';

const titleOf = (element: Element): string => (childrenOf(element, 'title')[0]?.text ?? '').replace(/\s+/g, ' ').trim();

const textIn = (element: Element, name: string): string | undefined => allWithin(element, name)[0]?.text.trim();

function numberIn(element: Element | undefined, least: number, most: number): number | null {
  const text = (element?.attributes['minprogressmeasure'] ?? element?.text ?? '').trim();
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** 2004: the measure of the primary objective, where the objective is met by it. */
function masteryOf(standard: Standard, item: Element): number | null {
  if (standard === '1.2') return numberIn(allWithin(item, 'masteryscore')[0], 0, 100);
  const [primary] = allWithin(item, 'primaryobjective');
  if (primary?.attributes['satisfiedbymeasure'] !== 'true') return null;
  const [measure] = childrenOf(primary, 'minnormalizedmeasure');
  return measure === undefined ? 1 : numberIn(measure, -1, 1);
}

/** Where the page lies within the package; null where the address leads out of it. */
function addressOf(bases: readonly string[], { attributes }: Element) {
  const href = attributes['href'] ?? '';
  const [before = '', query = ''] = /^([^?#]*)(.*)$/s.exec(href)?.slice(1) ?? [];
  const root = 'package://package/';
  try {
    const url = [...bases, before].reduce((base, next) => new URL(next, base).href, root);
    if (!url.startsWith(root)) return null;
    return { entry: decodeURIComponent(url.slice(root.length)), query: query.slice(0, 500) };
  } catch {
    return null;
  }
}

/** As the content aggregation model has it: a query is joined to one that is there, and what begins with # replaces nothing. */
function withParameters(query: string, parameters: string): string {
  const given = parameters.trim().slice(0, 500);
  if (given === '') return query;
  if (given.startsWith('#')) return query.includes('#') ? query : query + given;
  return `${query}${query.includes('?') ? '&' : '?'}${given.replace(/^[?&]+/, '')}`;
}

import { learningVerbs } from '@sallyport/server/contracts/education';

export type Told = {
  readonly verb: (typeof learningVerbs)[number];
  readonly location: string;
  readonly suspendData: string;
  readonly ended: boolean;
  /** Whether the package asked for it to be kept now. */
  readonly asked: boolean;
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A message as a package sends it, of this run; null for anything else that comes. */
export function readTold(data: unknown, run: string): Told | null {
  if (!isObject(data) || data['sallyport'] !== run || !isObject(data['told'])) return null;
  const { verb: word, location, suspendData, ended, asked } = data['told'];
  const verb = learningVerbs.find((each) => each === word);
  if (verb === undefined || typeof location !== 'string' || typeof suspendData !== 'string') return null;
  return { verb, location, suspendData, ended: ended === true, asked: asked === true };
}

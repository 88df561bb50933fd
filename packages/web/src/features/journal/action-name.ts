import type { Action } from '@sallyport/core/contract';
import * as identity from '@sallyport/server/contracts/identity';
import * as jobs from '@sallyport/server/contracts/jobs';
import * as ledgers from '@sallyport/server/contracts/ledgers';
import * as notices from '@sallyport/server/contracts/notices';
import * as organisation from '@sallyport/server/contracts/organisation';
import * as privacy from '@sallyport/server/contracts/privacy';
import * as register from '@sallyport/server/contracts/register';
import type { Language } from '../../app/language.ts';

const isAction = (value: unknown): value is Action =>
  typeof value === 'object' && value !== null && 'effect' in value && value.effect === 'action';

const known = new Map(
  [identity, jobs, ledgers, notices, organisation, privacy, register]
    .flatMap((room) => Object.values(room).filter(isAction))
    .map((action) => [action.name as string, action.summary]),
);

/** What was done, in the words of its contract; null for an entry the program itself makes, which is named by its code. */
export const actionName = (name: string, language: Language): string | null => known.get(name)?.[language] ?? null;

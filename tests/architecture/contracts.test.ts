import { readdirSync } from 'node:fs';
import type { Action, Query } from '@sallyport/core/contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as duties from '../../packages/server/src/modules/duties/contract.ts';
import dutiesEn from '../../packages/server/src/modules/duties/words.en.json' with { type: 'json' };
import dutiesZh from '../../packages/server/src/modules/duties/words.zh.json' with { type: 'json' };
import * as files from '../../packages/server/src/modules/files/contract.ts';
import filesEn from '../../packages/server/src/modules/files/words.en.json' with { type: 'json' };
import filesZh from '../../packages/server/src/modules/files/words.zh.json' with { type: 'json' };
import * as forms from '../../packages/server/src/modules/forms/contract.ts';
import formsEn from '../../packages/server/src/modules/forms/words.en.json' with { type: 'json' };
import formsZh from '../../packages/server/src/modules/forms/words.zh.json' with { type: 'json' };
import * as identity from '../../packages/server/src/modules/identity/contract.ts';
import identityEn from '../../packages/server/src/modules/identity/words.en.json' with { type: 'json' };
import identityZh from '../../packages/server/src/modules/identity/words.zh.json' with { type: 'json' };
import * as imports from '../../packages/server/src/modules/imports/contract.ts';
import importsEn from '../../packages/server/src/modules/imports/words.en.json' with { type: 'json' };
import importsZh from '../../packages/server/src/modules/imports/words.zh.json' with { type: 'json' };
import * as jobs from '../../packages/server/src/modules/jobs/contract.ts';
import jobsEn from '../../packages/server/src/modules/jobs/words.en.json' with { type: 'json' };
import jobsZh from '../../packages/server/src/modules/jobs/words.zh.json' with { type: 'json' };
import * as journal from '../../packages/server/src/modules/journal/contract.ts';
import journalEn from '../../packages/server/src/modules/journal/words.en.json' with { type: 'json' };
import journalZh from '../../packages/server/src/modules/journal/words.zh.json' with { type: 'json' };
import * as law from '../../packages/server/src/modules/law/contract.ts';
import lawEn from '../../packages/server/src/modules/law/words.en.json' with { type: 'json' };
import lawZh from '../../packages/server/src/modules/law/words.zh.json' with { type: 'json' };
import * as ledgers from '../../packages/server/src/modules/ledgers/contract.ts';
import ledgersEn from '../../packages/server/src/modules/ledgers/words.en.json' with { type: 'json' };
import ledgersZh from '../../packages/server/src/modules/ledgers/words.zh.json' with { type: 'json' };
import * as notices from '../../packages/server/src/modules/notices/contract.ts';
import noticesEn from '../../packages/server/src/modules/notices/words.en.json' with { type: 'json' };
import noticesZh from '../../packages/server/src/modules/notices/words.zh.json' with { type: 'json' };
import * as organisation from '../../packages/server/src/modules/organisation/contract.ts';
import organisationEn from '../../packages/server/src/modules/organisation/words.en.json' with { type: 'json' };
import organisationZh from '../../packages/server/src/modules/organisation/words.zh.json' with { type: 'json' };
import * as people from '../../packages/server/src/modules/people/contract.ts';
import peopleEn from '../../packages/server/src/modules/people/words.en.json' with { type: 'json' };
import peopleZh from '../../packages/server/src/modules/people/words.zh.json' with { type: 'json' };
import * as privacy from '../../packages/server/src/modules/privacy/contract.ts';
import privacyEn from '../../packages/server/src/modules/privacy/words.en.json' with { type: 'json' };
import privacyZh from '../../packages/server/src/modules/privacy/words.zh.json' with { type: 'json' };
import * as register from '../../packages/server/src/modules/register/contract.ts';
import registerEn from '../../packages/server/src/modules/register/words.en.json' with { type: 'json' };
import registerZh from '../../packages/server/src/modules/register/words.zh.json' with { type: 'json' };
import { commonRefusals } from '../../packages/server/src/platform/actions/refusal.ts';
import { perPersonFigures } from './per-person-figures.ts';

type Contract = Action | Query;

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'effect' in value;
const rooms = {
  duties,
  files,
  forms,
  identity,
  imports,
  jobs,
  journal,
  law,
  ledgers,
  notices,
  organisation,
  people,
  privacy,
  register,
};
const contracts: Contract[] = Object.values(rooms).flatMap((room) => Object.values(room).filter(isContract));
/** Asks nothing and tells only the asker about themselves: how many of the own recovery codes are left. */
const ofOneself = new Set(['identity.me']);
const queries = contracts.filter((each) => each.effect === 'query' && !ofOneself.has(each.name));

const zh: Record<string, string> = {
  ...dutiesZh,
  ...filesZh,
  ...formsZh,
  ...identityZh,
  ...importsZh,
  ...jobsZh,
  ...journalZh,
  ...ledgersZh,
  ...noticesZh,
  ...organisationZh,
  ...lawZh,
  ...peopleZh,
  ...privacyZh,
  ...registerZh,
};
const en: Record<string, string> = {
  ...dutiesEn,
  ...filesEn,
  ...formsEn,
  ...identityEn,
  ...importsEn,
  ...jobsEn,
  ...journalEn,
  ...ledgersEn,
  ...noticesEn,
  ...organisationEn,
  ...lawEn,
  ...peopleEn,
  ...privacyEn,
  ...registerEn,
};

test('every room that has contracts is looked at', () => {
  const folder = new URL('../../packages/server/src/modules/', import.meta.url);
  const there = readdirSync(folder).filter((room) => readdirSync(new URL(`${room}/`, folder)).includes('contract.ts'));
  expect(Object.keys(rooms).toSorted()).toEqual(there.toSorted());
  expect(contracts.length).toBeGreaterThan(40);
});

test.each(contracts.map((contract) => [contract.name, contract] as const))(
  '%s says what it is, and why it refuses, in both languages',
  (_name, { summary, errors }) => {
    expect(summary.zh).toMatch(/\p{Script=Han}/u);
    expect(summary.en).toMatch(/[a-z]/);
    const codes = Object.keys(errors).filter((code) => !(code in commonRefusals));
    expect(codes.filter((code) => !(code in zh) || !(code in en))).toEqual([]);
  },
);

test.each(queries.map((query) => [query.name, query] as const))(
  '%s gives no figure of a person',
  (_name, { output }) => {
    expect(perPersonFigures(z.toJSONSchema(output, { unrepresentable: 'any' }))).toEqual([]);
  },
);

test('a figure of a person is found where there is one', () => {
  const found = (output: z.ZodType): string[] => perPersonFigures(z.toJSONSchema(output, { unrepresentable: 'any' }));
  expect(found(z.object({ items: z.array(z.object({ person: z.string(), reports: z.int() })) }))).toEqual([
    'items.reports',
  ]);
  expect(found(z.object({ byPerson: z.record(z.string(), z.int()) }))).toEqual(['byPerson']);
  expect(
    found(z.object({ rows: z.array(z.object({ assignee: z.string(), counts: z.object({ overdue: z.number() }) })) })),
  ).toEqual(['rows.counts.overdue']);
  expect(found(z.object({ person: z.string(), version: z.int(), total: z.string() }))).toEqual([]);
});

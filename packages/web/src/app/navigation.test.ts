import { type Role, roles } from '@sallyport/core/access';
import { expect, test } from 'vitest';
import { currentSection, groupsFor, mayOpen, navigationFor } from './navigation.ts';
import type { Me } from './session.ts';

const as = (role: Role): Me => ({
  account: 'a',
  login: 'a',
  name: 'A',
  person: null,
  roles: [{ grant: 'g', role, unit: null, from: '2026-01-01T00:00:00Z', until: null, standsInFor: null }],
  need: null,
  fresh: true,
  via: 'session',
  hasPassword: true,
  hasTotp: true,
  recoveryCodesLeft: 8,
  passkeys: [],
  linkedTo: [],
  recoveredSince: null,
});
const officer = as('security-officer');

test('the sections stand in groups, each once, and a group that opens nothing is not there', () => {
  expect(groupsFor(officer).length).toBeGreaterThan(3);
  for (const role of roles) {
    const groups = groupsFor(as(role));
    expect(groups.flatMap(({ entries }) => entries)).toEqual(navigationFor(as(role)));
    expect(groups.every(({ entries }) => entries.length > 0)).toBe(true);
  }
  const all = navigationFor(officer).map(({ to }) => to);
  expect(new Set(all).size).toBe(all.length);
  expect(groupsFor(as('member')).map(({ name }) => name)).not.toContain('nav.group.record');
});

test('acts of two persons are a section of those who ask for one or sign one, and a page for all staff', () => {
  const sees = roles.filter((role) => navigationFor(as(role)).some(({ to }) => to === '/acts'));
  expect(sees.toSorted()).toEqual(['administrator', 'approver', 'auditor', 'counsel', 'security-officer', 'unit-lead']);
  expect(mayOpen('/acts', as('custodian'))).toBe(true);
});

test.each([
  ['/', '/'],
  ['/duties', '/duties'],
  ['/duty', '/duties'],
  ['/as-of', '/duties'],
  ['/law/cn-cel-2023/art-18', '/law'],
  ['/register/post', '/register/post'],
  ['/register/post/new', '/register/post'],
  ['/register/posting', '/register'],
  ['/no-such-page', null],
])('%s belongs to the section %s', (pathname, section) => {
  expect(currentSection(pathname, officer)).toBe(section);
});

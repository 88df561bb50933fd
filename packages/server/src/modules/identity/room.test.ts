import { roles } from '@sallyport/core/access';
import { expect, test } from 'vitest';
import { totpCode } from '../../../../../tests/support/totp-code.ts';
import advisories from '../advisories/words.zh.json' with { type: 'json' };
import duties from '../duties/words.zh.json' with { type: 'json' };
import education from '../education/words.zh.json' with { type: 'json' };
import law from '../law/words.zh.json' with { type: 'json' };
import privacy from '../privacy/words.zh.json' with { type: 'json' };
import register from '../register/words.zh.json' with { type: 'json' };
import * as contract from './contract.ts';
import { cookieOf } from './cookies.ts';
import { clashOf } from './giving.ts';
import namesZh from './names/words.zh.json' with { type: 'json' };
import { faultOf } from './password.ts';
import { sourceOf, throttleRules, waitFor } from './throttle.ts';
import { stepOf } from './totp.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const named: Readonly<Record<string, string>> = { ...zh, ...namesZh };
/** A token asks for a handover, a signature does what another room asked for: theirs to refuse. */
const others: Readonly<Record<string, string>> = {
  ...advisories,
  ...duties,
  ...education,
  ...law,
  ...privacy,
  ...register,
};
const contracts = Object.values(contract).filter(
  (each): each is typeof contract.signIn | typeof contract.me => typeof each === 'object' && 'effect' in each,
);

test('every action, query and refusal has its words, and an action is called the same in both places', () => {
  expect(contracts.length).toBeGreaterThan(30);
  for (const { name, summary, errors } of contracts) {
    expect([named[name], (en as Record<string, string>)[name]]).toEqual([summary.zh, summary.en]);
    for (const code of Object.keys(errors)) expect(named[code] ?? others[code], code).toBeDefined();
  }
  for (const role of roles) expect(named[`identity.role.${role}`], role).toBeDefined();
});

test('whatever hurts asks for a fresh proof, and whatever holds a secret is shown once', () => {
  const stepUp = contracts.filter((each) => each.effect === 'action' && each.stepUp).map(({ name }) => name);
  for (const verb of ['grant-role', 'revoke-role', 'confirm-act', 'make-token', 'change-password', 'remove-totp'])
    expect(stepUp).toContain(`identity.${verb}`);
  const secret = contracts.filter((each) => each.effect === 'action' && each.secretOutput).map(({ name }) => name);
  for (const verb of ['sign-in', 'invite', 'issue-link', 'make-token', 'make-recovery-codes', 'begin-totp'])
    expect(secret).toContain(`identity.${verb}`);
});

test.each([
  ['short pass', 'somebody', 'too-short'],
  ['aaaaaaaaaaaaaaaa', 'somebody', 'too-simple'],
  ['abcdabcdabcdabcd', 'somebody', 'too-simple'],
  ['Wang.Fang-and-more', 'wang.fang@unit.cn', 'holds-login'],
  ['一二三四五六七八九十甲乙', 'somebody', null],
  ['horses boats and rain', 'somebody', null],
])('the password %s of %s', (password, login, fault) => expect(faultOf(password, login)).toBe(fault));

test('codes: the vectors of RFC 6238, one step to either side, no further', () => {
  const secret = Buffer.from('12345678901234567890');
  const base32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  // The last six digits of appendix B.
  expect([totpCode(base32, 59_000), totpCode(base32, 1_111_111_109_000)]).toEqual(['287082', '081804']);
  for (const seconds of [29, 59, 89]) expect(stepOf(secret, '287082', seconds * 1000)).toBe(1);
  for (const seconds of [90, 120]) expect(stepOf(secret, '287082', seconds * 1000)).toBeNull();
});

test('an administrator is kept apart from content always, the three from each other where it is required', () => {
  expect(clashOf(new Set(['administrator', 'member']), true)).toBeNull();
  expect(clashOf(new Set(['administrator', 'counsel']), false)).toEqual(['administrator', 'counsel']);
  expect(clashOf(new Set(['security-officer', 'auditor']), false)).toBeNull();
  expect(clashOf(new Set(['security-officer', 'auditor']), true)).toEqual(['security-officer', 'auditor']);
});

test('waiting doubles up to its limit, and is forgotten after a quiet hour', () => {
  const last = new Date(0);
  const waits = [4, 5, 6, 9, 30].map((attempts) => waitFor({ attempts, last }, throttleRules.pair, last));
  expect(waits).toEqual([0, 1, 2, 16, 900]);
  expect(waitFor({ attempts: 30, last }, throttleRules.pair, new Date(3_600_000))).toBe(0);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:0:1::5', '2001:db8:0:1'],
  ['2001:0DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the source of %s is %s', (address, source) => expect(sourceOf(address)).toBe(source));

test('a cookie that is there twice was set by somebody else: it is not believed', () => {
  expect(cookieOf('a=1; __Host-session=x', '__Host-session')).toBe('x');
  expect(cookieOf('__Host-session=x; __Host-session=y', '__Host-session')).toBeNull();
  expect(cookieOf(null, '__Host-session')).toBeNull();
});

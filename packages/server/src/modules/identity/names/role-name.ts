import type { Phrase } from '../../../platform/words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

/** What a role is called; one of a later version is called by itself. */
export function roleName(role: string): Phrase {
  const key = `identity.role.${role}`;
  return key in zh && key in en
    ? { zh: zh[key as keyof typeof zh], en: en[key as keyof typeof en] }
    : { zh: role, en: role };
}

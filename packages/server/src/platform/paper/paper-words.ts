import type { Language } from '../words/words.ts';

/** What the paper itself says, whatever is printed on it. */
export const paperWords: Readonly<
  Record<
    Language,
    {
      readonly page: readonly [string, string, string];
      readonly sign: string;
      readonly seal: string;
      readonly date: string;
      readonly colon: string;
    }
  >
> = {
  zh: {
    page: ['第 ', ' 页，共 ', ' 页'],
    sign: '签名：',
    seal: '（盖章）',
    date: '　　　　年　　月　　日',
    colon: '：',
  },
  en: { page: ['Page ', ' of ', ''], sign: 'Signature:', seal: '(seal)', date: 'Date: ________________', colon: ':' },
};

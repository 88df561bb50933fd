import { vocabulary } from '@sallyport/core/facts';

const flags = Object.entries(vocabulary.kinds.get('organisation')?.fields ?? {}).filter(
  ([, { type, nullable }]) => type === 'boolean' && !nullable,
);

/** What the vocabulary asks of an organisation besides the few fields a test is about, all answered with no. */
export const organisationFlags: Readonly<Record<string, false>> = Object.fromEntries(
  flags.map(([name]) => [name, false as const]),
);

export const organisationRow = {
  id: 'org-1',
  name: '示例单位',
  seat: 'cn',
  region: 'cq',
  establishedOn: '2001-05-01',
  ...organisationFlags,
};

/** The same as people would write it. */
export const organisationCsv = [
  ['编号', '名称', '数据所在法域', '所在地区', '成立日期', ...flags.map(([, { label }]) => label.zh)].join(','),
  ['org-1', '示例单位', '中国内地', '重庆市', '2001-05-01', ...flags.map(() => '否')].join(','),
  '',
].join('\n');

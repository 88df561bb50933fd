import type { Phrase } from '../words.ts';

export const journalWords = {
  verifying: { zh: '核验留痕日志', en: 'verifying the journal' },
  exporting: { zh: '导出留痕日志', en: 'exporting the journal' },
  whole: { zh: '✓ {origin}：{entries}条记录，未见改动', en: '✓ {origin}: {entries} entries, nothing was changed' },
  broken: {
    zh: '× {origin}：{entries}条记录，与所封存的不符',
    en: '× {origin}: {entries} entries, not what was sealed',
  },
  more: { zh: '另有{left}处未列出。', en: '{left} more are not listed.' },
  empty: { zh: '还没有任何留痕记录。', en: 'There are no entries yet.' },
  keyBeside: {
    zh: '公钥取自该文件夹本身：伪造日志的人也能换掉它。请用 --key 给出从别处得到的公钥。',
    en: 'The key was read from the folder itself: whoever forged the log forged that too. Give the one you have from elsewhere with --key.',
  },
  noLog: {
    zh: '{folder} 中没有导出的日志：应有名为 checkpoint 的文件和 tile 文件夹。',
    en: 'There is no exported log in {folder}: it would have a file checkpoint and a folder tile.',
  },
  unreadable: {
    zh: '× {folder}：没有可读的存证点或者公钥，无从核验',
    en: '× {folder}: no checkpoint or no key that can be read; nothing can be verified',
  },
  notFolder: { zh: '{folder} 不是文件夹。', en: '{folder} is no folder.' },
  logKey: {
    zh: '“{text}”不是日志的公钥：应为“名称+编号+公钥”的形式。',
    en: '"{text}" is no key of a log: it has the form name+id+key.',
  },
  witnessKey: {
    zh: '“{text}”不是见证方的公钥：应为“名称+编号+公钥”的形式，由见证方提供。',
    en: '"{text}" is no key of a witness: it has the form name+id+key and comes from the witness.',
  },
  heldOfNoLog: {
    zh: '所给的存证点属于 {origin}，这里没有这个日志。请核对是否拿错了文件。',
    en: 'The checkpoint given belongs to {origin}, and there is no such log here. Is it the right file?',
  },
  folderUsed: {
    zh: '{folder} 不是空文件夹。导出不会覆盖已有的文件，请另给一个文件夹。',
    en: '{folder} is not empty. An export never writes over what is there: name another folder.',
  },
  exported: {
    zh: '已导出 {origin} 的{entries}条记录到 {folder}',
    en: 'Exported {entries} entries of {origin} to {folder}',
  },
  key: { zh: '  公钥（请经另一途径告知核验人）：{key}', en: '  key (pass it on by another way): {key}' },
  witness: {
    zh: '见证方 {name} 在 {address} 运行。公钥（请告知各日志所在单位）：\n  {key}',
    en: 'The witness {name} runs at {address}. Its key, for the logs it cosigns:\n  {key}',
  },
  cosigned: {
    zh: '✓ {name} 已联署 {origin} 的存证点（{size}条记录）。请把 {folder} 送回日志所在单位，由其运行 sallyport journal collect。',
    en: '✓ {name} has cosigned the checkpoint of {origin} ({size} entries). Carry {folder} back; its organisation runs sallyport journal collect.',
  },
  witnessKeyOf: {
    zh: '  见证方公钥（collect --witness 要用，请经另一途径告知）：{key}',
    en: '  the witness’s key (collect --witness needs it; pass it on by another way): {key}',
  },
  collected: {
    zh: '✓ {origin}：{size}条记录的存证点，已收入 {witnesses} 的联署',
    en: '✓ {origin}: the checkpoint of {size} entries, cosigned by {witnesses}, taken in',
  },
  badPort: { zh: '端口“{port}”应为0至65535的整数。', en: '"{port}" is no port: a whole number from 0 to 65535.' },
  stopping: { zh: '正在结束……', en: 'Stopping …' },
} satisfies Record<string, Phrase>;

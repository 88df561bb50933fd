import type { Finding, FindingCode } from './finding.ts';

export type Words = { readonly zh: string; readonly en: string };

/** `{number}` counts entries from 1, as people do; the rest are the finding's details. Chinese is the source. */
export const findingWords: Readonly<Record<FindingCode, Words>> = {
  'entry-changed': {
    zh: '第{number}条记录{day}的内容被改动，与封存时不一致。',
    en: 'Entry {number}{day} was changed: it is not what was sealed.',
  },
  'entry-dropped': {
    zh: '第{number}条记录{day}缺失：封存时有，现在没有。',
    en: 'Entry {number}{day} is gone: it was sealed and is not here.',
  },
  'entry-added': {
    zh: '现有的第{number}条记录{day}未经封存，是后来插入的。',
    en: 'Entry {number}{day} was never sealed: it was put in later.',
  },
  'entries-swapped': {
    zh: '第{number}条记录{day}与第{otherNumber}条的位置被调换。',
    en: 'Entry {number}{day} and entry {otherNumber} have changed places.',
  },
  'entry-malformed': {
    zh: '第{number}条记录{day}不符合记录格式，无法读取。',
    en: 'Entry {number}{day} is not in the form of an entry and cannot be read.',
  },
  'entries-fewer': {
    zh: '存证点载明共{size}条记录，现仅有{count}条，自第{number}条起缺失。',
    en: 'The checkpoint names {size} entries and only {count} are here: they are missing from entry {number} on.',
  },
  'entries-past-head': {
    zh: '存证点载明共{size}条记录，现有{count}条，自第{number}条起尚未封存。',
    en: 'The checkpoint names {size} entries and {count} are here: from entry {number} on none is sealed.',
  },
  'entry-back-dated': {
    zh: '第{number}条记录{day}的时间被倒填：所载时间为{recorded}，但当时尚无此条，它在{than}的存证点之后才写入。',
    en: 'Entry {number}{day} is back-dated: it says {recorded}, but was written after the checkpoint of {than}, which has no such entry.',
  },
  'entry-out-of-order': {
    zh: '第{number}条记录{day}的时间倒退：所载时间为{recorded}，而它前面的记录已到{than}。可能是倒填日期，也可能是服务器时钟被调慢。',
    en: 'Entry {number}{day} goes back in time: it says {recorded}, and entries before it had come to {than}. It is back-dated, or the clock was put back.',
  },
  'entry-post-dated': {
    zh: '第{number}条记录{day}的时间不可能成立：所载时间为{recorded}，而在{than}的存证点中已有此条。',
    en: 'Entry {number}{day} has a time that cannot be: it says {recorded}, and the checkpoint of {than} already has it.',
  },
  'tile-missing': {
    zh: '散列文件{path}缺失，涉及自第{number}条起的记录。',
    en: 'The hash file {path} is missing; it concerns entries from {number} on.',
  },
  'tile-wrong': {
    zh: '散列文件{path}与记录不一致，涉及自第{number}条起的记录。',
    en: 'The hash file {path} does not agree with the entries; it concerns entries from {number} on.',
  },
  'checkpoint-malformed': {
    zh: '所提供的第{number}份存证点格式有误，无法读取。',
    en: 'Checkpoint {number} of those given is malformed and cannot be read.',
  },
  'checkpoint-unsigned': {
    zh: '所提供的第{number}份存证点没有本日志的有效签名，不予采信。',
    en: 'Checkpoint {number} of those given has no valid signature of this log and is not believed.',
  },
  'checkpoint-of-another-log': {
    zh: '所提供的存证点属于另一日志（{origin}），无法用于核验本日志。',
    en: 'A checkpoint given belongs to another log ({origin}) and says nothing about this one.',
  },
  'no-own-checkpoint': {
    zh: '日志没有自己的存证点，无法核对记录是否完整。',
    en: 'The log has no checkpoint of its own: nothing says which entries belong to it.',
  },
  'history-changed': {
    zh: '第{number}条至第{until}条记录{days}与日志自己签署的存证点不一致，其间有改动，但改动者未能重新签名。',
    en: 'Entries {number} to {until}{days} do not give the checkpoint the log itself signed: something among them was changed by someone who could not sign.',
  },
  'history-forked': {
    zh: '历史被改写：第{number}条至第{until}条记录{days}与外部留存的存证点不一致。日志曾向外出示另一份历史，或者在未公告的情况下恢复过旧数据。',
    en: 'History was rewritten: entries {number} to {until}{days} do not give the checkpoint kept outside. The log once showed another past, or old data was restored without saying so.',
  },
  'two-heads': {
    zh: '日志为同样的{size}条记录{day}签署过两个不同的存证点：仅此即可证明历史有两个版本。',
    en: 'The log signed two different checkpoints for the same {size} entries{day}: this alone proves two versions of history.',
  },
  'rolled-back': {
    zh: '日志被悄悄退回：外部留存的存证点载明{held}条记录，现仅有{size}条，止于{lastDay}，且没有恢复公告。',
    en: 'The log was taken back silently: a checkpoint kept outside names {held} entries and only {size} are here, up to {lastDay}; no restore was announced.',
  },
  'epoch-rolled-back': {
    zh: '日志被退回到更早的一期：外部留存有后一期（{origin}）的存证点。',
    en: 'The log was taken back to an earlier epoch: a checkpoint of a later one ({origin}) is kept outside.',
  },
  'epoch-unannounced': {
    zh: '本日志是第{epoch}期，但首条记录没有说明为何另起一期、从何处接续：属于未公告的恢复。',
    en: 'This log is epoch {epoch}, and its first entry does not say why it begins anew and from where: a restore that was not announced.',
  },
  restored: {
    zh: '已公告的恢复{day}：接续{origin}的第{from}条记录，原因：{reasonZh}，决定人编号{actor}，{lostZh}{carriedZh}。',
    en: 'An announced restore{day}: it goes on from entry {from} of {origin}; reason: {reasonEn}; decided by {actor}; {lostEn}{carriedEn}.',
  },
  'restore-lost': {
    zh: '已公告的恢复丢失了备份之后的{count}条记录：备份到{origin}的第{from}条为止，外部留存的存证点载明共{held}条。',
    en: 'An announced restore lost the {count} entries after the backup: the backup ends with entry {from} of {origin}, and a checkpoint kept outside names {held}.',
  },
  'restore-understated': {
    zh: '恢复公告所述少于实际：公告称上一期共{size}条记录，外部留存的存证点载明{held}条。',
    en: 'The announced restore says less than was lost: it names {size} entries of the epoch before, and a checkpoint kept outside names {held}.',
  },
  'restore-contradicted': {
    zh: '恢复公告所载的上一期存证点（{size}条记录）与外部留存的不一致。',
    en: 'The checkpoint of the epoch before that the restore announces ({size} entries) is not the one kept outside.',
  },
  'no-outside-checkpoint': {
    zh: '没有外部存证点，无从得知：持有全部密钥的人如果重写过整个日志，此处看不出来。',
    en: 'Unknowable without an outside checkpoint: if someone with all keys rewrote the whole log, it does not show here.',
  },
  'after-outside-checkpoint': {
    zh: '第{number}条起的记录{day}晚于最近一份外部存证点，没有外部存证点可以核对，只有日志自己的签名。',
    en: 'Unknowable without an outside checkpoint: entries from {number} on{day} came after the last one and rest on the log’s own signature.',
  },
  'no-dated-checkpoint': {
    zh: '没有注明日期的外部存证点，无从得知记录时间是否属实：所有时间均出自日志自己的时钟。',
    en: 'Unknowable without a dated outside checkpoint: whether times are true; every one comes from the log’s own clock.',
  },
  'old-epoch-not-here': {
    zh: '外部存证点属于更早的一期（{origin}），该期记录不在此处，无法核对。',
    en: 'Unknowable from here: an outside checkpoint belongs to an earlier epoch ({origin}), whose entries are not here.',
  },
};

const reasons: Readonly<Record<string, Words>> = {
  'disk-failure': { zh: '磁盘故障', en: 'disk failure' },
  'data-damaged': { zh: '数据损坏', en: 'data damaged' },
  'wrong-change': { zh: '误操作', en: 'a change made in error' },
  attack: { zh: '遭受攻击', en: 'an attack' },
  moved: { zh: '迁移', en: 'a move to another place' },
  exercise: { zh: '恢复演练', en: 'a restore exercise' },
};

/** A finding as a sentence in both languages. */
export function wordsOf({ code, index, day, detail }: Finding): Words {
  const { lost, reason, other, untilDay, until, carried } = detail;
  const number = index === null ? '' : index + 1;
  const values: Finding['detail'] = {
    number,
    ...detail,
    otherNumber: Number(other) + 1,
    until: until ?? '',
    lastDay: day ?? '—',
  };
  const zhDays = day === null ? '' : untilDay === day || untilDay === '' ? `（${day}）` : `（${day}至${untilDay}）`;
  const enDays = day === null ? '' : untilDay === day || untilDay === '' ? ` (${day})` : ` (${day} to ${untilDay})`;
  const { zh, en } = findingWords[code];
  const because = reasons[String(reason)];
  return {
    zh: filled(zh, {
      ...values,
      day: day === null ? '' : `（${day}）`,
      days: zhDays,
      reasonZh: because?.zh ?? '',
      lostZh: lost === undefined ? '丢失多少无法确定' : `已知丢失${lost}条`,
      carriedZh: carried === undefined ? '' : `；其后${carried}条在备份时尚未封存，时间早于恢复`,
    }),
    en: filled(en, {
      ...values,
      day: day === null ? '' : ` (${day})`,
      days: enDays,
      reasonEn: because?.en ?? '',
      lostEn: lost === undefined ? 'nobody can say how much was lost' : `${lost} entries known to be lost`,
      carriedEn:
        carried === undefined
          ? ''
          : `; the ${carried} entries after it were not yet sealed in the backup and are older`,
    }),
  };
}

const filled = (sentence: string, values: Finding['detail']): string =>
  sentence.replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(values[name] ?? ''));

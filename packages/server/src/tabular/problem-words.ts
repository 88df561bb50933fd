import type { RowProblem } from '@sallyport/core/facts';
import type { Phrase } from '../platform/words/words.ts';

const cellWords = {
  missing: { zh: '必填项为空。请补填后重试。', en: 'Nothing is given, and it has to be. Fill it in.' },
  'not-a-day': {
    zh: '“{value}”不是有效日期。请写成 2026-11-23 的形式，并核对当月有无这一天。',
    en: '"{value}" is no day. Write 2026-11-23, and check that the month has that day.',
  },
  'not-an-instant': {
    zh: '“{value}”不是带时区的时间。请写成 2026-11-23T08:00:00+08:00 的形式。',
    en: '"{value}" is no time with an offset. Write 2026-11-23T08:00:00+08:00.',
  },
  'not-an-integer': { zh: '“{value}”不是整数。', en: '"{value}" is no whole number.' },
  'too-small': { zh: '“{value}”小于允许的最小值。', en: '"{value}" is less than the least value allowed.' },
  'not-a-boolean': { zh: '“{value}”不是“是”或者“否”。', en: '"{value}" is neither yes nor no.' },
  'not-a-word': { zh: '“{value}”不在可选词之内。', en: '"{value}" is not one of the words of this field.' },
  'not-an-id': {
    zh: '“{value}”不能作为编号。编号只用字母、数字和 . _ : / @ -，最长 80 个字符。',
    en: '"{value}" cannot be an id. Ids are letters, digits and . _ : / @ -, at most 80 characters.',
  },
  'not-text': {
    zh: '这一格不是文字，或者含有不允许的字符。',
    en: 'This is not text, or holds characters that are not allowed.',
  },
  'too-long': { zh: '文字过长，最多 4000 个字符。', en: 'The text is too long: at most 4000 characters.' },
  'unknown-field': { zh: '没有这一项：“{field}”。', en: 'There is no such field: "{field}".' },
  'duplicate-id': { zh: '编号“{value}”出现不止一次。', en: 'The id "{value}" is used more than once.' },
  'no-such-fact': { zh: '“{value}”在登记信息中找不到。', en: '"{value}" is not in the register.' },
  cycle: {
    zh: '上下级关系成环：“{value}”最终成为自己的上级。',
    en: 'The line of parents runs in a circle: "{value}" ends up above itself.',
  },
} satisfies Record<RowProblem['problem'], Phrase>;

const fileWords = {
  'unknown-file': {
    zh: '文件名不对应任何登记种类。请用种类名称作文件名，例如 trip.csv 或者 出国（境）事项.xlsx。',
    en: 'The name of the file is no kind of fact. Name it after one, such as trip.csv.',
  },
  'two-files': {
    zh: '“{kind}”已在 {other} 中。每个种类只能有一个文件。',
    en: '"{kind}" is already in {other}. Each kind has one file.',
  },
  empty: { zh: '文件是空的。', en: 'The file is empty.' },
  'too-big': {
    zh: '文件超过 {limit} MiB 的上限。请拆分后再读入。',
    en: 'The file is larger than {limit} MiB. Split it.',
  },
  'too-many-rows': {
    zh: '文件超过 {limit} 行的上限。请拆分后再读入。',
    en: 'The file has more than {limit} rows. Split it.',
  },
  'wrong-encoding': {
    zh: '文件编码无法识别，或者中途有误。请另存为 UTF-8 后重试。',
    en: 'The encoding of the file is not known, or breaks part of the way. Save it as UTF-8.',
  },
  'not-json': { zh: '这一行不是一个 JSON 对象。', en: 'This line is not one JSON object.' },
  'line-too-long': { zh: '这一行过长。', en: 'This line is too long.' },
} satisfies Record<string, Phrase>;

const tableWords = {
  'unclosed-quote': { zh: '这里开始的引号没有结束。', en: 'The quotation mark opened here is never closed.' },
  'too-many-columns': { zh: '列数超过 {limit}。', en: 'More than {limit} columns.' },
  'no-heading': {
    zh: '前 10 行中没有认得的表头。“{kind}”的表头例如：{expected}。',
    en: 'No known headings in the first 10 rows. Headings of "{kind}" are, for example: {expected}.',
  },
  'unknown-column': {
    zh: '“{kind}”没有这一列。请改表头，或者删去这一列。',
    en: '"{kind}" has no such column. Rename the heading, or delete the column.',
  },
  'column-not-held': {
    zh: '登记信息不收证件号码、联系方式和个人情况（籍贯、民族、宗教等）。请删去这一列。',
    en: 'The register holds no identity numbers, contact details or personal circumstances. Delete this column.',
  },
  'column-twice': { zh: '两列都是“{field}”。', en: 'Two columns are both "{field}".' },
  'missing-column': {
    zh: '缺少必需的列。请补上。',
    en: 'This column is needed and not there. Add it.',
  },
  'too-many-cells': { zh: '这一行的格数比表头多。', en: 'This row has more cells than there are headings.' },
  'ambiguous-day': {
    zh: '“{value}”有两种读法（月、日次序不明）。请写成 2026-11-23 的形式。',
    en: '"{value}" can be read in two ways (day or month first). Write 2026-11-23.',
  },
  'time-without-offset': {
    zh: '“{value}”没有时区。请写明，例如 +08:00。',
    en: '"{value}" has no offset. Write it, such as +08:00.',
  },
  'no-such-reference': {
    zh: '找不到“{value}”这一{kind}。请用编号，或者先导入{kind}。',
    en: 'There is no {kind} "{value}". Use its id, or import the {kind} first.',
  },
  'ambiguous-reference': {
    zh: '叫“{value}”的{kind}不止一个。请改用编号。',
    en: 'More than one {kind} is called "{value}". Use the id.',
  },
  formula: {
    zh: '这一格像公式（以 = 或者 @ 开头）。请改成文字或者数值。',
    en: 'This cell looks like a formula (it begins with = or @). Replace it by text or a value.',
  },
  'formula-error': { zh: '这一格是公式错误“{value}”。', en: 'This cell holds the formula error "{value}".' },
} satisfies Record<string, Phrase>;

const workbookWords = {
  'not-a-workbook': { zh: '不是可读的 XLSX 文件。', en: 'This is not a readable XLSX file.' },
  'zip-bomb': {
    zh: '工作簿解开后过大或者压缩比异常，未打开。请另存为 CSV。',
    en: 'The workbook would unpack to too much, or packs suspiciously well. It was not opened. Save it as CSV.',
  },
  'too-complex': {
    zh: '工作簿过大，无法读入。请另存为 CSV。',
    en: 'The workbook is too large to read. Save it as CSV.',
  },
  'unknown-sheet': {
    zh: '工作表“{sheet}”的名称和表头都对应不到一个登记种类。',
    en: 'Neither the name nor the headings of sheet "{sheet}" are those of one kind of fact.',
  },
} satisfies Record<string, Phrase>;

const importWords = {
  'unknown-kind': {
    zh: '文件名和表头都对应不到一个登记种类。请指明种类。',
    en: 'Neither the name nor the headings of the file are those of one kind of fact. Say which it is.',
  },
  differs: {
    zh: '编号“{id}”已有登记，内容不同（{fields}）。',
    en: 'The id "{id}" is in the register with other values ({fields}).',
  },
  'twice-in-import': {
    zh: '编号“{id}”在导入文件中出现两次，内容不同。',
    en: 'The id "{id}" comes twice in the import, with different values.',
  },
  'decided-kind': {
    zh: '“{kind}”有专门的办理方式，不能导入。',
    en: '"{kind}" is decided by an act of its own and cannot be imported.',
  },
  'erased-id': {
    zh: '编号“{id}”曾用于一条已经依法删除的信息，不能再用。请换一个编号。',
    en: 'The id "{id}" named something that was erased and cannot be used again. Choose another.',
  },
  'merged-id': {
    zh: '编号“{id}”与“{kept}”经核对是同一人，已合并，本行不导入。请在文件中改用“{kept}”。',
    en: 'The id "{id}" was found to be the same person as "{kept}" and merged: this row is passed over. Use "{kept}" in the file.',
  },
  'taken-over': {
    zh: '这一项已由本系统接管，文件中的“{value}”不导入，其余各项照常。',
    en: 'This field was taken over here: "{value}" of the file is passed over, the rest of the row is not.',
  },
  'setting-refused': { zh: '{reason}', en: '{reason}' },
  'unbound-person': {
    zh: '此人没有部门，也没有任职、外派、职责或者出行。人员只因这些关系登记，不收人口名单。',
    en: 'This person has no unit, assignment, posting, appointment or trip. People are registered for these only; lists of residents are refused.',
  },
} satisfies Record<string, Phrase>;

export const problemWords = { ...cellWords, ...fileWords, ...tableWords, ...workbookWords, ...importWords };

import { type Field, vocabulary } from '@sallyport/core/facts';
import { headingOf } from '@sallyport/server/tabular/headings';
import { kindNamed, normalName } from '@sallyport/server/tabular/kind-names';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { importFiles } from '../import/import-files.ts';
import { reportImport } from '../import/report-import.ts';
import { importWords } from '../import/words.ts';
import { lawOf } from '../law/read-packs.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { several } from '../several.ts';
import { phrase } from '../words.ts';

type Options = OutputOptions & {
  readonly into: string;
  readonly dryRun?: boolean;
  readonly kind?: string;
  readonly replace?: boolean;
  readonly set?: readonly string[];
  readonly leaveOut?: readonly string[];
  readonly offset?: string;
  readonly errors?: string;
  readonly packs?: readonly string[];
};

export function importCommand(): Command {
  const command = new Command('import')
    .description('导入 CSV、XLSX 或者 JSONL 文件 / bring CSV, XLSX or JSONL files into a register folder')
    .argument('<file...>', '要导入的文件 / files to import')
    .requiredOption('--into <dir>', '登记信息文件夹 / the register folder')
    .option('--dry-run', '只检查，不写入 / check and write nothing')
    .option('--kind <kind>', '登记种类 / the kind of fact the files hold')
    .option('--replace', '编号相同、内容不同时替换 / replace facts that have the same id and other values')
    .option(
      '--set <field=value>',
      '空格或者缺列时的值，可多次 / value where a cell or column is missing (repeatable)',
      several,
    )
    .option('--leave-out <heading>', '不导入的列，可多次 / a column to leave out (repeatable)', several)
    .option('--offset <+08:00>', '没有时区的时间按此时区 / the offset of times written without one')
    .option(
      '--packs <dir>',
      '另加的规则包，参数按其核对，可多次 / packs on top, that settings are held to (repeatable)',
      several,
    )
    .option('--errors <file.csv>', '把问题清单写入 CSV / write the list of problems as CSV');
  return withOutputOptions(command).action((files: string[], options: Options) =>
    guarded(options, async (out) => {
      const dryRun = options.dryRun === true;
      const progress = startProgress(phrase(importWords.progress, out.language));
      const result = await importFiles(files, options.into, {
        progress: progress.to,
        kind: kindOption(options.kind),
        replace: options.replace === true,
        dryRun,
        law: () => lawOf(options.packs ?? []),
        set: new Map((options.set ?? []).flatMap(settingsOf)),
        leaveOut: new Set((options.leaveOut ?? []).map(normalName)),
        offset: offsetOption(options.offset),
      }).finally(progress.end);
      reportImport(result, options.into, out, {
        dryRun,
        ...(options.errors === undefined ? {} : { errors: options.errors }),
      });
    }),
  );
}

function kindOption(name: string | undefined) {
  const kind = name === undefined ? null : kindNamed(name);
  if (kind !== null || name === undefined) return kind;
  throw new CliFailure(
    {
      zh: '没有“{name}”这一登记种类。用 sallyport facts 可列出全部种类。',
      en: 'There is no kind of fact "{name}". `sallyport facts` lists them.',
    },
    { name },
  );
}

/** `紧急出行=否` for every kind that has such a field, under the names it has there. */
function settingsOf(text: string): [string, string][] {
  const [heading = '', ...rest] = text.split('=');
  const value = rest.join('=');
  const fields = new Set<string>();
  for (const kind of vocabulary.kinds.values()) {
    const meaning = headingOf(kind, heading);
    const field: Field | undefined = meaning.is === 'field' ? kind.fields[meaning.field] : undefined;
    if (meaning.is === 'field' && field !== undefined) fields.add(meaning.field);
  }
  if (fields.size === 0 || value === '') {
    throw new CliFailure(
      {
        zh: '--set {text}：应写成 项目=值，项目是表头、标签或者字段名。',
        en: '--set {text}: write FIELD=VALUE, where FIELD is a heading, label or field name.',
      },
      { text },
    );
  }
  return [...fields].map((field) => [field, value]);
}

function offsetOption(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^(Z|[+-]\d{2}:\d{2})$/.test(text)) return text;
  throw new CliFailure(
    { zh: '--offset {text}：应写成 +08:00 的形式。', en: '--offset {text}: write it as +08:00.' },
    { text },
  );
}

import type { Command } from 'commander';
import { type Language, languageOf, type Phrase } from './words.ts';

/** The language is needed before the options are read: what is wrong may be the options. */
export function languageAsked(
  args: readonly string[],
  locale = process.env['LC_ALL'] ?? process.env['LANG'],
): Language {
  const at = args.lastIndexOf('--lang');
  const joined = args.findLast((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return languageOf(at >= 0 ? args[at + 1] : joined, locale);
}

type Refusal = { readonly form: RegExp; readonly text: Phrase };

/** What the library says in English about a command line, by its form, and what we say instead; `$1` is what was named. */
const refusals: readonly Refusal[] = [
  {
    form: /^error: unknown option '(.*?)'/,
    text: { zh: '没有选项 $1。用 --help 查看全部选项。', en: 'There is no option $1. --help lists them.' },
  },
  {
    form: /^error: unknown command '(.*?)'/,
    text: { zh: '没有命令 $1。用 --help 查看全部命令。', en: 'There is no command $1. --help lists them.' },
  },
  {
    form: /^error: required option '(.*?)' not specified/,
    text: { zh: '缺少选项 $1。', en: 'The option $1 is missing.' },
  },
  {
    form: /^error: option '(.*?)' argument missing/,
    text: { zh: '选项 $1 后面缺少值。', en: 'The option $1 needs a value.' },
  },
  {
    form: /^error: missing required argument '(.*?)'/,
    text: { zh: '缺少参数 <$1>。用 --help 查看写法。', en: 'The argument <$1> is missing. --help shows the form.' },
  },
  {
    form: /^error: too many arguments.*?: (.*)\.$/,
    text: { zh: '参数太多：$1。用 --help 查看写法。', en: 'Too many arguments: $1. --help shows the form.' },
  },
];

const meant: Refusal = {
  form: /\(Did you mean (?:one of )?(.*)\?\)/,
  text: { zh: '是否想写 $1？', en: 'Did you mean $1?' },
};

/** One message of the library in the user's language; one of a form not known stays as it is. */
export function usageMessage(message: string, language: Language): string {
  const said = ({ form, text }: Refusal): string | undefined => {
    const found = form.exec(message.split('\n')[form === meant.form ? 1 : 0] ?? '');
    return found === null ? undefined : text[language].replace('$1', () => found[1] ?? '');
  };
  const [sentence] = refusals.flatMap((refusal) => said(refusal) ?? []);
  if (sentence === undefined) return message;
  const hint = said(meant);
  return `${sentence}${hint === undefined ? '' : language === 'zh' ? hint : ` ${hint}`}\n`;
}

const headings: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Gives a command and those under it our messages, headings and texts of the help options. */
export function speakTo(command: Command, language: Language): void {
  const zh = language === 'zh';
  command
    .configureOutput({ outputError: (message, write) => write(usageMessage(message, language)) })
    .configureHelp({ styleTitle: (title) => (zh ? (headings[title] ?? title) : title) })
    .helpOption('-h, --help', zh ? '显示帮助' : 'show help');
  if (command.commands.length > 0)
    command.helpCommand('help [command]', zh ? '显示某个命令的帮助' : 'show help on a command');
  for (const inner of command.commands) speakTo(inner, language);
}

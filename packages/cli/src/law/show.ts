import { type Clause, clauseName, type Edition, figureLines, type Law } from '@sallyport/core/law';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { packsHelp, several } from '../several.ts';
import type { Language } from '../words.ts';
import { lawOf } from './read-packs.ts';
import { relationWords, surenessText } from './words.ts';

export function showCommand(): Command {
  const command = new Command('show')
    .description('查看一条条款 / show a clause')
    .argument('<clause>', 'cn-cel-2023/art-12')
    .option('--packs <dir>', packsHelp, several);
  return withOutputOptions(command).action(
    (id: string, options: OutputOptions & { readonly packs?: readonly string[] }) =>
      guarded(options, (out) => {
        const law = lawOf(options.packs ?? []);
        const found = law.clauses.get(id);
        if (!found) {
          throw new CliFailure(
            {
              zh: '没有条款“{id}”。可用 sallyport law list <版本> 列出条款。',
              en: 'There is no clause "{id}". `sallyport law list <edition>` lists them.',
            },
            { id },
          );
        }
        show(law, id, found.clause, found.edition, out);
      }),
  );
}

/** Who confirmed a clause here cites what was read: that is its source from then on, not the report it was taken from. */
const sourceText = ({ confirmed, source }: Clause, { instrument }: Edition, language: Language): string =>
  confirmed?.citation[language] ?? instrument.sources[source]?.[language] ?? source;

function show(law: Law, id: string, clause: Clause, edition: Edition, out: Output): void {
  const { language } = out;
  const rules = law.rules.filter((rule) => rule.supersededFrom === null && rule.clauses.includes(id));
  const parallels = law.editions
    .flatMap((other) => other.parallels)
    .filter((parallel) => parallel.from === id || parallel.to === id);
  out.line(`${clauseName(law, id)[language]}  ${clause.heading[language]}`);
  out.line(
    `${edition.instrument.title[language]} · ${surenessText(clause, language)} · ${sourceText(clause, edition, language)}`,
  );
  out.line('');
  out.line(clause.gist[language]);
  for (const step of clause.ladder ?? []) out.line(`  ${step.step}. ${step[language]}`);
  for (const line of figureLines(clause.figures ?? {}, language)) out.line(`  ${line}`);
  if (clause.beside !== undefined) out.line(language === 'zh' ? '\n一并阅读：' : '\nRead beside it:');
  for (const other of clause.beside ?? [])
    out.line(`  ${clauseName(law, other)[language]}  ${law.clauses.get(other)?.clause.heading[language] ?? ''}`);
  if (rules.length > 0) out.line(language === 'zh' ? '\n规则：' : '\nRules:');
  for (const rule of rules) out.line(`  ${rule.id}  ${rule.title[language]}`);
  const without = law.editions.flatMap((other) => other.noParallels).filter((entry) => entry.from === id);
  if (parallels.length + without.length > 0) out.line(language === 'zh' ? '\n条款对照：' : '\nCrosswalk:');
  for (const parallel of parallels) {
    out.line(
      `  ${clauseName(law, parallel.from)[language]} ${relationWords[parallel.relation][language]} ${clauseName(law, parallel.to)[language]}${language === 'zh' ? '：' : ': '}${parallel.reason[language]}`,
    );
  }
  for (const { none, reason } of without) {
    const short = law.editions.find((other) => other.id === none)?.instrument.short[language] ?? none;
    out.line(language === 'zh' ? `  ${short}无对应条款：${reason.zh}` : `  nothing in ${short}: ${reason.en}`);
  }
  out.data({
    ...clause,
    noParallels: without,
    id,
    edition: edition.id,
    rules: rules.map((rule) => rule.id),
    parallels,
  });
}

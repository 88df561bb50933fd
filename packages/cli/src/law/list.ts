import { Command } from 'commander';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { lawOf } from './read-packs.ts';
import { surenessWords } from './words.ts';

export function listCommand(): Command {
  const command = new Command('list').description('列出版本和条款 / list editions and clauses').argument('[pack]', '只列一个版本的条款 / the clauses of one edition');
  return withOutputOptions(command).action((pack: string | undefined, options: OutputOptions) =>
    guarded(options, (out) => {
      const law = lawOf();
      for (const edition of law.editions) {
        if (pack !== undefined && pack !== edition.id) continue;
        const { instrument } = edition;
        const standing = edition.rules.filter((rule) => rule.standing).length;
        out.say(
          {
            zh: '{id}\t{title}\t{from}起施行\t条款{clauses}\t规则{rules}\t常态义务{standing}',
            en: '{id}\t{title}\tin force from {from}\t{clauses} clauses\t{rules} rules\t{standing} standing duties',
          },
          { id: edition.id, title: instrument.title, from: instrument.inForce.from, clauses: edition.clauses.size, rules: edition.rules.length - standing, standing },
        );
        out.data({ edition: edition.id, title: instrument.title, inForce: instrument.inForce, revision: instrument.revision, clauses: edition.clauses.size, rules: edition.rules.length - standing, standing });
        if (pack === undefined) continue;
        for (const clause of edition.clauses.values()) {
          out.line(`  ${edition.id}/${clause.id}\t${clause.number ?? '-'}\t${clause.heading[out.language]}\t${surenessWords[clause.sureness][out.language]}`);
          out.data({ clause: `${edition.id}/${clause.id}`, number: clause.number ?? null, heading: clause.heading, sureness: clause.sureness });
        }
      }
    }),
  );
}

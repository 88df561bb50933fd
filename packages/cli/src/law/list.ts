import { createHash } from 'node:crypto';
import { formatDay } from '@sallyport/core/calendar';
import { confirmedArticles, contentHash, type Edition } from '@sallyport/core/law';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { lawOf } from './read-packs.ts';
import { surenessText, lawWords as words } from './words.ts';

export function listCommand(): Command {
  const command = new Command('list')
    .description('列出版本和条款 / list editions and clauses')
    .argument('[pack]', '只列一个版本的条款 / the clauses of one edition')
    .option('--packs <dir>', '另加的规则包或者修订 / packs or overlays on top');
  return withOutputOptions(command).action(
    (pack: string | undefined, options: OutputOptions & { readonly packs?: string }) =>
      guarded(options, (out) => {
        const law = lawOf(options.packs ? [options.packs] : []);
        if (pack !== undefined && !law.editions.some((edition) => edition.id === pack)) {
          throw new CliFailure(
            { zh: '没有版本“{pack}”。可用的版本:{list}', en: 'There is no edition "{pack}". The editions: {list}' },
            { pack, list: law.editions.map((edition) => edition.id).join(', ') },
          );
        }
        for (const edition of law.editions) {
          if (pack !== undefined && pack !== edition.id) continue;
          const { instrument } = edition;
          const standing = edition.rules.filter((rule) => rule.standing).length;
          out.say(
            {
              zh: '{id}\t{title}\t{from}起施行\t条款{clauses}\t规则{rules}\t常态义务{standing}',
              en: '{id}\t{title}\tin force from {from}\t{clauses} clauses\t{rules} rules\t{standing} standing duties',
            },
            {
              id: edition.id,
              title: instrument.title,
              from: instrument.inForce.from,
              clauses: edition.clauses.size,
              rules: edition.rules.length - standing,
              standing,
            },
          );
          out.data({
            edition: edition.id,
            title: instrument.title,
            inForce: instrument.inForce,
            revision: instrument.revision,
            revisions: revisionsOf(edition),
            clauses: edition.clauses.size,
            rules: edition.rules.length - standing,
            standing,
          });
          const confirmed = confirmedArticles([...edition.clauses.values()], instrument.articles);
          if (pack !== undefined && confirmed) out.say(words.confirmed, confirmed);
          if (pack === undefined) continue;
          for (const { number, appliesFrom, hash } of revisionsOf(edition))
            out.say(words.revision, { number, appliesFrom, hash });
          for (const clause of edition.clauses.values()) {
            out.line(
              `  ${edition.id}/${clause.id}\t${clause.number ?? '-'}\t${clause.heading[out.language]}\t${surenessText(clause, out.language)}`,
            );
            out.data({
              clause: `${edition.id}/${clause.id}`,
              number: clause.number ?? null,
              heading: clause.heading,
              sureness: clause.sureness,
            });
          }
        }
      }),
  );
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The revisions of an edition with the hash each is known by. */
const revisionsOf = ({ revisions }: Edition) =>
  revisions.map(({ number, appliesFrom, reassessClosed, texts }) => ({
    number,
    appliesFrom: formatDay(appliesFrom),
    hash: contentHash(texts, sha256),
    reassessClosed: reassessClosed !== null,
  }));

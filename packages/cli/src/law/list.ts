import { createHash } from 'node:crypto';
import { formatDay } from '@sallyport/core/calendar';
import { confirmedArticles, contentHash, type Edition } from '@sallyport/core/law';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { packsHelp, several } from '../several.ts';
import { lawOf } from './read-packs.ts';
import { surenessText, lawWords as words } from './words.ts';

export function listCommand(): Command {
  const command = new Command('list')
    .description('列出版本，或者一个版本的条款和规则 / list editions, or the clauses and rules of one')
    .argument('[pack]', '只列一个版本，带条款和规则 / one edition, with its clauses and rules')
    .option('--packs <dir>', packsHelp, several);
  return withOutputOptions(command).action(
    (pack: string | undefined, options: OutputOptions & { readonly packs?: readonly string[] }) =>
      guarded(options, (out) => {
        const law = lawOf(options.packs ?? []);
        if (pack !== undefined && !law.editions.some((edition) => edition.id === pack)) {
          throw new CliFailure(
            { zh: '没有版本“{pack}”。可用的版本:{list}', en: 'There is no edition "{pack}". The editions: {list}' },
            { pack, list: law.editions.map((edition) => edition.id).join(', ') },
          );
        }
        for (const edition of law.editions) {
          if (pack !== undefined && pack !== edition.id) continue;
          listEdition(edition, out);
          if (pack !== undefined) listParts(edition, out);
        }
      }),
  );
}

function listEdition(edition: Edition, out: Output): void {
  const { instrument } = edition;
  const standing = edition.rules.filter((rule) => rule.standing).length;
  const counts = { clauses: edition.clauses.size, rules: edition.rules.length - standing, standing };
  out.say(words.edition, { id: edition.id, title: instrument.title, from: instrument.inForce.from, ...counts });
  out.data({
    edition: edition.id,
    title: instrument.title,
    inForce: instrument.inForce,
    territory: instrument.territory ?? null,
    revision: instrument.revision,
    revisions: revisionsOf(edition),
    ...counts,
    confirmed: confirmedIn(edition),
  });
}

/** What an edition holds: its revisions, its clauses, and the rules and standing duties that follow from them. */
function listParts(edition: Edition, out: Output): void {
  const { language } = out;
  const confirmed = confirmedIn(edition);
  if (confirmed) out.say(words.confirmed, confirmed);
  for (const { number, appliesFrom, hash } of revisionsOf(edition))
    out.say(words.revision, { number, appliesFrom, hash });
  for (const clause of edition.clauses.values()) {
    out.line(
      `  ${edition.id}/${clause.id}\t${clause.number ?? '-'}\t${clause.heading[language]}\t${surenessText(clause, language)}`,
    );
    out.data({
      clause: `${edition.id}/${clause.id}`,
      number: clause.number ?? null,
      heading: clause.heading,
      sureness: clause.sureness,
      confirmed: clause.confirmed ?? null,
    });
  }
  for (const { id, title, standing, clauses } of edition.rules) {
    out.line(`  ${id}\t${title[language]}\t${(standing ? words.standing : words.rule)[language]}`);
    out.data({ rule: id, title, standing: standing !== null, clauses });
  }
}

const confirmedIn = ({ clauses, instrument }: Edition) => confirmedArticles([...clauses.values()], instrument.articles);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The revisions of an edition with the hash each is known by. */
const revisionsOf = ({ revisions }: Edition) =>
  revisions.map(({ number, appliesFrom, reassessClosed, texts }) => ({
    number,
    appliesFrom: formatDay(appliesFrom),
    hash: contentHash(texts, sha256),
    reassessClosed: reassessClosed !== null,
  }));

import { type Field, factsSchema, vocabulary } from '@sallyport/core/facts';
import { kindNamed } from '@sallyport/server/tabular/kind-names';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import type { Phrase } from '../words.ts';

const readableWords: Readonly<Record<Field['readable'], Phrase>> = {
  value: { zh: '规则可读', en: 'rules read its value' },
  exists: { zh: '规则只知有无', en: 'rules know only whether it is there' },
  never: { zh: '规则不可读', en: 'rules never read it' },
};

/** `facts`: the vocabulary of the register; with `--json` as JSON Schema, purpose and readability beside each field. */
export function factsCommand(): Command {
  const command = new Command('facts')
    .description('登记信息的种类和栏目 / the fact vocabulary')
    .argument('[kind]', '只看一种，可写中文名 / one kind only, by either name');
  return withOutputOptions(command).action((name: string | undefined, options: OutputOptions) =>
    guarded(options, (out) => {
      const only = name === undefined ? undefined : kindNamed(name)?.name;
      if (name !== undefined && only === undefined) {
        throw new CliFailure(
          {
            zh: '没有“{name}”这一登记种类。用 sallyport facts 可列出全部种类。',
            en: 'There is no kind of fact "{name}". `sallyport facts` lists them.',
          },
          { name },
        );
      }
      for (const kind of vocabulary.kinds.values()) {
        if (only !== undefined && only !== kind.name) continue;
        out.line(`${kind.name}  ${kind.label[out.language]}  [${kind.purpose}]`);
        out.line(`  ${kind.about[out.language]}`);
        for (const [name, field] of Object.entries(kind.fields)) sayField(name, field, out);
        out.line('');
      }
      if (out.json) process.stdout.write(`${JSON.stringify(factsSchema(vocabulary, only), null, 2)}\n`);
    }),
  );
}

function sayField(name: string, field: Field, out: Output): void {
  const words = Object.entries(field.words ?? {}).map(([word, label]) => `${word} ${label[out.language]}`);
  const type = field.type === 'ref' ? `→ ${field.to}` : field.type;
  const parts = [
    type,
    ...(field.nullable ? ['?'] : []),
    ...(field.ends ? ['ends'] : []),
    readableWords[field.readable][out.language],
  ];
  out.line(
    `  ${name}  ${field.label[out.language]}  (${parts.join(', ')})${words.length > 0 ? `: ${words.join('、')}` : ''}`,
  );
}

import { z } from 'zod';
import { parseDay } from '../calendar/index.ts';
import { articlesIn, type NumberFault, numberFault } from './article-number.ts';
import { compiledFigures, type Recount, recountOf } from './overlay-counting.ts';
import type { PackText } from './read-pack.ts';
import type { Bilingual } from './rule.ts';
import { bilingual, type Clause, slug } from './schema.ts';
import { sentences } from './sentences.ts';
import { YamlFile } from './yaml.ts';

/**
 * A user who holds the official text confirms or corrects clauses: two people, the citation, the day and the hash of the file they read. The
 * result reads "confirmed here by …", never "official"; ids do not change (DESIGN, law as data).
 */
const overlaySchema = z.strictObject({
  overlay: slug,
  citation: bilingual,
  confirmedBy: z.array(z.string().trim().min(1)).length(2, sentences.twoPeople.en),
  confirmedOn: z.string().refine((text) => parseDay(text) !== null, sentences.day.en),
  textHash: z.string().regex(/^sha256:[0-9a-f]{64}$/, sentences.hash.en),
  clauses: z
    .array(
      z.strictObject({
        id: slug,
        number: z.string().min(1).max(40).optional(),
        heading: bilingual.optional(),
        gist: bilingual.optional(),
        figures: z.record(z.string(), z.union([z.string(), z.int()])).optional(),
      }),
    )
    .min(1),
});

export type Confirmation = {
  readonly by: readonly string[];
  readonly on: string;
  readonly citation: { readonly zh: string; readonly en: string };
  readonly textHash: string;
};

/** The packs with an overlay laid over one of them; faults go to the overlay's file. */
export function applyOverlay(
  packs: readonly PackText[],
  folder: string,
  text: string,
): { packs: readonly PackText[]; file: YamlFile; recounts: readonly Recount[] } {
  const file = new YamlFile(`${folder}/overlay.yaml`, text);
  const overlay = file.read(overlaySchema);
  const recounts: Recount[] = [];
  if (!overlay) return { packs, file, recounts };
  const pack = packs.find((one) => one.id === overlay.overlay && one.supersededFrom === null);
  if (!pack) {
    file.fault(['overlay'], {
      zh: `没有规则包${overlay.overlay}：请核对编号。`,
      en: `there is no pack ${overlay.overlay}`,
    });
    return { packs, file, recounts };
  }
  if (new Set(overlay.confirmedBy).size < 2)
    file.fault(['confirmedBy'], {
      zh: '两名确认人应为不同的人：请换一人确认。',
      en: 'the second person is another person',
    });
  const confirmation: Confirmation = {
    by: overlay.confirmedBy,
    on: overlay.confirmedOn,
    citation: overlay.citation,
    textHash: overlay.textHash,
  };
  const changes = new Map(overlay.clauses.map((change, index) => [change.id, { change, index }]));
  const numbers = new Map(
    pack.clauses.flatMap(({ clause }) =>
      clause.number === undefined || changes.has(clause.id) ? [] : [[clause.id, clause.number] as const],
    ),
  );
  const clauses = pack.clauses.map((entry) => {
    const found = changes.get(entry.clause.id);
    if (!found) return entry;
    changes.delete(entry.clause.id);
    const { id: _, ...changed } = found.change;
    const figures = compiledFigures(entry.clause.figures, changed.figures);
    if (figures !== null)
      recounts.push({
        correction: recountOf(`${pack.id}/${entry.clause.id}`, String(changed.figures?.['counts']), confirmation),
        fault: (message) => file.fault(['clauses', found.index, 'figures', 'counts'], message),
      });
    const clause: Clause = Object.assign({}, entry.clause, changed, figures === null ? {} : { figures }, {
      sureness: 'text' as const,
      confirmed: confirmation,
    });
    if (clause.number === undefined) return { ...entry, clause };
    const { articles } = pack.instrument;
    const fault = numberFault(clause.number, articles, [...numbers.values()]);
    if (fault !== null) file.fault(['clauses', found.index, 'number'], numberFaults[fault](articles ?? 0));
    numbers.set(entry.clause.id, clause.number);
    return { ...entry, clause };
  });
  for (const { change, index } of changes.values())
    file.fault(['clauses', index, 'id'], {
      zh: `规则包${pack.id}没有条款${change.id}：可用的条款用 sallyport law list ${pack.id} 查看。`,
      en: `${pack.id} has no clause ${change.id}; sallyport law list ${pack.id} names them`,
    });
  return { packs: packs.map((one) => (one === pack ? { ...pack, clauses } : one)), file, recounts };
}

const numberFaults: Readonly<Record<NumberFault, (articles: number) => Bilingual>> = {
  'number-form': () => ({
    zh: '应写成18、1-3或者18(1)：请改写条号。',
    en: 'a number is written 18, 1-3 or 18(1)',
  }),
  'number-beyond': (articles) => ({
    zh: `本文件共${articles}条，没有这一条：请核对条号。`,
    en: `the instrument has ${articles} articles, and not this one`,
  }),
  'number-taken': () => ({
    zh: '已有条款用了这一条号：请核对，或者写明款、项，例如18(2)。',
    en: 'another clause has this number already; check it, or say which item is meant, such as 18(2)',
  }),
};

/** How many of an instrument's articles have been read or confirmed, of how many there are: each once, however many clauses speak of it. */
export function confirmedArticles(
  clauses: readonly Clause[],
  articles: number | undefined,
): { readonly confirmed: number; readonly articles: number } | null {
  if (articles === undefined) return null;
  return {
    confirmed: articlesIn(
      clauses.flatMap(({ sureness, number }) => (sureness === 'text' && number !== undefined ? [number] : [])),
    ).size,
    articles,
  };
}

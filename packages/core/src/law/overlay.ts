import { z } from 'zod';
import { parseDay } from '../calendar/index.ts';
import { compiledFigures, type Recount, recountOf } from './overlay-counting.ts';
import type { PackText } from './read-pack.ts';
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
      clause.number === undefined || changes.has(clause.id) ? [] : [[clause.number, clause.id] as const],
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
    const taken = clause.number === undefined ? undefined : numbers.get(clause.number);
    if (taken !== undefined)
      file.fault(['clauses', found.index, 'number'], {
        zh: `条款${taken}已用此条号：请核对条号。`,
        en: `${taken} has this number already`,
      });
    if (clause.number !== undefined) numbers.set(clause.number, entry.clause.id);
    return { ...entry, clause };
  });
  for (const { change, index } of changes.values())
    file.fault(['clauses', index, 'id'], {
      zh: `规则包${pack.id}没有条款${change.id}：可用的条款用 sallyport law list ${pack.id} 查看。`,
      en: `${pack.id} has no clause ${change.id}; sallyport law list ${pack.id} names them`,
    });
  return { packs: packs.map((one) => (one === pack ? { ...pack, clauses } : one)), file, recounts };
}

/** How many of an instrument's articles have been read or confirmed, of how many there are. */
export function confirmedArticles(
  clauses: readonly Clause[],
  articles: number | undefined,
): { readonly confirmed: number; readonly articles: number } | null {
  if (articles === undefined) return null;
  return {
    confirmed: new Set(
      clauses
        .filter((clause) => clause.sureness === 'text' && clause.number !== undefined)
        .map((clause) => clause.number),
    ).size,
    articles,
  };
}

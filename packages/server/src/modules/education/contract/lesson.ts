import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });

const inline = z.discriminatedUnion('form', [
  z.strictObject({ form: z.enum(['text', 'strong']), text: z.string() }),
  /** A link to a clause, the only kind of link that a lesson has. */
  z.strictObject({ form: z.literal('clause'), text: z.string(), clause: z.string() }),
]);
const line = z.array(inline);

const plain = [
  z.strictObject({ form: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: line }),
  z.strictObject({ form: z.literal('paragraph'), text: line }),
  z.strictObject({ form: z.literal('list'), ordered: z.boolean(), items: z.array(line) }),
  /** The picture itself: an SVG that the reader of courses let pass. */
  z.strictObject({ form: z.literal('picture'), svg: z.string(), alt: z.string() }),
] as const;

/** A scenario holds no other. */
const block = z.discriminatedUnion('form', [
  ...plain,
  z.strictObject({
    form: z.literal('scenario'),
    method: said,
    blocks: z.array(z.discriminatedUnion('form', [...plain])),
  }),
]);

export const lessonText = z.strictObject({ title: z.string(), blocks: z.array(block) });

export type LineShown = z.output<typeof line>;
export type BlockShown = z.output<typeof block>;
export type LessonShown = z.output<typeof lessonText>;

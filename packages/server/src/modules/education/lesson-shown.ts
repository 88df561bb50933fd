import { type Block, type LessonText, methods } from '@sallyport/core/courses';
import type { BlockShown, LessonShown } from './contract.ts';

type Pictures = ReadonlyMap<string, string>;
type Plain = Exclude<BlockShown, { form: 'scenario' }>;

/** A lesson as the console draws it: pieces of text and never markup, so that nothing in it runs. */
export const lessonShown = ({ title, blocks }: LessonText, pictures: Pictures): LessonShown => ({
  title,
  blocks: blocks.map((block): BlockShown => {
    if (block.form !== 'scenario') return plainShown(block, pictures);
    const within = block.blocks.flatMap((one) => (one.form === 'scenario' ? [] : [plainShown(one, pictures)]));
    return { form: 'scenario', method: methods[block.method], blocks: within };
  }),
});

function plainShown(block: Exclude<Block, { form: 'scenario' }>, pictures: Pictures): Plain {
  switch (block.form) {
    case 'heading':
      return { form: block.form, level: block.level, text: [...block.text] };
    case 'paragraph':
      return { form: block.form, text: [...block.text] };
    case 'list':
      return { form: block.form, ordered: block.ordered, items: block.items.map((item) => [...item]) };
    case 'picture':
      return { form: block.form, svg: pictures.get(block.path) ?? '', alt: block.alt };
  }
}

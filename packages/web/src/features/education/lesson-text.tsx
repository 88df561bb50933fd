import type { BlockShown, LineShown } from '@sallyport/server/contracts/education';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';

/** Blocks as they came from the reader of courses: pieces of text, never markup. */
export function Blocks({ blocks }: { readonly blocks: readonly BlockShown[] }) {
  // A lesson does not change while it is read: its blocks have no other name than their place.
  return blocks.map((block, at) => <Block key={`${at} ${block.form}`} block={block} />);
}

function Block({ block }: { readonly block: BlockShown }) {
  const { t, said } = useWords();
  switch (block.form) {
    case 'heading':
      return block.level === 2 ? (
        <h2>
          <Pieces line={block.text} />
        </h2>
      ) : (
        <h3>
          <Pieces line={block.text} />
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Pieces line={block.text} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={`${at} ${item[0]?.text ?? ''}`}>
          <Pieces line={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'picture':
      // As a picture and not as part of the page: nothing in it runs or reaches out.
      return (
        <p>
          <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(block.svg)}`} alt={block.alt} />
        </p>
      );
    case 'scenario':
      return (
        <section className="lesson-scenario" aria-label={t('education.scenario', { method: said(block.method) })}>
          <p className="lesson-method">{t('education.scenario', { method: said(block.method) })}</p>
          <Blocks blocks={block.blocks} />
        </section>
      );
  }
}

const Pieces = ({ line }: { readonly line: LineShown }) =>
  line.map((piece, at) => {
    const key = `${at} ${piece.text}`;
    if (piece.form !== 'clause')
      return piece.form === 'strong' ? <strong key={key}>{piece.text}</strong> : <span key={key}>{piece.text}</span>;
    const [edition = '', clause = ''] = piece.clause.split('/');
    return (
      <Link key={key} to="/law/$edition/$clause" params={{ edition, clause }}>
        {piece.text}
      </Link>
    );
  });

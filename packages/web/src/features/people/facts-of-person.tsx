import { Button, Text } from '@mantine/core';
import { coolingOffLacks, type Field, type Kind, vocabulary } from '@sallyport/core/facts';
import { listFacts } from '@sallyport/server/contracts/register';
import { Link } from '@tanstack/react-router';
import { useAskPages } from '../../app/ask.ts';
import { dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { mayRead, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

type Props = { readonly kind: string; readonly person: string; readonly title: string; readonly none: string };
type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** The facts of one kind about somebody, the newest first. */
export function FactsOfPerson({ kind: name, person, title, none }: Props) {
  const { t } = useWords();
  const kind = vocabulary.kinds.get(name);
  const readable = kind !== undefined && mayRead(kind, useMe());
  const facts = useAskPages(listFacts, { kind: name, field: 'person', to: person, limit: 20 }, readable);
  const items = facts.data?.pages.flatMap((page) => page.items) ?? [];
  const posts = useNames(
    'post',
    items.map(({ fields }) => (typeof fields['post'] === 'string' ? fields['post'] : null)),
  );
  if (kind === undefined || !readable) return null;
  return (
    <Section title={title}>
      <ProblemView error={facts.error} again={() => void facts.refetch()} />
      {facts.isPending ? <Loading /> : null}
      {facts.isSuccess && items.length === 0 ? <Text>{none}</Text> : null}
      {items.map(({ id, fields }) => (
        <FactRow key={id} kind={kind} id={id} fields={fields} post={posts.get(String(fields['post'])) ?? null} />
      ))}
      {facts.hasNextPage ? (
        <Button variant="default" mt="md" onClick={() => void facts.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </Section>
  );
}

type RowProps = { readonly kind: Kind; readonly id: string; readonly fields: Fields; readonly post: string | null };

function FactRow({ kind, id, fields, post }: RowProps) {
  const { t, said, language } = useWords();
  const lacks = kind.name === 'coolingOff' ? coolingOffLacks(fields) : [];
  const of = (type: Field['type']): [string, Field][] =>
    Object.entries(kind.fields).filter(([name, field]) => field.type === type && typeof fields[name] === 'string');
  const words = of('word').flatMap(([name, field]) => field.words?.[String(fields[name])] ?? []);
  const [matter, result] = post === null ? words : [undefined, ...words];
  return (
    <Link to="/register/$kind/facts/$id" params={{ kind: kind.name, id }} className="row">
      <span className="row-title">{post ?? headed(said(matter ?? kind.label))}</span>
      <span>{result === undefined ? null : said(result)}</span>
      <span className="row-more">
        {lacks.length === 0 ? null : (
          <span>
            {t('people.notInForce', {
              fields: lacks
                .map((name) => said(kind.fields[name]?.label ?? kind.label))
                .join(language === 'zh' ? '、' : ', '),
            })}
          </span>
        )}
        {of('day').map(([name, { label }]) => (
          <span key={name}>
            {headed(said(label))} {dayText(String(fields[name]), language)}
          </span>
        ))}
      </span>
    </Link>
  );
}

import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { formatValue, parseExactJson, Refusal, readContext, TwiceNamed, WrittenNumber } from '@sallyport/core/feel';
import type { Language, Phrase } from '../words.ts';
import { batchLines } from './batch-lines.ts';
import { type Engine, type Question, type Refused, type Reply, refusedBy } from './engine.ts';

/** The id as JSON text, and the question or why the line holds none. */
type Line = { readonly id: string } & ({ readonly question: Question } | { readonly refused: Refused });

const atOnce = 500;

/** Answers a line of JSON for each line of JSON, in order, a few hundred at a time. A bad line is refused; the rest go on. `told` how many are done. */
export async function answerLines(
  input: Readable,
  output: Writable,
  engine: Engine,
  language: Language,
  told: (answered: number) => void = () => {},
): Promise<void> {
  let lines: Line[] = [];
  let answered = 0;
  const answer = async (): Promise<void> => {
    const asked = lines.flatMap((line) => ('question' in line ? [line.question] : []));
    const replies = (await engine.answer(asked)).values();
    const text = lines
      .map((line) => written(line.id, 'question' in line ? replies.next().value : line, language))
      .join('');
    answered += lines.length;
    told(answered);
    lines = [];
    if (!output.write(text)) await once(output, 'drain');
  };
  for await (const text of batchLines(input)) {
    if (typeof text !== 'string') {
      lines.push(bad('null', text));
    } else {
      const plain = text.replace(/^\u{FEFF}/u, '');
      if (plain.trim() === '') continue;
      lines.push(readLine(plain));
    }
    if (lines.length >= atOnce) await answer();
  }
  if (lines.length > 0) await answer();
}

const bad = (id: string, message: Phrase): Line => ({ id, refused: { message, line: 1, column: 1 } });

function readLine(text: string): Line {
  let found: unknown;
  try {
    found = parseExactJson(text);
  } catch (error) {
    if (error instanceof TwiceNamed)
      return bad('null', {
        zh: `同一个对象里“${error.key.slice(0, 60)}”出现了两次：请只留一个。`,
        en: `“${error.key.slice(0, 60)}” stands twice in one object; keep one`,
      });
    return bad('null', {
      zh: '这一行不是JSON：请写成{"id": …, "expression": "…", "context": {…}}。',
      en: 'the line is not JSON; write {"id": …, "expression": "…", "context": {…}}',
    });
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found) || found instanceof WrittenNumber) {
    return bad('null', {
      zh: '这一行应为对象：请写成{"id": …, "expression": "…", "context": {…}}。',
      en: 'the line must be an object {"id": …, "expression": "…", "context": {…}}',
    });
  }
  const fields = new Map(Object.entries(found));
  const id = idText(fields.get('id'));
  if (id === null) return bad('null', { zh: '“id”应为文本或者数：请改写。', en: '“id” must be a text or a number' });
  for (const name of fields.keys()) {
    if (name !== 'id' && name !== 'expression' && name !== 'context') {
      return bad(id, {
        zh: `不能有“${name.slice(0, 60)}”：一行只有id、expression和context，请删去。`,
        en: `“${name.slice(0, 60)}” is not known; a line has id, expression and context`,
      });
    }
  }
  const expression = fields.get('expression');
  if (typeof expression !== 'string')
    return bad(id, { zh: '“expression”应为文本：请改写。', en: '“expression” must be a text' });
  try {
    return { id, question: { text: expression, context: readContext(fields.get('context')) } };
  } catch (error) {
    if (error instanceof Refusal) return { id, refused: refusedBy(expression, error) };
    throw error;
  }
}

function idText(id: unknown): string | null {
  if (typeof id === 'string') return JSON.stringify(id);
  return id instanceof WrittenNumber ? id.source : null;
}

/** Put together as text: a decimal has more digits than JSON.stringify would keep. */
export function written(
  id: string | null,
  reply: Reply | { readonly refused: Refused } | undefined,
  language: Language,
): string {
  const head = id === null ? '{' : `{"id":${id},`;
  if (reply && 'answer' in reply) return `${head}"value":${formatValue(reply.answer.type, reply.answer.value)}}\n`;
  const refused = reply ? { ...reply.refused, message: reply.refused.message[language] } : null;
  return `${head}"refused":${JSON.stringify(refused)}}\n`;
}

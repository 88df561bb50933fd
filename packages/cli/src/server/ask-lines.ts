import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { CliFailure } from '../failure.ts';
import type { Phrase } from '../words.ts';
import { explained } from './explained.ts';

type Line = Readonly<Record<string, unknown>>;

/**
 * Asks the running program through its socket, and where none runs opens its data here (DECISIONS 16). The answer comes line by line;
 * `onLine` gets each on the way, and the result is what the last one says.
 */
export async function askLines(path: string, body: object, onLine: (line: Line) => void): Promise<unknown> {
  const { answers, readConfig, socketPath } = await import('@sallyport/server/client');
  const config = await explained(async () => readConfig());
  const socket = socketPath(config.data);
  if (await answers(socket)) return resultOf(await overSocket(socket, path, body), onLine);
  if (!existsSync(join(config.data, 'secrets')))
    throw new CliFailure(
      {
        zh: '{data} 不是平安门的数据文件夹。请用 SALLYPORT_DATA 指定。',
        en: '{data} is no data folder of Sallyport. Name it with SALLYPORT_DATA.',
      },
      { data: config.data },
    );
  const { administration, open } = await import('@sallyport/server/program');
  const opened = await explained(() => open(config));
  try {
    const answer = await administration(opened, config).request(path, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok || answer.body === null) throw new Error(`the program answered ${answer.status}`);
    return await resultOf(Readable.fromWeb(answer.body), onLine);
  } finally {
    await opened.close();
  }
}

function overSocket(socketPath: string, path: string, body: object): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { socketPath, path, method: 'POST', headers: { 'content-type': 'application/json' } },
      (answer) => {
        if (answer.statusCode === 200) resolve(answer);
        else reject(new Error(`the program answered ${answer.statusCode}`));
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

async function resultOf(answer: Readable, onLine: (line: Line) => void): Promise<unknown> {
  for await (const text of createInterface({ input: answer, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = JSON.parse(text) as Line;
    if ('result' in line) return line['result'];
    if ('refused' in line) throw new CliFailure(line['refused'] as Phrase);
    if ('fault' in line) throw new Error('the program met a fault; its log says which');
    onLine(line);
  }
  throw new CliFailure({
    zh: '程序在回答完之前结束了。请重试。',
    en: 'The program ended before it had answered. Try again.',
  });
}

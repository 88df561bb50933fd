import { request } from 'node:http';
import { join } from 'node:path';

/** Runs an action as the machine's administrator does: through the socket in the data folder. */
export function overSocket(data: string, org: string, action: string, input: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        socketPath: join(data, 'sallyport.sock'),
        path: `/api/${action.replace('.', '/')}`,
        method: 'POST',
        // A connection of its own: while a command of the test ran, the program may have closed the last one.
        agent: false,
        headers: { 'content-type': 'application/json', 'x-sallyport-organisation': org },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          if (answer.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${answer.statusCode}: ${text}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(input));
  });
}

import { type Problem, ProblemError, readProblem, unreachable } from './api.ts';
import type { Language } from './language.ts';

/** What an upload gives: the ticket that makes it evidence of something. */
export type Uploaded = { readonly ticket: string; readonly name: string };

/** Sends a file as it is and says how much of it has left; `fetch` cannot tell that. */
export function upload(
  file: File,
  language: Language,
  onProgress: (share: number) => void,
  as?: 'package',
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const becomes = as === undefined ? '' : `&as=${as}`;
    request.open('POST', `/api/uploads?name=${encodeURIComponent(file.name)}${becomes}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', language);
    request.responseType = 'json';
    const fail = (problem: Problem): void => reject(new ProblemError(problem));
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => fail(unreachable));
    request.addEventListener('load', () => {
      const body: unknown = request.response;
      if (request.status === 200 && isUploaded(body)) resolve(body);
      else fail(readProblem(body, request.status));
    });
    request.send(file);
  });
}

const isUploaded = (body: unknown): body is Uploaded =>
  typeof body === 'object' && body !== null && 'ticket' in body && 'name' in body;

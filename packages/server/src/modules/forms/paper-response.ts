import { Refused } from '../../platform/actions/refusal.ts';
import { attachmentHeaders } from '../../platform/files/file-name.ts';
import type { Paper, PaperFormat } from '../../platform/paper/paper.ts';
import type { Press } from '../../platform/paper/press.ts';
import { ExplainedError } from '../../platform/words/explained-error.ts';

/** A paper as a file to be saved. */
export async function paperResponse(
  press: Pick<Press, 'print'>,
  paper: Paper,
  format: PaperFormat,
  name: string,
): Promise<Response> {
  const bytes = await press.print(paper, format).catch((error: unknown) => {
    throw error instanceof ExplainedError ? new Refused([{ code: 'forms.too-long' }]) : error;
  });
  return new Response(new Uint8Array(bytes), {
    headers: { ...attachmentHeaders(`${name}.${format}`, format), 'content-length': String(bytes.length) },
  });
}

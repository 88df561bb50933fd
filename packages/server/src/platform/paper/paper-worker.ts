import { parentPort } from 'node:worker_threads';
import type { Paper, PaperFormat } from './paper.ts';

export type PaperAsked = { readonly paper: Paper; readonly format: PaperFormat };

/** What fails here ends the thread, and the press says so to whoever waits. */
parentPort?.on('message', ({ paper, format }: PaperAsked) => void print(paper, format));

async function print(paper: Paper, format: PaperFormat): Promise<void> {
  const bytes =
    format === 'pdf' ? await (await import('./pdf.ts')).pdfOf(paper) : await (await import('./docx.ts')).docxOf(paper);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
  parentPort?.postMessage(bytes);
}

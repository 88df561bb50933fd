export type PaperFormat = 'pdf' | 'docx';

export const paperAddress = (print: string, format: PaperFormat): string =>
  `/api/forms/paper?print=${encodeURIComponent(print)}&format=${format}`;

/** The browser saves it, as it would where somebody followed the link. */
export function savePaper(print: string, format: PaperFormat): void {
  const link = document.createElement('a');
  link.href = paperAddress(print, format);
  link.download = '';
  link.click();
}

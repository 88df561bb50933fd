import { useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { upload } from '../../app/upload.ts';

/** A file on its way in: from 0 to 1, then its ticket, or why it was not taken. */
export type Upload = {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly ticket: string | null;
  readonly error: Error | null;
};

/** Files that were chosen, each uploaded at once; a ticket is good for an hour. */
export function useUploads(onTicket?: (ticket: string, key: string) => Promise<void>, as?: 'package') {
  const { language } = useWords();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = (key: string, to: Partial<Upload>): void =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const choose = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const key = crypto.randomUUID();
      setUploads((all) => [...all, { key, name: file.name, share: 0, ticket: null, error: null }]);
      try {
        const { ticket } = await upload(file, language, (share) => change(key, { share }), as);
        change(key, { ticket, share: 1 });
        // One after the other: each is evidence before the next is sent.
        await onTicket?.(ticket, key);
      } catch (error) {
        change(key, { error: error instanceof Error ? error : new Error(String(error)) });
      }
    }
  };
  const drop = (key: string): void => setUploads((all) => all.filter((one) => one.key !== key));
  return { uploads, choose, drop };
}

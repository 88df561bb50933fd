/** The newest checkpoint of a log that this device found in order: a size and hashes, nothing of any entry. */
export type Remembered = {
  readonly epoch: number;
  readonly size: number;
  /** Base64, as the checkpoint prints it. */
  readonly root: string;
  readonly key: string;
};

const place = (log: string): string => `sallyport-checkpoint ${log}`;

export function recall(log: string): Remembered | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place(log)) ?? 'null');
    return isRemembered(value) ? value : null;
  } catch {
    // Something else lies there, or nothing may be kept: as if nothing had been seen yet.
    return null;
  }
}

export function remember(log: string, { epoch, size, root, key }: Remembered): void {
  try {
    localStorage.setItem(place(log), JSON.stringify({ epoch, size, root, key }));
  } catch {
    // A browser that keeps nothing remembers nothing, and the page says each time that it has nothing to compare with.
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const { epoch, size, root, key } = value as Partial<Record<keyof Remembered, unknown>>;
  return Number.isInteger(epoch) && Number.isInteger(size) && typeof root === 'string' && typeof key === 'string';
}

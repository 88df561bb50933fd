/**
 * The seed of a random test: fixed, so that a run says the same of one commit wherever it runs; another by its environment variable, a new one
 * with `random`. It is printed, so that whatever a new one finds can be found again.
 */
export function seedOf(variable: string): number {
  const text = process.env[variable] ?? '20240229';
  return text === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(text);
}

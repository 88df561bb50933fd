/** One request; resolves when its answer has been read, throws where it was refused. */
export type Send = () => Promise<unknown>;

export type Latency = { readonly p50: number; readonly p99: number; readonly perSecond: number };

/** So many clients, each asking again as soon as it is answered: what the program can do. Requests a second. */
export async function closedLoop(clients: number, seconds: number, send: Send): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      await send();
      answered++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return answered / seconds;
}

/**
 * Requests fall due at a fixed rate, whether or not those before them are answered, and wait for one of the clients. Latency is counted from
 * the moment a request fell due, so that a pause of the program falls on every request it held up. Milliseconds.
 */
export async function openLoop(clients: number, rate: number, seconds: number, send: Send): Promise<Latency> {
  const count = Math.max(50, Math.floor(rate * seconds));
  const begun = performance.now();
  const times: number[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) {
      const due = begun + (next++ * 1000) / rate;
      const early = due - performance.now();
      if (early > 0) await new Promise((done) => setTimeout(done, early));
      await send();
      times.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? 0;
  return { p50: at(0.5), p99: at(0.99), perSecond: (times.length / (performance.now() - begun)) * 1000 };
}

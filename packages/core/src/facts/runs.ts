/** Numbers that mostly go up by one (the line of each fact of a file), kept as the places where they do not. */
export class Runs {
  length = 0;
  readonly #starts: number[] = [];
  readonly #values: number[] = [];
  #next = Number.NaN;

  push(value: number): void {
    if (value !== this.#next) {
      this.#starts.push(this.length);
      this.#values.push(value);
    }
    this.#next = value + 1;
    this.length++;
  }

  at(index: number): number | undefined {
    if (index < 0 || index >= this.length) return undefined;
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return (this.#values[low] ?? 0) + index - (this.#starts[low] ?? 0);
  }
}

import { openFrame, type PageWindow } from './frame.ts';
import { type Given, installRuntime, type Told } from './runtime.ts';
import { dialects } from './standards.ts';

/** What a page of a package says to the player around it. */
type Message = { readonly sallyport: string; readonly told: Told };

function begin(
  window: PageWindow,
  origin: string,
  given: Given,
  dialect: Parameters<typeof installRuntime>[1],
  install: typeof installRuntime,
  open: typeof openFrame,
): void {
  const { top } = window;
  const isFirst = window.parent === top;
  let api: unknown;
  install(
    {
      // The names of frames within a package are the package's.
      get name() {
        return isFirst ? window.name : '';
      },
      set name(value: string) {
        if (isFirst) window.name = value;
      },
      tell: (told) => top.postMessage({ sallyport: given.run, told } satisfies Message, origin),
      define: (_name, value) => {
        api = value;
      },
    },
    dialect,
    given,
  );
  open(window, dialect.object, api);
}

/** Values in a script: `</script>` and the two ends of lines that JSON has and older scripts do not would end it early. */
const literal = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The script that every page of a package begins with. `origin`: the console's, which alone is told anything. */
export const scriptOf = (given: Given, origin: string): string =>
  `'use strict';(${begin.toString()})(window,${[
    ...[origin, given, dialects[given.standard]].map(literal),
    installRuntime.toString(),
    openFrame.toString(),
  ].join(',')});`;
